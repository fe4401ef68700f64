package assets

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// Words are the sentences of one language. What is missing is given as its key, so that a lack is
// seen and nothing is empty; a test sees to it that nothing is missing. They are not changed once they are
// loaded, and may be used concurrently.
type Words struct {
	language string
	tag      language.Tag
	file     wordsFile
}

// Named is what a choice is called, a line about it, and a line of caution where one is due.
type Named struct {
	Title   string `toml:"title"`
	About   string `toml:"about"`
	Caution string `toml:"caution"`
}

// wordsFile is a file of words.
type wordsFile struct {
	Name     string                       `toml:"name"` // of the language, in itself
	Text     map[string]string            `toml:"text"`
	Lines    map[string][]string          `toml:"lines"`
	Counts   map[string]map[string]string `toml:"counts"` // by key and plural form of CLDR
	Patterns map[string]Named             `toml:"patterns"`
	Voices   map[string]Named             `toml:"voices"`
}

// Languages are the languages that there are words in, such as "de". The first is the one
// that everything was written in; the others follow by the alphabet.
func Languages() []string {
	names, err := fs.Glob(files, "words/*.toml")
	if err != nil {
		panic(err) // the pattern is a constant, and valid
	}
	all := []string{first}
	for _, name := range names {
		if l := strings.TrimSuffix(path.Base(name), ".toml"); l != first {
			all = append(all, l)
		}
	}
	return all
}

// first is the language that everything was written in.
const first = "en"

// LoadWords reads the words of one of Languages. The error says that there are none.
func LoadWords(code string) (Words, error) {
	data, err := files.ReadFile("words/" + code + ".toml")
	if err != nil {
		return Words{}, fmt.Errorf("words: there are none in %q", code)
	}
	w := Words{language: code, tag: language.Make(code)}
	meta, err := toml.Decode(string(data), &w.file)
	if err != nil {
		return Words{}, fmt.Errorf("words in %s: %w", code, err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return Words{}, fmt.Errorf("words in %s: %q is in no section", code, unknown[0].String())
	}
	return w, nil
}

// Language is the code of the language, such as "de".
func (w Words) Language() string { return w.language }

// Name is what the language calls itself, such as "Deutsch".
func (w Words) Name() string { return w.file.Name }

// Text is the sentence of a key.
func (w Words) Text(key string) string {
	if s, ok := w.file.Text[key]; ok {
		return s
	}
	return key
}

// Lines are the sentences of a key that stands for several.
func (w Words) Lines(key string) []string {
	if l, ok := w.file.Lines[key]; ok {
		return slices.Clone(l)
	}
	return []string{key}
}

// Count is the sentence of a key for a number of things, in the plural form that the language has for it. "%d" in
// it stands for the number.
func (w Words) Count(key string, n int) string {
	forms := w.file.Counts[key]
	text, ok := forms[form(w.tag, n)]
	if !ok {
		text, ok = forms["other"]
	}
	if !ok {
		return fmt.Sprintf("%d %s", n, key)
	}
	return strings.ReplaceAll(text, "%d", strconv.Itoa(n))
}

// form is the name of the plural form of a whole number, by the rules of CLDR.
func form(tag language.Tag, n int) string {
	const tenMillion = 10_000_000 // the rules look at no more digits than that leaves
	n = max(n, -n)
	switch plural.Cardinal.MatchPlural(tag, n%tenMillion, 0, 0, 0, 0) {
	case plural.Zero:
		return "zero"
	case plural.One:
		return "one"
	case plural.Two:
		return "two"
	case plural.Few:
		return "few"
	case plural.Many:
		return "many"
	}
	return "other"
}

// Pattern is what the pattern of an id is called.
func (w Words) Pattern(id string) Named { return named(w.file.Patterns, id) }

// Voice is what the voice of an id is called.
func (w Words) Voice(id string) Named { return named(w.file.Voices, id) }

func named(all map[string]Named, id string) Named {
	if n, ok := all[id]; ok {
		return n
	}
	return Named{Title: id}
}
