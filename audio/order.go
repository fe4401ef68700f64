package audio

import (
	"time"

	"kindhum/app/breath"
)

// order tells the audio goroutine what to play. It is not changed once it was given.
type order struct {
	id       int64
	timeline breath.Timeline
	at, fade time.Duration
	anchor   int64 // monotonic ns at which at is heard, or 0
	engine   engine
	goOn     bool // keep the place, if something plays
}

// ordered is what a Play asks for. What is out of bounds is brought within them.
func ordered(p Play) order {
	const longest = 48 * time.Hour
	return order{
		id:       p.ID,
		timeline: p.Timeline,
		at:       min(max(p.At, 0), longest),
		fade:     faded(p.Fade),
		anchor:   p.Anchor,
		goOn:     p.Continue,
	}
}

// faded is a fade that is neither a click nor for ever.
func faded(d time.Duration) time.Duration {
	return min(max(d, 50*time.Millisecond), time.Minute)
}

// after is the one order that does what earlier and then o would have done.
func (o order) after(earlier *order) order {
	if earlier == nil {
		return o
	}
	if o.engine == nil {
		o.engine = earlier.engine
	}
	if o.goOn && !earlier.goOn {
		o.at, o.anchor, o.fade, o.goOn = earlier.at, earlier.anchor, earlier.fade, false
	}
	return o
}
