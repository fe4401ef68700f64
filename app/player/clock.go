package player

import (
	"time"

	"kindhum/app/control"
	"kindhum/audio/synth"
)

const (
	// patience is how long the clock waits for the first frame to be heard.
	patience = 500 * time.Millisecond
	// slew is the most that one report moves the clock, and pull the part of the
	// difference it takes: reports come once a second, so a few milliseconds vanish
	// within seconds and nobody sees a step.
	slew = 5 * time.Millisecond
	pull = 4 // divides the difference
	// astray is a difference that slewing would take too long for: the sound is
	// told to come to the clock instead.
	astray = 50 * time.Millisecond
)

// clock reckons the elapsed time, in monotonic nanoseconds that its caller brings. It stands,
// or waits to be heard, or runs. It never goes backwards while it runs.
type clock struct {
	elapsed time.Duration
	at      int64 // when elapsed was right; while waiting: when it runs by itself
	state   clockState
	last    time.Duration // what was last told
}

type clockState uint8

const (
	standing clockState = iota
	waiting
	ticking
)

// play stands at elapsed until the first frame is heard, half a second at most.
func (c *clock) play(elapsed time.Duration, now int64) {
	*c = clock{elapsed: elapsed, last: elapsed, at: now + int64(patience), state: waiting}
}

// stand stops the clock.
func (c *clock) stand(now int64) {
	*c = clock{elapsed: c.now(now), state: standing}
}

// now is the elapsed time.
func (c *clock) now(now int64) time.Duration {
	e := c.elapsed
	if c.state == ticking || (c.state == waiting && now > c.at) {
		e += time.Duration(now - c.at)
	}
	c.last = max(c.last, e)
	return c.last
}

// running reports whether the elapsed time moves.
func (c *clock) running(now int64) bool {
	return c.state == ticking || (c.state == waiting && now >= c.at)
}

// deadline is when it begins to run by itself, while it waits.
func (c *clock) deadline() (int64, bool) { return c.at, c.state == waiting }

// patient has it run by itself once it has waited long enough.
func (c *clock) patient(now int64) {
	if c.state == waiting && now >= c.at {
		c.state = ticking
	}
}

// heard follows the sound: frame of the timeline was heard at monotonic time at. It reports
// whether the sound has gone so far astray that it should be told where to be.
func (c *clock) heard(frame, at, now int64) (lost bool) {
	position := time.Duration(frame) * time.Second / synth.Rate
	switch c.state {
	case standing:
		return false
	case waiting:
		if at <= c.at {
			c.elapsed, c.at, c.state = position, at, ticking
			return false
		}
		c.patient(now) // it ran by itself since c.at
	}
	is := c.now(now)
	difference := position + time.Duration(now-at) - is
	if difference > astray || difference < -astray {
		return true
	}
	c.elapsed, c.at = is+min(max(difference/pull, -slew), slew), now
	return false
}

// told is the clock as others are told of it.
func (c *clock) told(now int64) control.Clock {
	return control.Clock{Elapsed: c.now(now), At: now, Running: c.running(now)}
}
