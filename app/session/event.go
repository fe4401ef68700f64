package session

import (
	"time"

	"kindhum/app/breath"
	"kindhum/app/choice"
)

// Wish is what happens: somebody wishes something, or time passes.
type Wish uint8

// The wishes. Tick says that time has passed, Sleep that the machine has slept. Try lets a sound
// be heard where nothing else plays.
const (
	Tick Wish = iota
	Begin
	Try
	ToneOn
	Pause
	Resume
	Toggle
	Ease
	Longer
	Stop
	Sleep
)

// Event is a wish at an elapsed time.
type Event struct {
	Wish Wish
	At   time.Duration
	Plan Plan        // of Begin and Try
	Tone choice.Tone // of ToneOn
}

// Effect is something to carry out: Play, Change, Hush, LogBegin, LogEnd or Refuse.
type Effect interface{ effect() }

// Play sounds a timeline from At on; the clock stands at At until its first frame is heard.
// What sounded before is crossfaded into it.
type Play struct {
	Line     breath.Timeline
	At, Fade time.Duration
}

// Change goes on at the same place of another timeline.
type Change struct {
	Line breath.Timeline
	Fade time.Duration
}

// Hush fades to silence.
type Hush struct{ Fade time.Duration }

// LogBegin enters the session in the log.
type LogBegin struct{}

// LogEnd writes how far the session came, and how it ended.
type LogEnd struct {
	At  time.Duration
	How string // one of the How constants
}

// How a session ends.
const (
	HowTime     = "time"
	HowStopped  = "stopped"
	HowReplaced = "replaced"
	HowTone     = "tone"
)

// Refuse leaves everything as it is; Reason is one line for the person.
type Refuse struct{ Reason string }

func (Play) effect()     {}
func (Change) effect()   {}
func (Hush) effect()     {}
func (LogBegin) effect() {}
func (LogEnd) effect()   {}
func (Refuse) effect()   {}

// The reasons for which a wish is refused.
const (
	NothingPlays = "nothing is playing"
	NoLength     = "an open session has no end to move; it goes on until it is stopped"
)

// How long changes take to be heard through.
const (
	FadeStop   = 1500 * time.Millisecond
	FadePause  = 300 * time.Millisecond
	fadeChange = 500 * time.Millisecond
	OneLonger  = time.Minute

	longestSeam = 6 * time.Second // of a tone that gives way to a session
)
