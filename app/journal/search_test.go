package journal

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestWhatASearchFinds(t *testing.T) {
	for _, c := range []struct {
		typed, text string
		want        bool
	}{
		{"", "anything", true},
		{"  \n", "anything", true},
		{"SOFT", "a soft moment", true},
		{"moment soft", "a soft moment", true},
		{"soft hard", "a soft moment", false},
		{"ÄRGER", "kein ärger", true},
		{"ärger", "KEIN ÄRGER", true},
		{"a\u0308rger", "\u00c4rger", true}, // composed and not
		{"warme", "die Wärme", true},        // without marks it finds those with marks
		{"waerme", "die Wärme", true},
		{"wärme", "die Waerme", true},
		{"wärme", "das warme Licht", false}, // a mark that was typed is meant
		{"uber", "U\u0308bermut", true},
		{"UEBER", "Übermut", true},
		{"cafe", "im Café", true},
		{"café", "im Cafe", false},
		{"crème", "creme", false},
		{"creme brulee", "Crème brûlée", true},
		{"σισυφος", "Σίσυφος", true},
		{"STRASSE", "Straße", true},
		{"straße", "STRASSE", true},
		{"ΣΊΣΥΦΟΣ", "σίσυφος", true},
		{"привет", "ПРИВЕТ", true},
		{"100%", "100 percent", false},
		{"100%", "it is 100% fine", true},
		{"_", "no underscore", false},
		{"'; drop table notes; --", "nothing", false},
		{`"`, `he said "yes"`, true},
		{"*", "nothing", false},
		{"[", "a [b]", true},
		{`\`, `back\slash`, true},
		{"\x00", "before\x00after", true},
		{"🌿", "any time 🌿", true},
		{"שלום", "הוא אמר שלום", true},
	} {
		if got := Look(c.typed).Finds(c.text); got != c.want {
			t.Errorf("%q in %q: %v", c.typed, c.text, got)
		}
	}
}

func TestASearchSeesWhatIsShown(t *testing.T) {
	at := time.Date(2026, 11, 24, 18, 0, 0, 0, berlin)
	e := Entry{
		Session: &Session{Start: at, Practice: "hum-breath", Title: "Hum breath", Elapsed: 5 * time.Minute},
		Notes:   []Note{{Text: "softer now"}, {Question: "What was kind?", Text: "the light"}},
	}
	when := When(at, at, plain{})
	for _, typed := range []string{"november", "hum soft", "5 minutes", "evening light", "KIND", ""} {
		if !Look(typed).FindsEntry(e, when, plain{}) {
			t.Errorf("%q finds nothing", typed)
		}
	}
	if Look("december").FindsEntry(e, when, plain{}) {
		t.Error("it finds what is not there")
	}
}

func TestWhateverIsWrittenIsFoundInAnyCase(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		from := rapid.IntRange(0, len([]rune(text))).Draw(t, "from")
		part := string([]rune(text)[from:])
		if strings.ToValidUTF8(text, "") != text {
			return
		}
		for _, typed := range []string{text, strings.ToUpper(text), strings.ToLower(text)} {
			if upper := strings.ToLower(strings.ToUpper(text)); fold(upper) != fold(text) {
				continue // a letter that changes to another one and back, such as ı
			}
			if !Look(typed).Finds(text) {
				t.Fatalf("%q is not found in %q", typed, text)
			}
		}
		if word := strings.Fields(part); len(word) > 1 && !Look(word[1]).Finds(text) {
			t.Fatalf("%q is not found in %q", word[1], text)
		}
	})
}

func FuzzLook(f *testing.F) {
	f.Add("soft", "a soft moment")
	f.Add("\xff\x00%_'\"", "\xff\x00%_'\"")
	f.Fuzz(func(t *testing.T, typed, text string) {
		Look(typed).Finds(text)
		if !Look(typed).Finds(typed) {
			t.Errorf("%q does not find itself", typed)
		}
	})
}
