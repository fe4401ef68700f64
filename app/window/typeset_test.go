package window

import (
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"kindhum/app/help"
	"kindhum/app/theme"
)

// square measures as if each letter were as wide as half its size.
func square(text string, size float32, _ bool) float32 {
	return float32(utf8.RuneCountInString(text)) * size / 2
}

func TestTypeset(t *testing.T) {
	blocks := []help.Block{
		{Text: "aa bb cc"},
		{Kind: help.Heading, Text: "dd"},
		{Kind: help.Item, Text: "ee ff", Strong: []help.Span{{From: 1, To: 4}}},
	}
	s := typeset(blocks, 5.5*theme.TypeText/2, 100, square)
	var rows []string
	for _, p := range s.pieces {
		rows = append(rows, blocks[p.block].Text[p.From:p.To])
	}
	if want := []string{"aa bb", "cc", "dd", "e", "e", "f", "f"}; !slices.Equal(rows, want) {
		t.Errorf("pieces %q, want %q", rows, want)
	}
	if s.hole != 4+2*theme.TypeText*proseHigh+10 || s.tops[1] != s.hole+120 {
		t.Errorf("the room is at %v, and the heading at %v", s.hole, s.tops[1])
	}
	if len(s.points) != 1 || s.points[0].y != s.tops[2] {
		t.Errorf("points at %v", s.points)
	}
}

func TestWhatBelongsTogetherIsNotBroken(t *testing.T) {
	for text, want := range map[string][]string{
		"with g = -0.35 over":    {"with", "g = -0.35", "over"},
		"best (n = 47). Lin":     {"best", "(n = 47).", "Lin"},
		"in about 8 % of people": {"in", "about", "8 %", "of", "people"},
		"132 Hz, on":             {"132 Hz,", "on"},
		"=":                      {"="},
		"a":                      {"a"},
	} {
		var got []string
		for _, w := range unbroken(text) {
			got = append(got, text[w.From:w.To])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Whatever the text and the width: no row is too wide, nothing is lost, and it goes downwards.
func TestNothingIsLostInTypesetting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(strings.Fields(rapid.StringOfN(rapid.SampledFrom([]rune("abü =%  ")), 1, 120, -1).Draw(t, "text")), " ")
		if text == "" {
			return
		}
		b := help.Block{Kind: help.Kind(rapid.IntRange(0, 2).Draw(t, "kind")), Text: text}
		if at := strings.IndexRune(text, 'b'); at >= 0 {
			b.Strong = []help.Span{{From: at, To: len(text)}}
		}
		width := rapid.Float32Range(40, 400).Draw(t, "width")
		s := typeset([]help.Block{b}, width, 0, square)
		var all strings.Builder
		y, end := float32(-1), float32(math.Inf(-1))
		for _, p := range s.pieces {
			own := b.Text[p.From:p.To]
			if p.y < y || (p.y == y && p.x < end) {
				t.Fatalf("%q stands over what is before it", own)
			}
			y, end = p.y, p.x+square(own, p.size, false)
			if end > width+0.01 && utf8.RuneCountInString(own) > 1 {
				t.Fatalf("%q ends at %v of %v", own, end, width)
			}
			all.WriteString(own)
		}
		if got := strings.ReplaceAll(all.String(), " ", ""); got != strings.ReplaceAll(text, " ", "") {
			t.Fatalf("%q became %q", text, got)
		}
		if s.high <= y {
			t.Fatalf("%v high, and the last row is at %v", s.high, y)
		}
	})
}
