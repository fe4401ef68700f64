package assets

import (
	"fmt"
	"slices"

	"github.com/BurntSushi/toml"
)

// Words are the sentences of one language. Text and Lines give the key itself for one that is
// missing, so that a lack is seen and nothing is empty; a test sees to it that none is.
type Words struct {
	language string
	text     map[string]string
	lines    map[string][]string
}

// LoadWords reads the words of a language, such as "en". The error says that there are none.
func LoadWords(language string) (Words, error) {
	data, err := files.ReadFile("words/" + language + ".toml")
	if err != nil {
		return Words{}, fmt.Errorf("words: there are none in %q", language)
	}
	var f struct {
		Text  map[string]string   `toml:"text"`
		Lines map[string][]string `toml:"lines"`
	}
	meta, err := toml.Decode(string(data), &f)
	if err != nil {
		return Words{}, fmt.Errorf("words in %s: %w", language, err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return Words{}, fmt.Errorf("words in %s: %q is in no section", language, unknown[0].String())
	}
	return Words{language: language, text: f.Text, lines: f.Lines}, nil
}

// Language is the code of the language, such as "en".
func (w Words) Language() string { return w.language }

// Text is the sentence of a key.
func (w Words) Text(key string) string {
	if s, ok := w.text[key]; ok {
		return s
	}
	return key
}

// Lines are the sentences of a key that stands for several.
func (w Words) Lines(key string) []string {
	if l, ok := w.lines[key]; ok {
		return slices.Clone(l)
	}
	return []string{key}
}
