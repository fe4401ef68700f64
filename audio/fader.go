package audio

import (
	"math"
	"time"
)

// fader is a gain that moves from one value to another. Times are monotonic
// nanoseconds.
type fader struct {
	from, to float64
	begun    int64
	length   time.Duration
	falling  bool
}

// still is a fader that stays at gain.
func still(gain float64) fader { return fader{from: gain, to: gain} }

// toward moves from where f is to gain by a raised cosine.
func (f fader) toward(gain float64, now int64, length time.Duration) fader {
	return fader{from: f.at(now), to: gain, begun: now, length: length}
}

// fall moves from where f is to silence along (1-x)^2. It begins without delay,
// where a raised cosine would lose its first decibel only after a fifth of a
// long fade, and it lands as softly.
func (f fader) fall(now int64, length time.Duration) fader {
	return fader{from: f.at(now), begun: now, length: length, falling: true}
}

// at is the gain at a time.
func (f fader) at(now int64) float64 {
	if f.done(now) {
		return f.to
	}
	x := max(0, float64(now-f.begun)/float64(f.length))
	if f.falling {
		return f.from * (1 - x) * (1 - x)
	}
	return f.from + (f.to-f.from)*(1-math.Cos(math.Pi*x))/2
}

// done reports whether the gain moves no more.
func (f fader) done(now int64) bool { return now >= f.end() }

func (f fader) end() int64 { return f.begun + int64(f.length) }
