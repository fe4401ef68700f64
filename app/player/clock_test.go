package player

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"kindhum/audio/synth"
)

const ms = int64(time.Millisecond)

func frames(d time.Duration) int64 { return int64(d) * synth.Rate / int64(time.Second) }

func TestTheClockWaitsForTheFirstFrame(t *testing.T) {
	var c clock
	c.play(0, 0)
	if c.now(100*ms) != 0 || c.running(100*ms) {
		t.Error("it ran before anything was heard")
	}
	c.heard(0, 120*ms, 130*ms)
	if got := c.now(1120 * ms); got != time.Second || !c.running(1120*ms) {
		t.Errorf("a second after the first frame it is %v", got)
	}
}

func TestTheClockWaitsNoLongerThanHalfASecond(t *testing.T) {
	var c clock
	c.play(7*time.Second, 0)
	if at, waits := c.deadline(); !waits || at != 500*ms {
		t.Errorf("%v, %v", at, waits)
	}
	if got := c.now(1500 * ms); got != 8*time.Second {
		t.Errorf("a second after the deadline it is %v", got)
	}
}

func TestAPauseStandsAndGoesOnFromThere(t *testing.T) {
	var c clock
	c.play(0, 0)
	c.heard(0, 0, 0)
	c.stand(3000 * ms)
	if got := c.now(90_000 * ms); got != 3*time.Second || c.running(90_000*ms) {
		t.Errorf("it stands at %v", got)
	}
	if c.heard(frames(5*time.Second), 90_000*ms, 90_000*ms) || c.now(90_000*ms) != 3*time.Second {
		t.Error("a late report moved it")
	}
	c.play(3*time.Second, 90_000*ms)
	c.heard(frames(3*time.Second), 90_200*ms, 90_210*ms)
	if got := c.now(91_200 * ms); got != 4*time.Second {
		t.Errorf("a second later it is %v", got)
	}
}

func TestASoundThatIsFarAstrayIsToldWhereToBe(t *testing.T) {
	var c clock
	c.play(0, 0)
	c.heard(0, 0, 0)
	if !c.heard(frames(8*time.Second), 10_000*ms, 10_000*ms) {
		t.Error("two seconds off, and nothing is done about it")
	}
	if got := c.now(10_000 * ms); got != 10*time.Second {
		t.Errorf("the clock jumped to %v", got)
	}
}

// Whatever the reports say, time never goes back, and it comes to what is heard.
func TestTheClockFollowsWithoutAStep(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var c clock
		c.play(0, 0)
		c.heard(0, 0, 0)
		off := rapid.Int64Range(-45, 45).Draw(t, "off") * ms // the sound card's clock against ours
		last, now := time.Duration(0), int64(0)
		for range 60 {
			noise := rapid.Int64Range(-2, 2).Draw(t, "noise") * ms
			for range 10 {
				now += 100 * ms
				is := c.now(now)
				if is < last {
					t.Fatalf("from %v back to %v", last, is)
				}
				if step := is - last; step > 100*time.Millisecond+2*slew {
					t.Fatalf("a step of %v in 100 ms", step)
				}
				last = is
			}
			if c.heard(frames(time.Duration(now+off+noise)), now, now) {
				t.Fatal("45 ms are not astray")
			}
		}
		if d := c.now(now+1000*ms) - time.Duration(now+1000*ms+off); d > 4*time.Millisecond || d < -4*time.Millisecond {
			t.Fatalf("after a minute it is still %v off", d)
		}
	})
}
