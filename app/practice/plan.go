package practice

import (
	"time"

	"kindhum/app/breath"
)

// Line is words and when they are shown, in elapsed time from the start of the lead-in.
// Text is "" where there is silence.
type Line struct {
	Text     string
	From, To time.Duration
}

// Plan says which words come when. Its zero value is silent. It takes the same small room
// however long the session is.
type Plan struct {
	line  breath.Timeline
	steps []Step
	talk  Talk
	turns bool
	brief bool   // too short for the invitation
	said  []said // all there is to say, in order; with turns, what is said before them
}

// Talk is how much of a practice is said. Whichever it is, the hearts of the steps are said as far as there is
// room for them.
type Talk uint8

// How much is said.
const (
	EveryBreath Talk = iota // a line with each breath, where there is one
	EverySecond             // a line with every second breath at most, and about half of what is not a heart
	Few                     // the hearts alone; what comes in turn, with every fourth breath at most
)

// every is the number of breaths for which a line is alone.
func (t Talk) every() int { return [...]int{1, 2, 4}[min(t, Few)] }

// of is how many of a step's lines are said.
func (t Talk) of(lines int) int {
	switch t {
	case EveryBreath:
		return lines
	case EverySecond:
		return (lines + 1) / 2
	}
	return min(lines, 1)
}

// said is a line of a plan: which one of which step, and when, in breaths from the first one.
type said struct {
	step, line int
	from, to   float64
}

const (
	// openFor is the number of breaths over which an open session unfolds a practice's steps, about
	// seven minutes of 4-6. After that it is silent.
	openFor = 42
	stays   = 2.0 // breaths for which a line is shown, at most. Longer, and it is stared at.
	least   = 0.5 // breaths for which it is shown at least
	spoken  = 0.7 // part of its time that a line takes; the rest is silence
)

// Plan lays p over a timeline. A practice without steps has no words, and its plan is silent.
func (p Practice) Plan(t breath.Timeline, talk Talk) Plan {
	if t.Pattern.Period() <= 0 || len(p.Steps) == 0 {
		return Plan{}
	}
	plan := Plan{line: t, steps: p.Steps, talk: talk, turns: p.Turns}
	if p.Turns {
		plan.said = opening(p.Steps[:len(p.Steps)-1], talk)
		all := len(opening(p.Steps, EveryBreath))
		plan.brief = t.Breaths > 0 && t.Breaths <= all
		return plan
	}
	slots, slot := t.Breaths, 1.0
	switch {
	case slots == 0:
		slots = openFor
	case slots == 1 && t.Pattern.Rest == 0:
		slots, slot = 2, least // one slow breath has room for two lines
	}
	plan.said = share(p.Steps, talk, slots, slot)
	return plan
}

// Over is the same plan over a timeline that was made longer, or given another shape: what was
// said stays said, and the time that was added is silence, or more turns.
func (p Plan) Over(t breath.Timeline) Plan {
	if len(p.steps) == 0 {
		return p
	}
	p.line = t
	return p
}

// In is the same plan in the words of q, which is the same practice in another language. Where q is
// built otherwise, the plan keeps its words.
func (p Plan) In(q Practice) Plan {
	if len(p.steps) > 0 && alike(p.steps, q.Steps) == nil {
		p.steps = q.Steps
	}
	return p
}

// share gives each step its part of the slots, and each line its part of the step. A slot is so many breaths.
func share(steps []Step, talk Talk, slots int, slot float64) []said {
	kept := hearts(len(steps), slots)
	var all []said
	for i, step := range kept {
		from, to := i*slots/len(kept), (i+1)*slots/len(kept)
		lines := min(talk.of(len(steps[step].Lines)), max(1, (to-from)/talk.every()))
		all = append(all, spread(step, lines, from, to)...)
	}
	for i := range all {
		s := &all[i]
		shown := max(least, min(stays, spoken*(s.to-s.from)*slot))
		s.from *= slot
		s.to = s.from + shown
	}
	return all
}

// hearts are the steps, by their numbers, that there is room for: all of them, or as many as there are
// slots, spread over the practice, the last one among them: a practice ends where it wants to lead.
func hearts(steps, slots int) []int {
	n := min(steps, slots)
	kept := make([]int, n)
	for i := range kept {
		kept[i] = (i+1)*steps/n - 1
	}
	return kept
}

// spread gives each line of a step its part of the slots from one to another, a whole one at least.
// Where there are fewer slots than lines, the first ones are kept.
func spread(step, lines, from, to int) []said {
	n := min(lines, to-from)
	all := make([]said, n)
	for i := range all {
		all[i] = said{step, i, float64(from + i*(to-from)/n), float64(from + (i+1)*(to-from)/n)}
	}
	return all
}

// At is the line at an elapsed time, or the silence.
func (p Plan) At(elapsed time.Duration) Line {
	if p.turns {
		return p.inTurn(elapsed)
	}
	silence := Line{From: 0, To: -1}
	for _, s := range p.said {
		l := Line{p.steps[s.step].Lines[s.line], p.breath(s.from), p.breath(s.to)}
		if elapsed < l.From {
			silence.To = l.From
			return silence
		}
		if elapsed < l.To {
			return l
		}
		silence.From = l.To
	}
	return silence
}

// Next is when, after elapsed, the line next changes, or may change. It is false where it changes no more.
func (p Plan) Next(elapsed time.Duration) (time.Duration, bool) {
	l := p.At(elapsed)
	return l.To, l.To > elapsed
}

// breath is when the n-th breath begins, counted from 0.
func (p Plan) breath(n float64) time.Duration {
	return p.line.LeadIn + time.Duration(n*float64(p.line.Pattern.Period()))
}
