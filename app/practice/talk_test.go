package practice_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"kindhum/app/breath"
	"kindhum/app/practice"
)

// talks are all amounts of talk, the most first.
var talks = []practice.Talk{practice.EveryBreath, practice.EverySecond, practice.Few}

// whatever is any practice that a person might write.
func whatever(t *rapid.T) practice.Practice {
	p := practice.Practice{ID: "a", Title: "A", Turns: rapid.Bool().Draw(t, "turns")}
	var err error
	if p.Pattern, err = breath.Parse(rapid.SampledFrom([]string{"4-6", "4-7-8-0", "5.5-5.5", "3+1-8"}).Draw(t, "pattern")); err != nil {
		t.Fatal(err)
	}
	for i, n := range rapid.SliceOfN(rapid.IntRange(1, 9), 1, 6).Draw(t, "lines") {
		s := practice.Step{}
		for j := range n {
			s.Lines = append(s.Lines, string(rune('a'+i))+string(rune('0'+j)))
		}
		p.Steps = append(p.Steps, s)
	}
	return p
}

// At no time has more been said than with more talk.
func TestLessTalkIsNeverMore(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p := whatever(rt)
		line := breath.Timeline{Pattern: p.Pattern, LeadIn: 3 * time.Second, Breaths: rapid.IntRange(1, 200).Draw(rt, "breaths")}
		end, _ := line.End()
		var before []practice.Line
		for _, talk := range talks {
			lines := told(t, p.Plan(line, talk), end)
			for n := range lines {
				if talk != practice.EveryBreath && (n >= len(before) || p.Turns && lines[n].From < before[n].From) {
					rt.Fatalf("talk %d: %d lines by %v, and with more talk %+v", talk, n+1, lines[n].From, before)
				}
			}
			before = lines
		}
	})
}

// No heart is left out for less talk: where there is room for it with all the talk, there is with little.
func TestLessTalkLeavesOutNoHeart(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p := whatever(rt)
		p.Turns = false
		line := breath.Timeline{Pattern: p.Pattern, Breaths: rapid.IntRange(1, 60).Draw(rt, "breaths")}
		end, _ := line.End()
		hearts := map[string]bool{}
		for _, s := range p.Steps {
			hearts[s.Lines[0]] = true
		}
		said := func(talk practice.Talk) (all string) {
			for _, l := range told(t, p.Plan(line, talk), end) {
				if hearts[l.Text] {
					all += l.Text + " "
				}
			}
			return all
		}
		for _, talk := range talks {
			if was, is := said(practice.EveryBreath), said(talk); was != is {
				rt.Fatalf("talk %d: of the hearts it says %q, not %q", talk, is, was)
			}
		}
	})
}

func TestHowOftenALineComes(t *testing.T) {
	p, err := library(t).Find("hum-breath")
	if err != nil {
		t.Fatal(err)
	}
	line, end := timeline(p, 10*time.Minute)
	for talk, every := range map[practice.Talk]int{practice.EveryBreath: 1, practice.EverySecond: 2, practice.Few: 4, practice.Few + 1: 4} {
		lines := told(t, p.Plan(line, talk), end)
		first, second := line.At(lines[1].From).Cycle, line.At(lines[2].From).Cycle
		if first != every || second != 2*every {
			t.Errorf("talk %d: lines come with breath %d and %d", talk, first, second)
		}
	}
}

// What is said before the lines that come in turn may have several steps.
func TestAllStepsBeforeTheLastAreSaidOnce(t *testing.T) {
	p, err := practice.Parse([]byte("id = \"a\"\ntitle = \"A\"\nturns = true\n[[step]]\nlines = [\"1\", \"2\"]\n" +
		"[[step]]\nlines = [\"3\"]\n[[step]]\nlines = [\"4\", \"5\"]\n"))
	if err != nil {
		t.Fatal(err)
	}
	line, end := timeline(p, 80*time.Second)
	said := ""
	for _, l := range told(t, p.Plan(line, practice.EveryBreath), end) {
		said += l.Text
	}
	if said != "12345454" {
		t.Errorf("it says %s", said)
	}
}
