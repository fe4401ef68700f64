package window

import (
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"

	"kindhum/app/breath"
	"kindhum/app/control"
)

const tick = int64(time.Second / 60)

func session(elapsed time.Duration, at int64) control.Snapshot {
	return control.Snapshot{
		Session: 1, Timeline: breath.Timeline{Pattern: breath.Default, Breaths: 30},
		Clock: control.Clock{Elapsed: elapsed, At: at, Running: true},
	}
}

func TestTheCircleIsLargestWhenTheInBreathEnds(t *testing.T) {
	var f follower
	f.start()
	f.take(session(0, 0), true, 0)
	best, when := 0.0, int64(0)
	for now := int64(0); now < int64(10*time.Second); now += tick {
		if full, _, _ := f.at(now); full > best {
			best, when = full, now
		}
	}
	if math.Abs(float64(when)/1e9-4) > 0.02 || best < 0.9999 {
		t.Errorf("largest, %v, after %v", best, time.Duration(when))
	}
}

func TestSmallCorrectionsDoNotJump(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var f follower
		f.start()
		f.take(session(0, 0), true, 0)
		now, last, before := int64(0), -1.0, time.Duration(-1)
		for range 600 {
			now += tick
			if rapid.IntRange(0, 30).Draw(t, "correct") == 0 {
				off := time.Duration(rapid.IntRange(-40, 40).Draw(t, "ms")) * time.Millisecond
				f.take(session(time.Duration(now)+off, now), true, now)
			}
			full, _, elapsed := f.at(now)
			if elapsed < before {
				t.Fatalf("time went back by %v", before-elapsed)
			}
			if last >= 0 && now > int64(2*time.Second) && math.Abs(full-last) > 0.012 {
				t.Fatalf("the circle jumped from %v to %v", last, full)
			}
			last, before = full, elapsed
		}
	})
}

func TestANewTimelineIsGlidedTo(t *testing.T) {
	var f follower
	f.start()
	f.take(session(0, 0), true, 0)
	now := int64(0)
	for ; now < int64(4*time.Second); now += tick {
		f.at(now)
	}
	f.take(control.Snapshot{}, false, now) // full, and then nothing leads
	last := 1.0
	for end := now + int64(1100*time.Millisecond); now < end; now += tick {
		full, _, _ := f.at(now)
		if math.Abs(full-last) > 0.03 {
			t.Fatalf("jumped from %v to %v", last, full)
		}
		last = full
	}
	if last != restFullness || f.moving() {
		t.Errorf("ended at %v, moving %v", last, f.moving())
	}
}

func TestAFadeHasFewSteps(t *testing.T) {
	var f fade
	f.to(true, 0)
	seen := map[float64]bool{}
	for now := int64(0); now < int64(2*time.Second); now += int64(time.Millisecond) {
		seen[f.tick(now, time.Second)] = true
	}
	if len(seen) > 24 || !seen[1] || f.moving() {
		t.Errorf("%d steps, moving %v", len(seen), f.moving())
	}
}

func TestOneTextLeavesBeforeTheNextComes(t *testing.T) {
	s := saying{leave: time.Second, come: time.Second}
	s.say("in", 0)
	now := int64(0)
	for ; now < int64(2*time.Second); now += tick {
		s.tick(now)
	}
	s.say("out", now)
	gone := false
	for end := now + int64(3*time.Second); now < end; now += tick {
		text, part := s.tick(now)
		gone = gone || part == 0
		if text == "out" && !gone {
			t.Fatal("the new text came while the old one was there")
		}
	}
	if s.text != "out" || s.waiting() {
		t.Errorf("shows %q", s.text)
	}
}

func TestAWishForASessionIsSeenAtOnce(t *testing.T) {
	wished := func(come bool) (seen, last float64) {
		var f follower
		f.start()
		const begun = int64(time.Hour)
		f.at(begun)
		f.expect(begun)
		for now := begun + tick; now < begun+int64(4*time.Second); now += tick {
			if come && now > begun+int64(200*time.Millisecond) {
				s := session(0, now)
				s.Timeline.LeadIn = 10 * time.Second
				f.take(s, true, now)
				come = false
			}
			full, _, _ := f.at(now)
			if now < begun+int64(100*time.Millisecond) {
				seen = restFullness - full
			}
			if math.Abs(full-last) > 0.02 && last != 0 {
				t.Fatalf("jumped from %v to %v", last, full)
			}
			last = full
		}
		if !come && !f.led && f.moving() {
			t.Error("it moves for ever")
		}
		return seen, last
	}
	if seen, last := wished(true); seen < 2.0/256 || last != 0 {
		t.Errorf("in the first 100 ms it moved by %v, and came to %v", seen, last)
	}
	if _, last := wished(false); last != restFullness {
		t.Errorf("where no session came, it stays at %v", last)
	}
}
