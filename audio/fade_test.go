package audio

import (
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"

	"kindhum/app/choice"
)

// smooth fails where what is heard jumps by more than a fade of 50 ms ever does
// from one sample to the next.
func (b *bench) smooth(played []float32) {
	b.t.Helper()
	for i := 1; i < len(played); i++ {
		if d := math.Abs(float64(played[i] - played[i-1])); d > 0.003 {
			b.t.Fatalf("a click: %v after %v, %.1f ms into it", played[i], played[i-1], float64(i)/48)
		}
	}
}

// playing has the child play steadily at gain 1.
func (b *bench) playing() {
	b.t.Helper()
	b.send(Command{Sound: loud()})
	b.pass(100 * time.Millisecond)
	b.send(Command{Play: &Play{ID: 1, Fade: 100 * time.Millisecond}})
	b.pass(time.Second)
	if played := b.heard(clock()-int64(50*time.Millisecond), clock()); len(played) == 0 || played[0] != 1 {
		b.t.Fatal("it does not play")
	}
}

const fadeIn = 4800 // frames that a toy takes to fade in

func TestHushIsHeardSoonAndSmoothly(t *testing.T) {
	onBench(t, steady, fadeIn, func(b *bench) {
		b.playing()
		at := b.send(Command{Hush: &Hush{Fade: 400 * time.Millisecond}})
		b.pass(time.Second)
		played := b.heard(at, clock())
		b.smooth(played)
		if soon := played[frames(150*time.Millisecond)]; soon > 0.9 {
			t.Errorf("150 ms later it is still at %v", soon)
		}
		for i := 1; i < len(played); i++ {
			if played[i] > played[i-1]+1e-6 {
				t.Fatalf("it rises to %v after %v while it fades", played[i], played[i-1])
			}
		}
		if late := played[frames(600*time.Millisecond)]; late != 0 {
			t.Errorf("600 ms later it is at %v", late)
		}
		renders := b.engine.renders
		b.pass(5 * time.Second)
		if b.engine.renders != renders {
			t.Error("the synthesiser works on in silence")
		}
	})
}

func TestPlayDuringAHush(t *testing.T) {
	for _, after := range []time.Duration{0, 100, 300, 1490, 1510, 1600, 1630} {
		onBench(t, steady, fadeIn, func(b *bench) {
			b.playing()
			at := b.send(Command{Hush: &Hush{Fade: 1500 * time.Millisecond}})
			b.pass(after * time.Millisecond)
			again := b.send(Command{Play: &Play{ID: 2, Fade: 100 * time.Millisecond}})
			b.pass(2 * time.Second)
			b.smooth(b.heard(at, clock()))
			back := b.heard(again+int64(500*time.Millisecond), clock())
			if back[0] != 1 {
				t.Errorf("half a second after the play it is at %v", back[0])
			}
			if told := b.told(2, again); len(told) == 0 {
				t.Error("the play was never reported")
			}
		})
	}
}

func TestContinueTakesAHushBack(t *testing.T) {
	onBench(t, steady, fadeIn, func(b *bench) {
		b.playing()
		at := b.send(Command{Hush: &Hush{Fade: time.Second}})
		b.pass(400 * time.Millisecond)
		b.send(Command{Play: &Play{ID: 2, Continue: true, Fade: 200 * time.Millisecond}})
		b.pass(time.Second)
		played := b.heard(at, clock())
		b.smooth(played)
		for _, v := range played {
			if v < 0.1 {
				t.Fatal("it was silent meanwhile")
			}
		}
		if end := played[len(played)-1]; end != 1 {
			t.Errorf("it stays at %v", end)
		}
	})
}

func TestVolumeAndMuteGlide(t *testing.T) {
	onBench(t, steady, fadeIn, func(b *bench) {
		b.playing()
		for _, c := range []struct {
			volume int
			muted  bool
		}{{75, false}, {75, true}, {0, false}, {100, false}, {50, true}, {50, false}} {
			s := choice.DefaultSound()
			s.Volume, s.Muted = c.volume, c.muted
			at := b.send(Command{Sound: &s})
			b.pass(500 * time.Millisecond)
			played := b.heard(at, clock())
			b.smooth(played)
			// 85 ms of the server, a bite of 30, a fade of 120.
			for _, v := range played[frames(250*time.Millisecond):] {
				if math.Abs(float64(v)-s.Gain()) > 1e-6 {
					t.Fatalf("volume %d, muted %v: it is at %v, not %v", c.volume, c.muted, v, s.Gain())
				}
			}
		}
		if b.engine.sound.Volume != 50 {
			t.Error("the sound never reached the synthesiser")
		}
	})
}

func TestFaders(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from, to := rapid.Float64Range(0, 1).Draw(t, "from"), rapid.Float64Range(0, 1).Draw(t, "to")
		length := time.Duration(rapid.Int64Range(1, int64(time.Minute)).Draw(t, "length"))
		f := still(from).toward(to, 1000, length)
		if rapid.Bool().Draw(t, "falling") {
			f, to = still(from).fall(1000, length), 0
		}
		if f.at(1000) != from || f.at(1000+int64(length)) != to || !f.done(1000+int64(length)) {
			t.Fatalf("it goes from %v to %v", f.at(1000), f.at(1000+int64(length)))
		}
		last := from
		for i := range int64(101) {
			v := f.at(1000 + int64(length)/100*i)
			if v < min(from, to)-1e-9 || v > max(from, to)+1e-9 || (v-last)*(to-from) < -1e-9 {
				t.Fatalf("on the way from %v to %v it is at %v after %v", from, to, v, last)
			}
			last = v
		}
	})
}

func TestFallBeginsAtOnce(t *testing.T) {
	f := still(1).fall(0, time.Second)
	if db := 20 * math.Log10(f.at(int64(60*time.Millisecond))); db > -1 {
		t.Errorf("after 60 ms of a second it has fallen by %.2f dB", -db)
	}
}
