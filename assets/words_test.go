package assets

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

// all are the words of every language, the first one first.
func all(t *testing.T) []Words {
	t.Helper()
	var words []Words
	for _, code := range Languages() {
		w, err := LoadWords(code)
		if err != nil {
			t.Fatal(err)
		}
		words = append(words, w)
	}
	if len(words) < 2 {
		t.Fatal("there are no languages to compare")
	}
	return words
}

var verb = regexp.MustCompile(`%[^%]?`)

// keyed is every sentence of a language by where it stands.
func keyed(w Words) map[string]string {
	k := map[string]string{"name": w.file.Name}
	for key, s := range w.file.Text {
		k["text "+key] = s
	}
	for key, lines := range w.file.Lines {
		k["lines "+key] = strings.Join(lines, "\n")
	}
	for section, all := range map[string]map[string]Named{"patterns": w.file.Patterns, "voices": w.file.Voices} {
		for id, n := range all {
			k[section+" "+id+" title"], k[section+" "+id+" about"] = n.Title, n.About
			if n.Caution != "" {
				k[section+" "+id+" caution"] = n.Caution
			}
		}
	}
	for key := range w.file.Counts {
		k["counts "+key] = w.Count(key, 7)
	}
	return k
}

func TestNoLanguageLacksASentence(t *testing.T) {
	words := all(t)
	first := keyed(words[0])
	for _, w := range words {
		is := keyed(w)
		for key, s := range first {
			switch own, there := is[key]; {
			case !there || own == "":
				t.Errorf("%s lacks %s", w.Language(), key)
			case !slices.Equal(verb.FindAllString(s, -1), verb.FindAllString(own, -1)):
				t.Errorf("%s, %s: %q asks for other things than %q", w.Language(), key, own, s)
			case strings.Count(s, "\n") != strings.Count(own, "\n"):
				t.Errorf("%s, %s: not as many lines", w.Language(), key)
			}
		}
		for key, own := range is {
			if _, there := first[key]; !there {
				t.Errorf("%s has %s, which nobody asks for", w.Language(), key)
			}
			if strings.TrimSpace(own) != own || strings.Contains(own, "!") {
				t.Errorf("%s, %s: spaces around it, or an exclamation mark: %q", w.Language(), key, own)
			}
		}
	}
}

func TestEveryPluralFormIsThere(t *testing.T) {
	for _, w := range all(t) {
		asked := map[string]bool{"other": true}
		for n := range 1001 {
			asked[form(w.tag, n)] = true
		}
		for key, forms := range w.file.Counts {
			if !maps.EqualFunc(forms, asked, func(string, bool) bool { return true }) {
				t.Errorf("%s, %s: has the forms %v, and the language %v", w.Language(), key, forms, asked)
			}
			for name, s := range forms {
				if strings.Count(s, "%d") != 1 && name == "other" {
					t.Errorf("%s, %s: %q does not say the number", w.Language(), key, s)
				}
			}
		}
	}
}

func TestCount(t *testing.T) {
	words := all(t)
	for _, c := range []struct {
		in, key string
		n       int
		want    string
	}{
		{"en", "minutes", 1, "1 minute"},
		{"en", "minutes", 0, "0 minutes"},
		{"en", "hours", 21, "21 hours"},
		{"de", "minutes", 1, "1 Minute"},
		{"de", "minutes", 10, "10 Minuten"},
		{"de", "hours", 1_000_001, "1000001 Stunden"},
		{"de", "unheard-of", 3, "3 unheard-of"},
	} {
		for _, w := range words {
			if got := w.Count(c.key, c.n); w.Language() == c.in && got != c.want {
				t.Errorf("%s, %d %s: %q, want %q", c.in, c.n, c.key, got, c.want)
			}
		}
	}
}

// A language with more forms, or with none, needs nothing but its own file.
func TestPluralFormsAreThoseOfTheLanguage(t *testing.T) {
	for code, want := range map[string]string{
		"pl": "many one few few few many many many few many",
		"ar": "zero one two few few few few few many other",
		"ja": "other other other other other other other other other other",
		"fr": "one one other other other other other other other other",
	} {
		var forms []string
		for _, n := range []int{0, 1, 2, 3, 4, 5, 6, 7, 22, 100} {
			forms = append(forms, form(language.Make(code), n))
		}
		if got := strings.Join(forms, " "); got != want {
			t.Errorf("%s: %s, want %s", code, got, want)
		}
	}
	if form(language.Make("pl"), 1_000_000_003) != form(language.Make("pl"), 3) || form(language.German, -1) != "one" {
		t.Error("a large number, or one below nothing, has another form")
	}
}

func TestWordsThatAreNotThereAreSaid(t *testing.T) {
	if _, err := LoadWords("tlh"); err == nil || !strings.Contains(err.Error(), "tlh") {
		t.Error(err)
	}
	if w := (Words{}); w.Text("a") != "a" || w.Lines("a")[0] != "a" || w.Pattern("a").Title != "a" {
		t.Error("a missing sentence is not seen")
	}
}
