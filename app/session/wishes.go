package session

import (
	"time"

	"kindhum/app/breath"
)

// hold is pause, resume and toggle.
func hold(s State, e Event) (State, []Effect) {
	switch {
	case s.Mode == Paused && e.Wish != Pause:
		return resume(s)
	case s.Mode == Paused || e.Wish == Resume:
		return s, nil
	}
	return pause(s, e.At)
}

func pause(s State, at time.Duration) (State, []Effect) {
	s.Back, s.Mode, s.Place = s.Mode, Paused, at
	return s, []Effect{Hush{FadePause}}
}

func resume(s State) (State, []Effect) {
	s.Mode, s.Slept = s.Back, false
	return s, []Effect{Play{s.Line, s.Place, FadePause}}
}

// sleep pauses what went on while the machine slept.
func sleep(s State, at time.Duration) (State, []Effect) {
	if s.Mode == Paused {
		return s, nil
	}
	s, effects := pause(s, at)
	s.Slept = true
	return s, effects
}

// ease stops the pacing and softens the hum, or brings both back.
func ease(s State, at time.Duration) (State, []Effect) {
	switch s.Mode {
	case LeadIn, Running:
		s.Mode = Easing
		s.Line.Shape, s.Line.From = breath.Eased, at
		return s, []Effect{Change{s.Line, fadeChange}}
	case Easing:
		return unease(s, at)
	case Paused:
		if s.Back == Tone {
			return s, nil // a tone has no pacing to ease
		}
		s.Mode, s.Slept = Easing, false
		s.Line.Shape, s.Line.From = breath.Eased, at
		return s, []Effect{Play{s.Line, at, FadePause}}
	}
	return s, nil
}

// unease goes back to the breath, at the place it has come to meanwhile.
func unease(s State, at time.Duration) (State, []Effect) {
	s.Line.Shape, s.Line.From = breath.Paced, 0
	s.Mode = Running
	if at < s.Line.LeadIn {
		s.Mode = LeadIn
	}
	return s, []Effect{Change{s.Line, FadeStop}}
}

// longer adds a minute where there is an end to move.
func longer(s State, at time.Duration) (State, []Effect) {
	if s.Mode == Tone || (s.Mode == Paused && s.Back == Tone) {
		if s.Line.Until == 0 {
			return s, nil // it goes on anyway
		}
		s.Line.Until += OneLonger
		return s, change(s)
	}
	if s.Plan.Trial != NoTrial {
		return s, nil
	}
	if s.Plan.Length == 0 {
		return s, []Effect{Refuse{NoLength}}
	}
	s.Plan.Length += OneLonger
	s.Line.Breaths = breath.Count(s.Line.Pattern, s.Plan.Length)
	if s.Mode == Ending {
		s.Mode, s.Timely = Running, false
		s.Line.Shape, s.Line.From = breath.Paced, 0
	}
	effects := change(s)
	s, more := tick(s, at) // a very short breath may already be over
	return s, append(effects, more...)
}

// change makes the new timeline heard, when anything is.
func change(s State) []Effect {
	if s.Mode == Paused {
		return nil
	}
	return []Effect{Change{s.Line, fadeChange}}
}

// stop ends what plays, without finishing the breath.
func stop(s State, at time.Duration) (State, []Effect) {
	effects := leave(s, at, HowStopped)
	if s.Mode == Paused {
		return State{}, append(effects, Hush{})
	}
	s.Mode, s.IdleAt, s.Timely = Ending, at+FadeStop, false
	return s, append(effects, Hush{FadeStop})
}
