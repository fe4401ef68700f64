package practice_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"kindhum/app/breath"
	"kindhum/app/practice"
	"kindhum/assets"
)

func library(t testing.TB) *practice.Library {
	t.Helper()
	l, err := practice.Load(assets.Practices())
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// told is a plan from the beginning to the end (or for an hour), as Next walks it.
func told(t testing.TB, plan practice.Plan, end time.Duration) []practice.Line {
	t.Helper()
	var lines []practice.Line
	at := time.Duration(0)
	for at < end {
		if l := plan.At(at); l.Text != "" {
			lines = append(lines, l)
			if l.From > at || l.To <= at {
				t.Fatalf("at %v it shows %+v", at, l)
			}
		}
		next, ok := plan.Next(at)
		if !ok {
			break
		}
		if next <= at {
			t.Fatalf("after %v comes %v", at, next)
		}
		at = next
	}
	return lines
}

var lengths = []time.Duration{20 * time.Second, time.Minute, 3 * time.Minute, 10 * time.Minute, time.Hour, 0}

func timeline(p practice.Practice, length time.Duration) (breath.Timeline, time.Duration) {
	line := breath.Timeline{Pattern: p.Pattern, LeadIn: 3 * time.Second}
	if length > 0 {
		line.Breaths = breath.Count(p.Pattern, length)
	}
	if end, timed := line.End(); timed {
		return line, end
	}
	return line, time.Hour
}

func TestThePlanOfEveryPractice(t *testing.T) {
	for _, p := range library(t).All() {
		spoken := 0.0 // share of the time with words, in the length before
		for _, length := range lengths {
			line, end := timeline(p, length)
			lines := told(t, p.Plan(line), end)
			t.Logf("%s, %v: %d lines", p.ID, length, len(lines))
			if len(lines) < 2 {
				t.Errorf("%s, %v: only %d lines", p.ID, length, len(lines))
			}
			var words time.Duration
			for _, l := range lines {
				if length <= 3*time.Minute {
					t.Logf("  %6.1f to %6.1f  %s", l.From.Seconds(), l.To.Seconds(), l.Text)
				}
				words += l.To - l.From
				if l.To-l.From < p.Pattern.Period()/2 {
					t.Errorf("%s, %v: %q shows for %v", p.ID, length, l.Text, l.To-l.From)
				}
			}
			share := float64(words) / float64(end-line.LeadIn)
			if !p.Turns && length > time.Minute && share > spoken+1e-9 {
				t.Errorf("%s, %v: there is more talk (%.2f) than in a shorter session (%.2f)", p.ID, length, share, spoken)
			}
			spoken = share
		}
	}
}

func TestShortSessionsKeepTheHeart(t *testing.T) {
	p, err := library(t).Find("COMPASSION PRACTICE")
	if err != nil {
		t.Fatal(err)
	}
	line, end := timeline(p, 40*time.Second)
	lines := told(t, p.Plan(line), end)
	if len(lines) != len(p.Steps) {
		t.Fatalf("%d lines for %d steps", len(lines), len(p.Steps))
	}
	for i, l := range lines {
		if l.Text != p.Steps[i].Lines[0] {
			t.Errorf("step %d says %q", i+1, l.Text)
		}
	}
}

func TestThePhrasesComeInTurnWithTheOutBreath(t *testing.T) {
	p, err := library(t).Find("hum-breath")
	if err != nil {
		t.Fatal(err)
	}
	line, end := timeline(p, 2*time.Minute)
	lines := told(t, p.Plan(line), end)
	phrases := p.Steps[1].Lines
	for i, l := range lines[1:] {
		if want := phrases[i%len(phrases)]; l.Text != want {
			t.Errorf("line %d is %q, want %q", i, l.Text, want)
		}
		if m := line.At(l.From); m.Phase != breath.Out || m.Progress != 0 {
			t.Errorf("%q begins in %v", l.Text, m.Phase)
		}
	}
	if len(lines) != line.Breaths {
		t.Errorf("%d lines in %d breaths", len(lines), line.Breaths)
	}
}

// A minute more must not take back what was said.
func TestLongerKeepsWhatWasSaid(t *testing.T) {
	practices := library(t).All()
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom(practices).Draw(t, "practice")
		line := breath.Timeline{Pattern: p.Pattern, Breaths: rapid.IntRange(2, 60).Draw(t, "breaths")}
		longer := line
		longer.Breaths += 6
		end, _ := line.End()
		at := time.Duration(rapid.Int64Range(0, int64(end)-1).Draw(t, "at"))
		plan := p.Plan(line)
		if was, is := plan.At(at).Text, plan.Over(longer).At(at).Text; was != is {
			t.Fatalf("at %v %q became %q", at, was, is)
		}
	})
}

func TestEveryLineFitsTheSmallestWindow(t *testing.T) {
	for _, p := range library(t).All() {
		for _, s := range p.Steps {
			for _, l := range s.Lines {
				if n := len([]rune(l)); n > 60 {
					t.Errorf("%s: %d letters: %q", p.ID, n, l)
				}
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"id = \"a\"\ntitle = \"A\"\n[[step]]\nlines = [\"x\"]\n", "id = 7", "[[step]]", "\x00\xff", "colour = \"red\"",
		"id = \"a\"\ntitle = \"A\"\npattern = \"4-7-8\"\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := practice.Parse(data)
		if err != nil {
			return
		}
		line, end := timeline(p, time.Minute)
		for _, l := range told(t, p.Plan(line), end) {
			if l.Text == "" || l.To <= l.From {
				t.Errorf("%+v", l)
			}
		}
	})
}
