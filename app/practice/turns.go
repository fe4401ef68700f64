package practice

import "time"

// How the phrases of a practice in turns become rarer: at first one comes with each out-breath, for a
// few rounds; then two rounds with every second, two with every fourth, and so on. The longer a session
// lasts, the more of it is silence, and whoever adds a minute changes nothing of what was said.
const (
	firstRounds = 3
	laterRounds = 2
)

// turn is which of the phrases comes with the n-th breath after the invitation, from 0; false is none.
func turn(n, phrases int) (int, bool) {
	every, rounds := 1, firstRounds
	for {
		lasts := rounds * phrases * every
		if n < lasts {
			return n / every % phrases, n%every == 0
		}
		n -= lasts
		every, rounds = 2*every, laterRounds
	}
}

// opening is what is said once, before the lines that come in turn.
func opening(steps []Step, talk Talk) []said {
	var all []said
	for i, s := range steps {
		for n := range talk.of(len(s.Lines)) {
			all = append(all, said{step: i, line: n})
		}
	}
	return all
}

// inTurn is the line at an elapsed time: the first steps are said once, at the beginning, a line with each
// breath; the last one in turn, a line with an out-breath. In a session of very few breaths the phrases are what
// matters, and the invitation is left out. With less talk everything takes more breaths, and all but the first
// of each passes in silence: at no time has more been said than with more talk.
func (p Plan) inTurn(elapsed time.Duration) Line {
	m := p.line.At(elapsed)
	if m.Done {
		return Line{To: -1}
	}
	if m.Cycle < 0 {
		return Line{To: p.line.LeadIn}
	}
	begun, next := p.breath(float64(m.Cycle)), p.breath(float64(m.Cycle+1))
	l, speaks := p.withBreath(m.Cycle, begun)
	switch {
	case !speaks:
		return Line{From: begun, To: next}
	case elapsed < l.From:
		return Line{From: begun, To: l.From}
	case elapsed >= l.To:
		return Line{From: l.To, To: next}
	}
	return l
}

// withBreath is the line that comes with a breath, counted from 0, which begins at begun.
func (p Plan) withBreath(cycle int, begun time.Duration) (Line, bool) {
	every := p.talk.every()
	if cycle%every != 0 {
		return Line{}, false
	}
	cycle /= every
	from, to := p.outBreath()
	if len(p.said) > 0 && !p.brief {
		if cycle < len(p.said) {
			s := p.said[cycle]
			return Line{p.steps[s.step].Lines[s.line], begun, begun + to - from}, true
		}
		cycle -= len(p.said)
	}
	phrases := p.steps[len(p.steps)-1].Lines
	which, speaks := turn(cycle, len(phrases))
	if !speaks {
		return Line{}, false
	}
	return Line{phrases[which], begun + from, begun + to}, true
}

// outBreath is when in a breath a phrase is shown: for all of the out-breath, and for half the breath where the
// out-breath is shorter than that. It is gone before the rest as far as that goes: a session ends there.
func (p Plan) outBreath() (from, to time.Duration) {
	pattern, half := p.line.Pattern, p.line.Pattern.Period()/2
	out := pattern.In + pattern.Hold
	from = min(out, max(0, half-pattern.Rest))
	return from, max(out+pattern.Out, from+half)
}
