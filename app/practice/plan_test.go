package practice_test

import (
	"slices"
	"strings"
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

const shortest = 20 * time.Second

var lengths = []time.Duration{shortest, time.Minute, 3 * time.Minute, 10 * time.Minute, 45 * time.Minute, time.Hour, 0}

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

// TestThePlanOfEveryPractice prints every plan at every length, and holds what all of them keep.
func TestThePlanOfEveryPractice(t *testing.T) {
	for _, p := range library(t).All() {
		for _, talk := range []practice.Talk{practice.EveryBreath, practice.EverySecond, practice.Few} {
			plans(t, p, talk)
		}
	}
}

// plans prints the plans of a practice, and looks at them.
func plans(t *testing.T, p practice.Practice, talk practice.Talk) {
	t.Helper()
	var before quiet
	for _, length := range lengths {
		line, end := timeline(p, length)
		lines := told(t, p.Plan(line, talk), end)
		t.Logf("%s, talk %d, %v: %d lines", p.ID, talk, length, len(lines))
		for _, l := range lines {
			t.Logf("  %7.1f to %7.1f  %s", l.From.Seconds(), l.To.Seconds(), l.Text)
			if l.To-l.From < p.Pattern.Period()/2 {
				t.Errorf("%s, %v: %q shows for %v", p.ID, length, l.Text, l.To-l.From)
			}
		}
		if len(p.Steps) == 0 {
			if len(lines) > 0 {
				t.Errorf("%s has no words, and yet %+v", p.ID, lines)
			}
			continue
		}
		if talk == practice.EveryBreath || length != shortest {
			hearts(t, p, length, lines)
		}
		if length == 0 {
			continue // an open session is told like one of some minutes
		}
		now := silence(lines, line.LeadIn, end)
		// The invitation comes with an in-breath and what follows with an out-breath: in a minute with three lines
		// that makes the mean silence longer.
		off := time.Duration(0)
		if p.Turns && talk != practice.EveryBreath {
			off = p.Pattern.In
		}
		if now.longest < before.longest || now.mean < before.mean-off || now.share < before.share-1e-9 {
			t.Errorf("%s, talk %d, %v: the silence is %+v, and %+v in a shorter session", p.ID, talk, length, now, before)
		}
		before = now
	}
}

// hearts checks that the heart of every step is said, two of them in the shortest session, and that no line
// of a step is shown when the next step has begun.
func hearts(t *testing.T, p practice.Practice, length time.Duration, lines []practice.Line) {
	t.Helper()
	if length == shortest {
		if len(lines) < 2 {
			t.Errorf("%s, %v: only %d lines", p.ID, length, len(lines))
		}
		return
	}
	from := 0
	for i, s := range p.Steps {
		at := slices.IndexFunc(lines[from:], func(l practice.Line) bool { return l.Text == s.Lines[0] })
		if at < 0 {
			t.Errorf("%s, %v: the heart of step %d is not said in its place", p.ID, length, i+1)
			return
		}
		for n, l := range lines[from : from+at] {
			if i == 0 || n >= len(p.Steps[i-1].Lines) || l.To > lines[from+at].From {
				t.Errorf("%s, %v: %q is said outside its step", p.ID, length, l.Text)
			}
		}
		from += at
	}
}

// quiet is how a session is silent.
type quiet struct {
	longest, mean time.Duration // between two lines
	share         float64       // of the session
}

func silence(lines []practice.Line, begin, end time.Duration) quiet {
	q := quiet{share: 1}
	for i, l := range lines {
		q.share -= float64(l.To-l.From) / float64(end-begin)
		if i > 0 {
			gap := l.From - lines[i-1].To
			q.longest = max(q.longest, gap)
			q.mean += gap / time.Duration(len(lines)-1)
		}
	}
	return q
}

func TestShortSessionsKeepTheHeart(t *testing.T) {
	p, err := library(t).Find("COMPASSION PRACTICE")
	if err != nil {
		t.Fatal(err)
	}
	line, end := timeline(p, 40*time.Second)
	lines := told(t, p.Plan(line, practice.EveryBreath), end)
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
	lines := told(t, p.Plan(line, practice.EveryBreath), end)
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
		plan := p.Plan(line, practice.EveryBreath)
		if was, is := plan.At(at).Text, plan.Over(longer).At(at).Text; was != is {
			t.Fatalf("at %v %q became %q", at, was, is)
		}
	})
}

// Whatever the pattern and the length, nothing flickers by and nothing is said over something else.
func TestEveryPlanIsCalm(t *testing.T) {
	practices := library(t).All()
	rapid.Check(t, func(rt *rapid.T) {
		p := rapid.SampledFrom(practices).Draw(rt, "practice")
		pattern := rapid.SampledFrom([]string{"4-6", "4-4-4-4", "10-5-10-5", "10-15", "4-7-8-0", "8-4", "3-0-3-4", "30-30", "1.5-4.5"}).Draw(rt, "pattern")
		var err error
		if p.Pattern, err = breath.Parse(pattern); err != nil {
			rt.Fatal(err)
		}
		line := breath.Timeline{Pattern: p.Pattern, LeadIn: 3 * time.Second, Breaths: rapid.IntRange(1, 400).Draw(rt, "breaths")}
		end, _ := line.End()
		lines := told(t, p.Plan(line, practice.EveryBreath), end)
		for i, l := range lines {
			if shown := min(l.To, end) - l.From; shown < p.Pattern.Period()/2 {
				rt.Fatalf("%q shows for %v", l.Text, shown)
			}
			if i > 0 && l.From < lines[i-1].To {
				rt.Fatalf("%q comes while %q is shown", l.Text, lines[i-1].Text)
			}
		}
		if least := min(2, len(p.Steps)); p.Pattern.Rest == 0 && !p.Turns && len(lines) < least {
			rt.Fatalf("%d lines in %d breaths", len(lines), line.Breaths)
		}
	})
}

func TestEveryLineFitsTheSmallestWindow(t *testing.T) {
	for _, language := range assets.Languages() {
		for _, p := range library(t).In(language).All() {
			for _, s := range p.Steps {
				for _, l := range s.Lines {
					if n := len([]rune(l)); n > 60 {
						t.Errorf("%s in %s: %d letters: %q", p.ID, language, n, l)
					}
				}
			}
		}
	}
}

// That a translation has the same steps, lines and pattern, Load sees to.
func TestEveryPracticeIsThereInEveryLanguage(t *testing.T) {
	l := library(t)
	titles := map[string]string{}
	for i, language := range assets.Languages() {
		for n, p := range l.In(language).All() {
			written := l.All()[n]
			if i > 0 && (p.Title == written.Title || p.About == written.About) {
				t.Errorf("%s is not there in %s", p.ID, language)
			}
			if is, taken := titles[strings.ToLower(p.Title)]; taken && is != p.ID {
				t.Errorf("%q is the title of %s and of %s", p.Title, is, p.ID)
			}
			titles[strings.ToLower(p.Title)] = p.ID
			if found, err := l.Find(p.Title); err != nil || found.ID != p.ID {
				t.Errorf("%q is %s, %v", p.Title, found.ID, err)
			}
		}
	}
}
