package session

import (
	"time"

	"kindhum/app/breath"
)

// Mode is what there is to see and hear.
type Mode uint8

// The modes, as the command line names them.
const (
	Idle Mode = iota
	LeadIn
	Running
	Easing
	Paused
	Ending
	Tone
)

// String is the mode's name in the command line's contract.
func (m Mode) String() string {
	return [...]string{"idle", "lead-in", "running", "easing", "paused", "ending", "tone"}[min(int(m), 6)]
}

// Plan is what was asked for when a session began.
type Plan struct {
	Practice string
	Pattern  breath.Pattern
	Length   time.Duration // 0 is open
	LeadIn   time.Duration
	Tail     time.Duration // how long the sound rings after the last out-breath
	Hidden   bool          // closing a window never ends it
	Trial    Trial
}

// Trial says that a session is none: one breath to hear a sound by. It is not logged and cannot be made longer.
type Trial uint8

// The trials.
const (
	NoTrial   Trial = iota
	TryHum          // the out-breath alone
	TryBreath       // in and out
	TryBells        // in and out, with the bowl before and after
)

// start is the elapsed time at which a trial begins.
func (t Trial) start(p breath.Pattern) time.Duration {
	if t == TryHum {
		return p.In + p.Hold
	}
	return 0
}

// timeline lays the plan out in breaths.
func (p Plan) timeline() breath.Timeline {
	t := breath.Timeline{Pattern: p.Pattern, LeadIn: p.LeadIn, NoBells: p.Trial == TryHum || p.Trial == TryBreath}
	if p.Length > 0 {
		t.Breaths = breath.Count(p.Pattern, p.Length)
	}
	return t
}

// State is all that decides what an event leads to. Its zero value is idle.
type State struct {
	Mode   Mode
	Back   Mode // while paused: where resume leads
	Plan   Plan // of the session, also while it ends
	Line   breath.Timeline
	Place  time.Duration // while paused: the elapsed time that stands
	Since  time.Duration // of a tone: the elapsed time at which it began
	IdleAt time.Duration // while ending: the elapsed time at which nothing is left
	Timely bool          // while ending: the session's time was up
	Logged bool          // the session is in the log
	Slept  bool          // while paused: the machine slept, nobody asked
}

// IsSession reports whether a session is going on or paused, as against a tone or nothing.
func (s State) IsSession() bool {
	switch s.Mode {
	case LeadIn, Running, Easing:
		return true
	case Paused:
		return s.Back != Tone
	}
	return false
}

// Wake is the elapsed time at which the state changes by itself, by a Tick. It
// is false where it would stay for ever.
func (s State) Wake() (time.Duration, bool) {
	switch s.Mode {
	case LeadIn:
		return s.Line.LeadIn, true
	case Running, Easing:
		if !s.Logged && s.Plan.Trial == NoTrial {
			return s.Line.LeadIn, true
		}
		return s.Line.End()
	case Ending:
		return s.IdleAt, true
	case Tone:
		return s.Line.Until, s.Line.Until > 0
	}
	return 0, false
}
