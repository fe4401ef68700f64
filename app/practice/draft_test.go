package practice_test

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kindhum/app/breath"
	"kindhum/app/practice"
)

const drafted = `# For the evening.
# By hand.
id = "evening"
title = "Evening"
about = "For the \"end\" of a day."
pattern = "5-7.5"
turns = true

[[step]]
title = "Arriving"
lines = [
  "The day is over.",
  "",
]
off = [
  "",
]

[[step]]
lines = [
  "Enough was done.",
  "Be well.",
  "مساء الخير 🌙",
]
off = [
  "Be well.",
]
`

func TestADraftIsWrittenAsItIsRead(t *testing.T) {
	d, err := practice.ParseDraft([]byte(drafted))
	if err != nil {
		t.Fatal(err)
	}
	if got := string(d.Encode()); got != drafted {
		t.Errorf("it became\n%s", got)
	}
	want := practice.Practice{ID: "evening", Title: "Evening", About: "For the \"end\" of a day.", Pattern: d.Pattern, Turns: true, Steps: []practice.Step{
		{Title: "Arriving", Lines: []string{"The day is over."}}, {Lines: []string{"Enough was done.", "مساء الخير 🌙"}},
	}}
	if got := d.Practice(); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
}

func TestAStepCanBeSwitchedOff(t *testing.T) {
	d, err := practice.ParseDraft([]byte(drafted))
	if err != nil {
		t.Fatal(err)
	}
	kept := d.Clone()
	for i := range d.Steps[1].Lines {
		d.Steps[1].Switch(i, true)
	}
	if p := d.Practice(); len(p.Steps) != 1 || p.Turns {
		t.Errorf("%+v: nothing is left to come in turn", p)
	}
	if kept.Steps[1].Lines[0].Off {
		t.Error("a clone shares its lines")
	}
	d.Steps[0].Switch(0, true)
	if p := d.Practice(); len(p.Steps) != 0 || d.Check() != nil {
		t.Errorf("%+v, %v", p, d.Check())
	}
}

func TestALineOffIsKeptWhereverItStands(t *testing.T) {
	d, err := practice.ParseDraft([]byte("id = \"a\"\ntitle = \"A\"\n[[step]]\nlines = [\"x\", \"y\", \"x\"]\noff = [\"z\", \"x\", \"z\"]\n"))
	want := []practice.Phrase{{Text: "x", Off: true}, {Text: "y"}, {Text: "x", Off: true}, {Text: "z", Off: true}}
	if err != nil || !reflect.DeepEqual(d.Steps[0].Lines, want) {
		t.Fatalf("%+v, %v", d, err)
	}
	d.Steps[0].Switch(0, false)
	if d.Steps[0].Lines[2].Off {
		t.Error("of two lines of the same words one is on and one off: the file cannot keep that")
	}
}

// Whatever a person does to a draft can be written, and is read back.
func TestWhateverADraftBecomesCanBeKept(t *testing.T) {
	text := rapid.StringOfN(rapid.RuneFrom([]rune("aä\"\\#[]=\n\t 'ب🙂\u202e\u0301")), 0, 40, -1)
	short := rapid.Map(text, func(s string) string {
		return strings.Map(func(r rune) rune {
			if r == '\n' {
				return ' '
			}
			return r
		}, s)
	})
	rapid.Check(t, func(t *rapid.T) {
		d := practice.Draft{
			ID: "a-1", Title: "A" + short.Draw(t, "title"), About: short.Draw(t, "about"), Pattern: breath.Default,
			Turns: rapid.Bool().Draw(t, "turns"), Head: rapid.SampledFrom([]string{"", "# A", "# A\n#\n# [[step]]"}).Draw(t, "head"),
		}
		for range rapid.IntRange(0, 4).Draw(t, "steps") {
			s := practice.Part{Title: text.Draw(t, "step")}
			for range rapid.IntRange(1, 4).Draw(t, "lines") {
				s.Lines = append(s.Lines, practice.Phrase{Text: text.Draw(t, "line"), Off: rapid.Bool().Draw(t, "off")})
			}
			s.Settle()
			d.Steps = append(d.Steps, s)
		}
		again, err := practice.ParseDraft(d.Encode())
		if err != nil || !reflect.DeepEqual(again, d) {
			t.Fatalf("%+v\nbecame %+v, %v, by\n%s", d, again, err, d.Encode())
		}
	})
}

func TestAPracticeBecomesADraft(t *testing.T) {
	for _, p := range library(t).In("de").All() {
		d, err := practice.ParseDraft(practice.DraftOf(p).Encode())
		if err != nil || !reflect.DeepEqual(d.Practice(), p) {
			t.Errorf("%s: %+v, %v", p.ID, d, err)
		}
	}
}
