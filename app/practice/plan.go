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
	turns bool
	brief bool // too short for the invitation
	steps []Step
	said  []said // for a plan without turns: all there is to say, in order
}

// said is a line of a plan, in breaths from the first one. It begins with a breath.
type said struct {
	text     string
	from, to float64
}

// openFor is the number of breaths over which an open session unfolds a practice's steps,
// about seven minutes of 4-6. After that it is silent.
const openFor = 42

// Plan lays p over a timeline.
func (p Practice) Plan(t breath.Timeline) Plan {
	plan := Plan{line: t, turns: p.Turns, steps: p.Steps}
	if t.Pattern.Period() <= 0 || len(p.Steps) == 0 {
		return Plan{}
	}
	if p.Turns {
		plan.brief = t.Breaths > 0 && t.Breaths <= len(p.Steps[0].Lines)+len(p.Steps[len(p.Steps)-1].Lines)
		return plan
	}
	breaths := t.Breaths
	if breaths == 0 {
		breaths = openFor
	}
	plan.said = share(p.Steps, breaths)
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

// share gives each step its part of the breaths, and each line its part of the step.
func share(steps []Step, breaths int) []said {
	if breaths < len(steps) {
		steps = hearts(steps, breaths)
	}
	var all []said
	for i, s := range steps {
		from, to := i*breaths/len(steps), (i+1)*breaths/len(steps)
		all = append(all, spread(s.Lines, from, to)...)
	}
	return all
}

// hearts keeps as many steps as there are breaths, spread over the practice, the last one among
// them: a practice ends where it wants to lead.
func hearts(steps []Step, breaths int) []Step {
	kept := make([]Step, 0, breaths)
	for i := range breaths {
		kept = append(kept, steps[(i+1)*len(steps)/breaths-1])
	}
	return kept
}

// spread lays lines over the breaths of a step: at most one a breath, each for a breath or two,
// and a silence after each. Where there are fewer breaths than lines, the first ones are kept.
func spread(lines []string, from, to int) []said {
	n := min(len(lines), to-from)
	all := make([]said, 0, n)
	for i := range n {
		begin, end := from+i*(to-from)/n, from+(i+1)*(to-from)/n
		shown := min(stays, spoken*float64(end-begin))
		all = append(all, said{lines[i], float64(begin), float64(begin) + shown})
	}
	return all
}

const (
	stays  = 2.0 // breaths for which a line is shown, at most. Longer, and it is stared at.
	spoken = 0.8 // part of its time that a line takes; the rest is silence
)

// At is the line at an elapsed time, or the silence.
func (p Plan) At(elapsed time.Duration) Line {
	if p.turns {
		return p.inTurn(elapsed)
	}
	silence := Line{From: 0, To: -1}
	for _, s := range p.said {
		l := Line{s.text, p.breath(s.from), p.breath(s.to)}
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

// breath is when the n-th breath begins, counted from 0.
func (p Plan) breath(n float64) time.Duration {
	return p.line.LeadIn + time.Duration(n*float64(p.line.Pattern.Period()))
}

// inTurn is the line of the out-breath that elapsed is in, or the invitation before them: the first
// step is said once, at the beginning; the last one in turn, a line with each out-breath. In a session of very
// few breaths the phrases are what matters, and the invitation is left out.
func (p Plan) inTurn(elapsed time.Duration) Line {
	m := p.line.At(elapsed)
	if m.Cycle < 0 || m.Done {
		return Line{To: -1}
	}
	begun := p.breath(float64(m.Cycle))
	out := begun + p.line.Pattern.In + p.line.Pattern.Hold
	first, rest := p.steps[0].Lines, p.steps[len(p.steps)-1].Lines
	if len(p.steps) > 1 && !p.brief {
		if m.Cycle < len(first) {
			return Line{first[m.Cycle], begun, begun + p.line.Pattern.Period()}
		}
		m.Cycle -= len(first)
	}
	if elapsed < out {
		return Line{From: begun, To: out}
	}
	return Line{rest[m.Cycle%len(rest)], out, out + p.line.Pattern.Out}
}

// Next is when, after elapsed, the line next changes. It is false where it changes no more.
func (p Plan) Next(elapsed time.Duration) (time.Duration, bool) {
	if p.turns {
		if m := p.line.At(elapsed); m.Cycle < 0 {
			return p.line.LeadIn, true
		} else if m.Done {
			return 0, false
		}
		if l := p.inTurn(elapsed); l.To > elapsed {
			return l.To, true
		}
		return p.line.Next(elapsed) // the rest before the next breath
	}
	l := p.At(elapsed)
	return l.To, l.To > elapsed
}
