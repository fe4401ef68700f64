package audio

import (
	"time"

	"kindhum/app/breath"
	"kindhum/app/choice"
)

// Command is one line (JSON) on the child's standard input. Fields that are
// set are carried out in the order they stand here.
type Command struct {
	Sound *choice.Sound `json:"sound,omitempty"` // all of it; volume and mute are faded, the rest glides
	Play  *Play         `json:"play,omitempty"`
	Hush  *Hush         `json:"hush,omitempty"`
}

// Play says what is heard from now on. What was heard before is crossfaded
// into it.
type Play struct {
	// ID comes back with every Heard, so that an old report is not taken for a new one.
	ID       int64           `json:"id"`
	Timeline breath.Timeline `json:"timeline"`
	Seed     uint64          `json:"seed"`
	// At is the elapsed time of the timeline at which to begin.
	At time.Duration `json:"at"`
	// Anchor, when set, is the monotonic time (ns) at which At is right: the child then
	// begins so that what is heard at any later time t is At + (t - Anchor).
	Anchor int64 `json:"anchor,omitempty"`
	// Continue changes the timeline and keeps the place in it: At and Anchor are ignored
	// when something is playing.
	Continue bool `json:"continue,omitempty"`
	// Fade is how long the crossfade takes, or the fade from silence.
	Fade time.Duration `json:"fade"`
}

// Hush fades what is heard to silence, beginning within 150 ms, and then
// plays nothing until the next Play.
type Hush struct {
	Fade time.Duration `json:"fade"`
}

// Report is one line (JSON) on the child's standard output.
type Report struct {
	State string `json:"state,omitempty"` // ready: the device plays; failed: it does not, Error says why, the child ends
	Error string `json:"error,omitempty"`
	Heard *Heard `json:"heard,omitempty"`
}

// Heard says what the speaker plays: frame Frame of the timeline of play ID
// (48,000 a second, from its elapsed time 0) was heard at monotonic time At (ns).
type Heard struct {
	ID    int64 `json:"id"`
	Frame int64 `json:"frame"`
	At    int64 `json:"at"`
}
