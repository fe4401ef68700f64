package choice

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kindhum/app/breath"
)

func TestOwnPatternsAreClamped(t *testing.T) {
	got := ClampPatterns([]OwnPattern{
		{" Evening \x1b\n walk ", "4.10-0-6.0-0"},
		{"", "5-5"},
		{"too short", "1-1"},
		{"nothing", ""},
		{"", "5.0-5"},
		{"three", "4-7-8"},
		{strings.Repeat("ä", 100), "4-2-6-0"},
	})
	want := []OwnPattern{{"Evening walk", "4.1-6"}, {"5-5", "5-5"}, {strings.Repeat("ä", MaxPatternName), "4-2-6-0"}}
	if !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
	if got[0].Careful() || !got[2].Careful() {
		t.Error("a line of caution is due where the breath is held")
	}
	many := make([]OwnPattern, 200)
	for i := range many {
		many[i] = OwnPattern{strings.Repeat("x", i%MaxPatternName), []string{"4-6", "5-6", "6-6", "7-6", "8-6"}[i/MaxPatternName]}
	}
	if n := len(ClampPatterns(many)); n != MaxPatterns {
		t.Errorf("%d are kept", n)
	}
}

func TestWhateverPatternsWereKeptCanBeBreathed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kept := ClampPatterns(rapid.SliceOf(rapid.Custom(func(t *rapid.T) OwnPattern {
			return OwnPattern{rapid.String().Draw(t, "name"), rapid.StringMatching(`[0-9]{0,2}(\.[0-9])?-[0-9]{1,2}(-[0-9]-[0-9])?`).Draw(t, "pattern")}
		})).Draw(t, "patterns"))
		for _, o := range kept {
			if p, err := breath.Parse(o.Pattern); err != nil || p.String() != o.Pattern || o.Name == "" {
				t.Fatalf("%+v: %v", o, err)
			}
		}
		if again := ClampPatterns(kept); !slices.Equal(again, kept) {
			t.Fatalf("%+v became %+v", kept, again)
		}
	})
}
