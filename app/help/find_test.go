package help

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestFind(t *testing.T) {
	for _, c := range []struct {
		text, typed string
		want        []string
	}{
		{"Begin, and begin again", "BEGIN", []string{"Begin", "begin"}},
		{"Begin", "", nil},
		{"Begin", "   ", nil},
		{"Begin", "end", nil},
		{"a kind moment", "  kind   moment ", []string{"kind moment"}},
		{"aaa", "aa", []string{"aa"}},
		{"Übung, ÜBUNG und übung", "übung", []string{"Übung", "ÜBUNG", "übung"}},
		{"Übung", "ubung", []string{"Übung"}},
		{"Übung", "UEBUNG", []string{"Übung"}},
		{"neue Übung", "ue", []string{"ue", "Ü"}},
		{"Mut", "müt", []string{"Mut"}},
		{"Straße", "STRASSE", []string{"Straße"}},
		{"Strasse", "straße", []string{"Strasse"}},
		{"Fuß", "s", []string{"ß"}},
		{"Fuß", "us", []string{"uß"}},
		{"u\u0308ber", "über", []string{"u\u0308ber"}},
		{"über", "u\u0308ber", []string{"über"}},
		{"u\u0308ber", "u", []string{"u\u0308"}},
		{"n\u00a0= 47", "n = 47", []string{"n\u00a0= 47"}},
		{"g = -0.35", "-0.3", []string{"-0.3"}},
		{"doi 10.1016/j.ctim", "10.1016/J", []string{"10.1016/j"}},
		{"a\xffb", "b", []string{"b"}},
	} {
		var got []string
		for _, p := range Find([]Block{{Text: "x"}, {Text: c.text}}, c.typed) {
			if p.Block != 1 {
				t.Errorf("%q in %q: in another block", c.typed, c.text)
				continue
			}
			got = append(got, c.text[p.From:p.To])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q in %q: %q, want %q", c.typed, c.text, got, c.want)
		}
	}
}

func TestEveryPartIsFoundAndNoTwoPlacesTouch(t *testing.T) {
	letter := rapid.SampledFrom([]rune("aäAÄuüueoößsS 5.-\u0308"))
	rapid.Check(t, func(t *rapid.T) {
		text := []rune("a" + string(rapid.SliceOfN(letter, 1, 30).Draw(t, "text")) + "a")
		from := rapid.IntRange(0, len(text)-1).Draw(t, "from")
		to := rapid.IntRange(from+1, len(text)).Draw(t, "to")
		blocks := []Block{{Text: string(text)}}
		places := Find(blocks, string(text[from:to]))
		last := 0
		for _, p := range places {
			if p.From < last || p.From >= p.To || p.To > len(blocks[0].Text) {
				t.Fatalf("places %v in %q", places, blocks[0].Text)
			}
			last = p.To
		}
		if typed := []rune(string(text[from:to])); typed[0] > ' ' && typed[0] != '\u0308' && len(places) == 0 &&
			!slices.Contains(typed, ' ') {
			t.Fatalf("%q is not found in %q", string(typed), blocks[0].Text)
		}
	})
}
