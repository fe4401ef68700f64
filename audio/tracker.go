package audio

import (
	"math"
	"time"

	"kindhum/audio/device"
)

const (
	settled = 0.05 // part of a difference that one observation corrects, once there were many
	// astray is a difference that no jitter explains, in frames: a hole, or a device that
	// held still. It is believed at once.
	astray = 0.1 * device.Rate
)

// tracker knows which frame is heard at what time, counted in frames pulled
// since the start. What it observes jitters with the bites in which a sound
// server takes frames; so it moves toward an observation, quickly at first.
// Its zero value has observed nothing.
type tracker struct {
	seen  int
	frame float64
	at    int64 // monotonic ns
}

// observe takes note that frame is heard at monotonic time at.
func (t *tracker) observe(frame, at int64) {
	guess := t.heard(at)
	if off := float64(frame) - guess; t.seen == 0 || math.Abs(off) > astray {
		*t = tracker{frame: float64(frame)}
	} else {
		t.frame = guess + off*max(settled, 1/float64(t.seen+1))
	}
	t.seen++
	t.at = at
}

// heard is the frame heard at a time.
func (t *tracker) heard(at int64) float64 {
	return t.frame + float64(at-t.at)*device.Rate/float64(time.Second)
}

// when is the time at which a frame is heard.
func (t *tracker) when(frame float64) int64 {
	return t.at + int64((frame-t.frame)*float64(time.Second)/device.Rate)
}
