package audio

import (
	"encoding/json"
	"math"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"kindhum/app/breath"
	"kindhum/app/choice"
	"kindhum/audio/device"
)

func TestTrackerSettlesOnAJitteryClock(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var tr tracker
		late := rapid.Float64Range(-5000, 5000).Draw(t, "offset")
		jitter := rapid.SliceOfN(rapid.Int64Range(-96, 96), 60, 200).Draw(t, "jitter")
		var now int64
		for i, j := range jitter {
			now = int64(i) * int64(200*time.Millisecond)
			tr.observe(int64(late)+int64(i)*9600+j, now)
			if off := tr.heard(now) - (late + float64(i)*9600); math.Abs(off) > 98 {
				t.Fatalf("off by %v frames after %d observations that are off by 96 at most", off, i+1)
			}
		}
		frame := tr.heard(now + 12345)
		if back := tr.when(frame); back < now+12345-100 || back > now+12345+100 {
			t.Fatalf("when() is off by %d ns", back-now-12345)
		}
	})
}

func TestTrackerBelievesALeap(t *testing.T) {
	var tr tracker
	for i := range int64(50) {
		tr.observe(i*9600, i*int64(200*time.Millisecond))
	}
	tr.observe(0, int64(15*time.Second))
	if got := tr.heard(int64(15 * time.Second)); got != 0 {
		t.Errorf("after a hole of 5 s it is at %v", got)
	}
}

func TestBoardIsNeverReadHalfWritten(t *testing.T) {
	var b board
	var wait sync.WaitGroup
	wait.Go(func() {
		for i := range int64(20000) {
			b.post(place{serial: i, id: i, start: i, pulled: i, heard: tracker{seen: int(i), frame: float64(i), at: i}})
		}
	})
	for last := int64(0); last < 19999; {
		p := b.read()
		want := place{
			serial: p.id, id: p.id, start: p.id, pulled: p.id,
			heard: tracker{seen: int(p.id), frame: float64(p.id), at: p.id},
		}
		if p != want || p.id < last {
			t.Fatalf("read %+v after %d", p, last)
		}
		last = p.id
	}
	wait.Wait()
}

func TestOrdersMerge(t *testing.T) {
	line := breath.Timeline{Breaths: 3}
	play := order{id: 1, at: time.Second, fade: time.Minute, anchor: 5, engine: &toy{}}
	goOn := order{id: 2, timeline: line, at: time.Hour, fade: time.Second, goOn: true}
	if got := goOn.after(nil); got != goOn {
		t.Errorf("after nothing: %+v", got)
	}
	if got, want := goOn.after(&play), (order{id: 2, timeline: line, at: time.Second, fade: time.Minute, anchor: 5, engine: play.engine}); got != want {
		t.Errorf("a play and its continuation: %+v", got)
	}
	if got := (order{id: 3}).after(&play); got.id != 3 || got.engine != play.engine || got.at != 0 || got.anchor != 0 {
		t.Errorf("a play after a play: %+v", got)
	}
	if got := goOn.after(&goOn); got != goOn {
		t.Errorf("two continuations: %+v", got)
	}
}

func TestOrdersAreWithinBounds(t *testing.T) {
	o := ordered(Play{At: -time.Hour, Fade: -time.Hour})
	if o.at != 0 || o.fade != 50*time.Millisecond {
		t.Errorf("below: %+v", o)
	}
	o = ordered(Play{At: math.MaxInt64, Fade: math.MaxInt64})
	if o.at != 48*time.Hour || o.fade != time.Minute {
		t.Errorf("above: %+v", o)
	}
}

func TestFramesAreExactForDays(t *testing.T) {
	for d, want := range map[time.Duration]int64{
		0: 0, time.Second: 48000, -time.Second: -48000, time.Microsecond * 125: 6,
		48 * time.Hour: 48 * 3600 * 48000, 20833: 1, 10000: 0,
	} {
		if got := frames(d); got != want {
			t.Errorf("%v is %d frames, not %d", d, got, want)
		}
	}
}

func TestPullAllocatesNothing(t *testing.T) {
	n := device.NewNull(true)
	s := newSource(n, clock)
	sound := choice.DefaultSound()
	o := order{id: 1, engine: newEngine(sound, 1), timeline: breath.Timeline{Shape: breath.Steady}}
	dst := make([]float32, 2*9600)
	allocs := testing.AllocsPerRun(20, func() {
		s.sound.Store(&sound)
		s.orders.Store(&o)
		s.Pull(dst)
	})
	if allocs != 0 {
		t.Errorf("a Pull allocates %v times", allocs)
	}
}

func TestAnchoredOrderWaitsUntilTheDelayIsKnown(t *testing.T) {
	n := device.NewNull(true)
	s := newSource(n, clock)
	s.orders.Store(&order{id: 1, engine: &toy{value: steady}, anchor: clock(), at: time.Minute})
	n.Start(s)
	if s.orders.Load() == nil {
		t.Fatal("it was begun by a Pull that says nothing about time")
	}
	n.Take(4800)
	if s.orders.Load() != nil || s.place.read().start < frames(time.Minute) {
		t.Error("it was not begun where it should be")
	}
}

func FuzzDecode(f *testing.F) {
	play := Command{Sound: loud(), Play: &Play{ID: 1, At: time.Second, Anchor: 5}, Hush: &Hush{Fade: 1}}
	good, err := json.Marshal(play)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add([]byte(`{"sound":{"voice":"","pitch":1e308,"volume":-1}}`))
	f.Add([]byte(`{"play":{"timeline":{"Pattern":{"In":-1}},"at":-9223372036854775808}}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		c, err := decode(text)
		if err != nil {
			return
		}
		if c.Sound != nil && (c.Sound.Gain() < 0 || c.Sound.Gain() > 1 || *c.Sound != c.Sound.Clamp()) {
			t.Fatalf("a sound of %+v", *c.Sound)
		}
		// Whatever it says, it can be carried out.
		n := device.NewNull(true)
		tr := newTransport(n, clock, newEngine)
		n.Start(tr.source)
		tr.do(c)
		tr.step(clock())
		for _, v := range n.Take(30000) {
			if math.IsNaN(float64(v)) || math.Abs(float64(v)) > 1 {
				t.Fatalf("%s plays %v", text, v)
			}
		}
	})
}
