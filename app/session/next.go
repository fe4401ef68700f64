package session

import (
	"time"

	"kindhum/app/breath"
	"kindhum/app/choice"
)

// Next is the state after an event, and what is to be done about it. The table in
// next_test.go has every state and every wish.
func Next(s State, e Event) (State, []Effect) {
	if s.Mode == Paused {
		e.At = s.Place // its clock stands
	}
	switch e.Wish {
	case Begin:
		return begin(s, e)
	case Try:
		return try(s, e)
	case ToneOn:
		return tone(s, e)
	case Tick:
		return tick(s, e.At)
	}
	if s.Mode == Idle {
		if e.Wish == Sleep {
			return s, nil
		}
		return s, []Effect{Refuse{NothingPlays}}
	}
	if s.Mode == Ending && !(e.Wish == Longer && s.Timely) {
		return s, nil
	}
	switch e.Wish {
	case Pause, Resume, Toggle:
		return hold(s, e)
	case Ease:
		return ease(s, e.At)
	case Longer:
		return longer(s, e.At)
	case Stop:
		return stop(s, e.At)
	case Sleep:
		return sleep(s, e.At)
	}
	return s, nil
}

// begin starts a session, whatever went before.
func begin(s State, e Event) (State, []Effect) {
	effects := leave(s, e.At, HowReplaced)
	next := State{Mode: LeadIn, Plan: e.Plan, Line: e.Plan.timeline()}
	effects = append(effects, Play{Line: next.Line, Fade: crossfade(s, e.Plan)})
	next, begun := tick(next, 0)
	return next, append(effects, begun...)
}

// try begins the trial of a sound. What plays anyway is trial enough, and a pause is not to be broken.
func try(s State, e Event) (State, []Effect) {
	if s.Mode != Idle && s.Mode != Ending && s.Plan.Trial == NoTrial {
		return s, nil
	}
	next := State{Mode: LeadIn, Plan: e.Plan, Line: e.Plan.timeline()}
	at := e.Plan.Trial.start(e.Plan.Pattern)
	fade := time.Duration(0)
	if s.Mode != Idle && s.Mode != Paused {
		fade = FadePause
	}
	next, begun := tick(next, at)
	return next, append([]Effect{Play{Line: next.Line, At: at, Fade: fade}}, begun...)
}

// crossfade is how long what sounds in s takes to give way to something new. Into silence
// nothing is faded: every timeline begins softly by itself, and a bell is not to be cut. A tone goes
// with the lead-in, so that it is gone when the first breath begins and not long before.
func crossfade(s State, to Plan) time.Duration {
	switch s.Mode {
	case Idle, Paused:
		return 0
	case Tone:
		return min(max(FadeStop, to.LeadIn), longestSeam)
	}
	return FadeStop
}

// leave closes the log of a session that something else takes the place of.
func leave(s State, at time.Duration, how string) []Effect {
	if s.IsSession() && s.Logged {
		return []Effect{LogEnd{at, how}}
	}
	return nil
}

// tone lets the hum stay.
func tone(s State, e Event) (State, []Effect) {
	effects := leave(s, e.At, HowTone)
	switch s.Mode {
	case LeadIn, Running, Easing:
		// Without a seam: the same clock goes on under another shape.
		line := s.Line
		line.Breaths = 0 // the tone goes on where the session would have ended
		line.Shape, line.From = breath.Steady, line.Handover(e.At)
		if s.Mode == Easing {
			line.From = e.At // nothing is paced that could be waited for
		}
		line.Until, line.Fade = timer(e.At, e.Tone)
		line.Swell, line.NoBells = e.Tone.Swell, false
		return State{Mode: Tone, Line: line, Since: e.At}, append(effects, Change{line, fadeChange})
	case Tone:
		s.Line.Until, s.Line.Fade = timer(e.At, e.Tone)
		s.Line.Swell = e.Tone.Swell
		return s, append(effects, Change{s.Line, fadeChange})
	}
	line := breath.Timeline{Shape: breath.Steady, Swell: e.Tone.Swell}
	line.Until, line.Fade = timer(0, e.Tone)
	return State{Mode: Tone, Line: line}, append(effects, Play{line, 0, crossfade(s, Plan{})})
}

// timer is when a sleep timer that is set now will have faded the hum, and over how long: never as
// abruptly as to startle, and at most over half of its time.
func timer(now time.Duration, t choice.Tone) (until, fade time.Duration) {
	if t.Timer <= choice.NoTimer {
		return 0, 0
	}
	return now + t.Timer, min(max(t.Fade, FadeStop), t.Timer/2)
}

// tick is what time itself brings.
func tick(s State, at time.Duration) (State, []Effect) {
	var effects []Effect
	switch s.Mode {
	case LeadIn, Running, Easing:
		if at >= s.Line.LeadIn && !s.Logged && s.Plan.Trial == NoTrial {
			s.Logged = true
			effects = append(effects, LogBegin{})
		}
		if s.Mode == LeadIn && at >= s.Line.LeadIn {
			s.Mode = Running
		}
		if end, timed := s.Line.End(); timed && at >= end {
			s.Mode, s.Timely, s.IdleAt = Ending, true, end+s.Plan.Tail
			if s.Logged {
				effects = append(effects, LogEnd{end, HowTime})
			}
		}
	case Ending:
		if at >= s.IdleAt {
			return State{}, []Effect{Hush{}}
		}
	case Tone:
		if s.Line.Until > 0 && at >= s.Line.Until {
			return State{}, []Effect{Hush{}}
		}
	}
	return s, effects
}
