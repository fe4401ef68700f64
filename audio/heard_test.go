package audio

import (
	"math"
	"testing"
	"time"
)

// near is how exact a heard position has to be, in frames: 5 ms.
const near = 240

// agree fails where a report says another frame than the speaker played at that time.
func (b *bench) agree(reports []heardReport) {
	b.t.Helper()
	for _, r := range reports {
		played := b.heard(r.Heard.At, r.Heard.At+int64(time.Millisecond))
		if len(played) == 0 {
			b.t.Fatalf("nothing is known of the time of report %+v", *r.Heard)
		}
		if off := float64(r.Heard.Frame) - float64(played[0]-1); math.Abs(off) > near {
			b.t.Errorf("play %d: said frame %d, was %v: %.1f ms off", r.Heard.ID, r.Heard.Frame, played[0]-1, off/48)
		}
	}
}

func TestHeardPositionIsThatOfTheSpeaker(t *testing.T) {
	onBench(t, numbered, 0, func(b *bench) {
		b.send(Command{Sound: loud()})
		b.pass(777 * time.Millisecond)
		at := b.send(Command{Play: &Play{ID: 7, At: 5 * time.Second}})
		b.pass(10*time.Second + 50*time.Millisecond)
		told := b.told(7, at)
		b.agree(told)
		// Four a second for three seconds, one a second for the rest.
		if n := len(told); n < 17 || n > 20 {
			t.Errorf("%d reports came in 10 s", n)
		}
		first := told[0]
		if late := time.Duration(first.at - at); late > 150*time.Millisecond {
			t.Errorf("it was heard %v after the wish", late)
		}
		if off := first.Heard.Frame - 5*48000; off < 0 || off > near {
			t.Errorf("the first report is %d frames after the beginning", off)
		}
	})
}

func TestHeardPositionAfterAHush(t *testing.T) {
	onBench(t, numbered, 0, func(b *bench) {
		b.send(Command{Sound: loud()})
		b.pass(100 * time.Millisecond)
		b.send(Command{Play: &Play{ID: 1, At: time.Second}})
		b.pass(3 * time.Second)
		b.send(Command{Hush: &Hush{Fade: 200 * time.Millisecond}})
		b.pass(2 * time.Second)
		at := b.send(Command{Play: &Play{ID: 2, At: 90 * time.Second}})
		b.pass(4 * time.Second)
		told := b.told(2, at)
		if len(told) == 0 {
			t.Fatal("nothing was reported of the second play")
		}
		b.agree(told)
		if n := len(b.told(1, at)); n > 0 {
			t.Errorf("%d reports told of what was before the hush", n)
		}
	})
}

func TestAnchoredPlayIsWhereItShouldBe(t *testing.T) {
	onBench(t, numbered, 0, func(b *bench) {
		b.send(Command{Sound: loud()})
		b.pass(100 * time.Millisecond)
		anchor := clock() - int64(300*time.Millisecond) // a while ago, as after a loss
		for id, before := range []Command{{}, {}, {Hush: &Hush{Fade: time.Second}}} {
			b.send(before) // then: from silence, while it sounds, while it fades
			b.send(Command{Play: &Play{ID: int64(id + 1), At: 10 * time.Second, Anchor: anchor}})
			b.pass(3 * time.Second)
			told := b.told(int64(id+1), 0)
			if len(told) == 0 {
				t.Fatalf("play %d was never reported", id+1)
			}
			b.agree(told)
			for _, r := range told {
				want := 10*48000 + frames(time.Duration(r.Heard.At-anchor))
				if off := r.Heard.Frame - want; off < -near || off > near {
					t.Errorf("play %d is %d frames from where it should be", id+1, off)
				}
			}
		}
	})
}

func TestContinueKeepsThePlace(t *testing.T) {
	onBench(t, numbered, 0, func(b *bench) {
		b.send(Command{Sound: loud()})
		b.pass(100 * time.Millisecond)
		b.send(Command{Play: &Play{ID: 1, At: time.Second}})
		b.pass(2 * time.Second)
		at := b.send(Command{Play: &Play{ID: 2, At: time.Hour, Continue: true}})
		b.pass(2 * time.Second)
		if len(b.told(2, at)) == 0 {
			t.Fatal("the new id was never reported")
		}
		b.agree(b.told(2, at))
		played := b.heard(at, clock())
		for i := 1; i < len(played); i++ {
			if played[i] != played[i-1]+1 {
				t.Fatalf("after frame %v came %v", played[i-1], played[i])
			}
		}
	})
}
