package journal

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestLine(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{" \n\t ", ""},
		{"  a soft\n\nday ", "a soft day"},
		{"0123456789", "0123456789"},
		{"0123456789x", "0123456789…"},
		{"012345678 9", "012345678…"},
		{"nul\x00and\x1bbell\x07", "nul andbel…"},
		{"ééééééééée\u0301", "ééééééééé…"}, // the accent stays with its letter
		{"12345678\U0001f469\u200d\U0001f680!", "12345678…"},
		{"123456789\U0001f44d\U0001f3fd", "123456789…"},
	} {
		if got := Line(c.text, 10); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
	long := strings.Repeat("\u0301", 100_000)
	if got := Line(long, 10); utf8.RuneCountInString(got) > 11 {
		t.Errorf("of marks alone it gives %d", len(got))
	}
}

func TestALineIsOneRowAndNoLonger(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, most := rapid.String().Draw(t, "text"), rapid.IntRange(0, 40).Draw(t, "most")
		got := Line(text, most)
		if n := utf8.RuneCountInString(got); n > most+1 || strings.ContainsAny(got, "\n\r\t\x00") {
			t.Fatalf("%q: %q", text, got)
		}
	})
}

func TestPartsJoinToTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		unit := rapid.SampledFrom([]string{"a soft moment ", "a row\n", "x", "e\u0301", "👩‍🚀", "שלום ", "\x00", "\xff"}).Draw(t, "unit")
		text := strings.Repeat(unit, rapid.IntRange(0, 400).Draw(t, "times")) + rapid.String().Draw(t, "rest")
		most := rapid.IntRange(0, 300).Draw(t, "most")
		parts := Parts(text, most)
		if len(parts) == 0 || strings.Join(parts, "") != text {
			t.Fatalf("%q comes back as %q", text, parts)
		}
		for _, p := range parts {
			if utf8.ValidString(text) && utf8.RuneCountInString(p) > max(most, 64) {
				t.Fatalf("a part of %d characters, most are %d", utf8.RuneCountInString(p), most)
			}
		}
	})
	parts := Parts(strings.Repeat("a soft moment ", 20), 100)
	for _, p := range parts[:len(parts)-1] {
		if !strings.HasSuffix(p, " ") {
			t.Errorf("%q ends within a word", p)
		}
	}
}
