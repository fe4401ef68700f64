package choice

import (
	"fmt"
	"time"
)

// The bounds of the background tone.
const (
	MinSwell, MaxSwell = 6 * time.Second, time.Minute // period of a tone that swells
	MinTimer           = time.Second                  // of the sleep timer; MaxLength is the longest
	MaxFade            = 5 * time.Minute              // of the sleep timer
	Even               = time.Duration(0)             // a tone that does not swell
	NoTimer            = time.Duration(0)             // a tone that goes on until it is ended
)

// Tone is how the background tone goes. Its zero value is even, without a timer, and would
// end at once: begin with DefaultTone.
type Tone struct {
	Swell time.Duration `json:"swell"` // Even, or 6 s to 1 min
	Timer time.Duration `json:"timer"` // NoTimer, or 1 s to 24 h: the sleep timer
	Fade  time.Duration `json:"fade"`  // 0 to 5 min: how long the timer fades the tone
}

// DefaultTone is how the tone goes when nothing else was chosen.
func DefaultTone() Tone { return Tone{Fade: 30 * time.Second} }

// Clamp returns t with each time that is out of bounds replaced by the nearest that is allowed.
func (t Tone) Clamp() Tone {
	if t.Swell != Even {
		t.Swell = min(max(t.Swell, MinSwell), MaxSwell)
	}
	if t.Timer != NoTimer {
		t.Timer = min(max(t.Timer, MinTimer), MaxLength)
	}
	t.Fade = min(max(t.Fade, 0), MaxFade)
	return t
}

// ToneChange is some of a Tone: what is nil stays as it is.
type ToneChange struct {
	Swell *time.Duration `json:"swell,omitempty"`
	Timer *time.Duration `json:"timer,omitempty"`
	Fade  *time.Duration `json:"fade,omitempty"`
}

// Apply returns t with the change made, or an error that says which time is out of
// bounds; t is then unchanged.
func (c ToneChange) Apply(t Tone) (Tone, error) {
	to := t
	set(&to.Swell, c.Swell)
	set(&to.Timer, c.Timer)
	set(&to.Fade, c.Fade)
	switch kept := to.Clamp(); {
	case kept.Swell != to.Swell:
		return t, fmt.Errorf("a swell lasts 6s to 1m, or 0 for an even tone, not %s", to.Swell)
	case kept.Timer != to.Timer:
		return t, fmt.Errorf("a sleep timer lasts 1s to 24h, not %s", to.Timer)
	case kept.Fade != to.Fade:
		return t, fmt.Errorf("a fade lasts 0s to 5m, not %s", to.Fade)
	}
	return to, nil
}
