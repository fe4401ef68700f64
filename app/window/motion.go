package window

import (
	"math"
	"time"

	"kindhum/app/breath"
	"kindhum/app/control"
	"kindhum/app/theme"
)

// restFullness is how open the circle is while nothing leads it.
const restFullness = 0.34

const (
	slewTime = 300 * time.Millisecond // in which most of a small correction is made
	slewMost = 120 * time.Millisecond // a larger one is a glide
	soonTime = 2 * time.Second        // a session that has not come by then is not waited for
)

// follower turns snapshots into what is seen: it slews small corrections of the clock, and glides
// where the timeline changes. Its zero value rests. Times are monotonic, in nanoseconds.
type follower struct {
	snap    control.Snapshot
	led     bool // a timeline leads; otherwise the circle rests
	elapsed time.Duration
	last    int64
	shown   float64 // fullness that was last seen
	apart   float64 // how far that was from the new timeline when the glide began
	glideAt int64   // when it began; 0 when it is over
	soonAt  int64   // when a session was wished for that has not come; 0 is none
}

// start rests at once, before the first snapshot.
func (f *follower) start() { f.shown = restFullness }

// expect sets out at once for where every session begins: a player may have to start first, and whoever has wished
// for a session sees that it was heard.
func (f *follower) expect(now int64) {
	if !f.led {
		f.soonAt = now
		f.glide(now)
	}
}

// glide goes on from what is seen to the target.
func (f *follower) glide(now int64) { f.apart, f.glideAt = f.shown-f.target().Fullness, now }

// take follows another snapshot from now on. led says whether its timeline leads the circle.
func (f *follower) take(s control.Snapshot, led bool, now int64) {
	same := f.led == led && f.snap.Session == s.Session && f.snap.Timeline == s.Timeline &&
		f.snap.Clock.Running == s.Clock.Running
	target := s.Clock.ElapsedAt(now)
	f.snap, f.led = s, led
	if led {
		f.soonAt = 0
	}
	if !same || (target-f.elapsed).Abs() > slewMost {
		f.elapsed = target
		f.glide(now)
	}
	f.last = max(f.last, now)
}

// target is what the circle would show without a glide.
func (f *follower) target() breath.Moment {
	if !f.led {
		m := breath.Moment{Cycle: -1, Fullness: restFullness}
		if f.soonAt != 0 {
			m.Fullness = 0
		}
		return m
	}
	return f.snap.Timeline.At(f.elapsed)
}

// at is what is seen now: the fullness, the moment of the timeline and its elapsed time.
func (f *follower) at(now int64) (float64, breath.Moment, time.Duration) {
	f.advance(now)
	if f.soonAt != 0 && now-f.soonAt > int64(soonTime) {
		f.soonAt = 0
		f.glide(now)
	}
	m := f.target()
	full := m.Fullness
	if f.glideAt != 0 {
		left := 1 - ease(float64(now-f.glideAt)/float64(theme.Glide))
		full = min(max(full+left*f.apart, 0), 1)
		if left <= 0 {
			f.glideAt = 0
		}
	}
	f.shown = full
	return full, m, f.elapsed
}

// moving says whether the next frame may differ from this one.
func (f *follower) moving() bool {
	return f.glideAt != 0 || f.soonAt != 0 || (f.led && f.snap.Clock.Running)
}

// advance moves the elapsed time on, a little faster or slower than time itself while it is
// being corrected, and never backwards.
func (f *follower) advance(now int64) {
	dt := time.Duration(max(0, now-f.last))
	f.last = max(f.last, now)
	if !f.snap.Clock.Running {
		f.elapsed = f.snap.Clock.Elapsed
		return
	}
	expected := f.elapsed + dt
	wrong := f.snap.Clock.ElapsedAt(now) - expected
	share := 1 - math.Exp(-float64(dt)/float64(slewTime))
	f.elapsed = max(f.elapsed, expected+time.Duration(share*float64(wrong)))
}

// ease is 0 up to 0, 1 from 1 on, and smooth between.
func ease(x float64) float64 {
	x = min(max(x, 0), 1)
	return x * x * (3 - 2*x)
}

// drift is where the hue is, 0..1 and back in four minutes.
func drift(elapsed time.Duration) float64 {
	return (1 - math.Cos(2*math.Pi*elapsed.Seconds()/240)) / 2
}

// progress is how much of a session is over, 0..1, or -1 without an end.
func progress(t breath.Timeline, elapsed time.Duration) float64 {
	end, timed := t.End()
	if !timed || end <= t.LeadIn {
		return -1
	}
	return min(max(float64(elapsed-t.LeadIn)/float64(end-t.LeadIn), 0), 1)
}
