package synth

import (
	"fmt"
	"math"
	"testing"
	"time"

	"kindhum/app/breath"
	"kindhum/app/choice"
	"kindhum/audio/measure"

	"pgregory.net/rapid"
)

// act is one change at a frame.
type act struct {
	at int64
	do func(*Engine)
}

func acts(t *rapid.T) []act {
	var all []act
	at := int64(0)
	for i := range rapid.IntRange(1, 12).Draw(t, "acts") {
		at += rapid.Int64Range(0, Rate/8).Draw(t, "wait")
		s := choice.Sound{
			Voice: rapid.SampledFrom(voiceIDs[:]).Draw(t, "voice"), Pitch: rapid.Float64Range(100, 800).Draw(t, "hz"),
			Cue: rapid.Bool().Draw(t, "cue"), Bells: rapid.Bool().Draw(t, "bells"), Room: rapid.IntRange(0, 100).Draw(t, "room"),
			CueLevel: rapid.IntRange(0, 100).Draw(t, "cue level"), BellsLevel: rapid.IntRange(0, 100).Draw(t, "bells level"),
		}
		line := breath.Timeline{Pattern: breath.Default, Breaths: rapid.IntRange(0, 2).Draw(t, "breaths"), Shape: breath.Shape(rapid.IntRange(0, 2).Draw(t, "shape"))}
		line.Swell = time.Duration(rapid.IntRange(0, 6).Draw(t, "swell")) * 10 * time.Second
		from, fade := rapid.Int64Range(0, 20*Rate).Draw(t, "from"), rapid.Int64Range(0, Rate).Draw(t, "fade")
		do := []func(*Engine){
			func(e *Engine) { e.Set(s) },
			func(e *Engine) { e.Play(line, from, fade) },
			func(e *Engine) { e.Continue(line, fade) },
		}[rapid.IntRange(0, 2).Draw(t, fmt.Sprint("act ", i))]
		all = append(all, act{at, do})
	}
	return all
}

// perform renders n frames in blocks of the given size, and acts at the right frames.
func perform(e *Engine, all []act, n, size int64) []float32 {
	out := make([]float32, 2*n)
	for at := int64(0); at < n; {
		for len(all) > 0 && all[0].at <= at {
			all[0].do(e)
			all = all[1:]
		}
		next := min(at+size, n)
		if len(all) > 0 {
			next = min(next, all[0].at)
		}
		e.Render(out[2*at : 2*next])
		at = next
	}
	return out
}

func TestBlockSizesLeaveNoTrace(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		all := acts(t)
		const n = Rate
		var want []float32
		for _, size := range []int64{4096, 1, 64, 479} {
			e := New(full("hum", 264), 7)
			e.Play(session(1), 3*Rate, 0)
			got := perform(e, all, n, size)
			if want == nil {
				want = got
			}
			for i := range want {
				if got[i] != want[i] || math.Abs(float64(got[i])) > 0.5 {
					t.Fatalf("blocks of %d: sample %d is %v, not %v", size, i, got[i], want[i])
				}
			}
		}
	})
}

// Whatever is changed, and when: the 20 ms around it are no brighter than the sound
// before and after.
func TestNothingClicks(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		e := New(bare("pure", 528), 7)
		e.Play(tone528, 4*Rate, Rate/10)
		all := acts(t)
		const n = 5 * Rate / 4
		for i, a := range all {
			all[i].do = func(e *Engine) {
				a.do(e)
				s := bare("pure", 100+math.Mod(float64(a.at), 700)) // a change of its own, and no air or bowl
				e.Set(s)
			}
		}
		x := measure.HighPass(measure.Mono(perform(e, all, n, 479)), 7000)
		for i, level := range measure.Envelope(x[480:n-480], 480) {
			if l := measure.DB(level); !(l < -85) {
				t.Fatalf("%.1f dBFS over 7 kHz at %.2f s", l, float64(i+1)/100)
			}
		}
	})
}

// A session entered in the middle is the one that was played until there.
func TestEnteringInTheMiddle(t *testing.T) {
	for _, voice := range voiceIDs {
		s := bare(voice, 264)
		s.Cue, s.Bells = true, true
		const from, n = 7*Rate + 123, 6 * Rate
		want := measure.Mono(played(s, session(2), 13.1))[from : from+n]
		e := New(s, 1)
		e.Play(session(2), from, 0)
		got := measure.Mono(perform(e, nil, n, 479))
		worst := 0.0
		for i := 64; i < n; i++ { // the first chunk fades in
			worst = max(worst, math.Abs(got[i]-want[i]))
		}
		if !(worst < 1e-5) {
			t.Errorf("%s is off by %.1f dB", voice, measure.DB(worst))
		}
	}
}

func TestFrameIsThePlaceInTheTimeline(t *testing.T) {
	e := New(bare("pure", 264), 1)
	e.Play(session(2), 1000, 0)
	e.Render(make([]float32, 2*100))
	if e.Frame() != 1100 {
		t.Errorf("at frame %d, want 1100", e.Frame())
	}
	e.Play(session(1), 50, Rate)
	e.Render(make([]float32, 2*7))
	if e.Frame() != 57 {
		t.Errorf("at frame %d, want 57", e.Frame())
	}
	e.Continue(session(3), Rate)
	e.Render(make([]float32, 2*3))
	if e.Frame() != 60 {
		t.Errorf("at frame %d, want 60", e.Frame())
	}
	e.Silence()
	if out := render(e, 0.1); measure.Peak(measure.Mono(out)) != 0 || e.Frame() != 60 {
		t.Errorf("silence is %v at frame %d", measure.Peak(measure.Mono(out)), e.Frame())
	}
}

func TestContinuingWithTheSameIsNotHeard(t *testing.T) {
	s := full("hum", 264)
	want := played(s, session(2), 8)
	e := New(s, 1)
	e.Play(session(2), 0, 0)
	got := perform(e, []act{{5 * Rate, func(e *Engine) { e.Continue(session(3), Rate) }}}, 8*Rate, 512)
	for i := range want {
		if math.Abs(float64(got[i]-want[i])) > 1e-6 {
			t.Fatalf("sample %d is %v, not %v", i, got[i], want[i])
		}
	}
}

func TestSetIsCompleteIn400ms(t *testing.T) {
	e := New(bare("hum", 528), 1)
	e.Play(tone528, 4*Rate, 0)
	render(e, 0.5)
	e.Set(bare("pure", 264))
	render(e, 0.4)
	x := measure.Mono(render(e, 1))
	if hz := measure.Frequency(x, 264); !(math.Abs(hz-264) < 0.001) {
		t.Errorf("%v Hz", hz)
	}
	if l := measure.BandLevel(x, 400, Rate); !(l < -90) {
		t.Errorf("%.1f dBFS is left of the voice before", l)
	}
}

func TestNothingIsAllocated(t *testing.T) {
	e := New(full("hum", 264), 1)
	e.Play(session(6), 0, 0)
	buf := make([]float32, 2*479)
	n := 0
	allocs := testing.AllocsPerRun(200, func() {
		switch n++; n % 10 {
		case 3:
			e.Set(full(voiceIDs[n/10%voices], float64(100+n)))
		case 6:
			e.Play(session(3), int64(n)*1000, 4800)
		case 9:
			e.Continue(session(4), 4800)
		}
		e.Render(buf)
	})
	if allocs != 0 {
		t.Errorf("%v allocations a block", allocs)
	}
}

// After the end a room rings out, then sleeps: nothing is left to become denormal.
func TestTheRoomFallsAsleep(t *testing.T) {
	s := full("hum", 264)
	s.Bells = false
	e := New(s, 1)
	e.Play(session(1), 0, 0)
	render(e, 10)
	if x := measure.Mono(render(e, 0.3)); !(measure.DB(measure.RMS(x)) > -80) {
		t.Error("the room has no tail")
	}
	render(e, 8)
	if !e.room.empty() {
		t.Error("the room is still awake")
	}
	if p := measure.Peak(measure.Mono(render(e, 0.1))); p != 0 {
		t.Errorf("%v is left", p)
	}
}

func TestElapsedIsExact(t *testing.T) {
	for _, c := range []struct {
		frame int64
		want  time.Duration
	}{{0, 0}, {48, time.Millisecond}, {192000, 4 * time.Second}, {24 * 3600 * Rate, 24 * time.Hour}} {
		if got := elapsed(c.frame); got != c.want {
			t.Errorf("frame %d is at %v, want %v", c.frame, got, c.want)
		}
	}
}

// The bar for every voice with everything on: the 20 ms around a change are at most 3 dB
// louder over 7 kHz than the steady sound on its louder side.
func TestChangesAreNoBrighterThanWhatIsSteady(t *testing.T) {
	from := full("hum", 264)
	from.Bells, from.Room = false, 30
	for name, change := range map[string]func(*Engine){
		"voice":    func(e *Engine) { s := from; s.Voice = "pure"; e.Set(s) },
		"pitch":    func(e *Engine) { s := from; s.Pitch = 528; e.Set(s) },
		"room":     func(e *Engine) { s := from; s.Room = 0; e.Set(s) },
		"play":     func(e *Engine) { e.Play(tone528, 9*Rate, Rate/10) },
		"continue": func(e *Engine) { e.Continue(session(3), Rate/10) },
	} {
		t.Run(name, func(t *testing.T) {
			e := New(from, 3)
			e.Play(tone528, 4*Rate, 0)
			const n, at = 2 * Rate, Rate
			x := measure.HighPass(measure.Mono(perform(e, []act{{at, change}}, n, 479)), 7000)
			steady := math.Max(measure.RMS(x[at/2:at]), measure.RMS(x[at+Rate/2:n-480]))
			for i := at - Rate/50; i < at+Rate/4; i += Rate / 200 {
				// Under -100 dBFS nothing is heard and rounding decides.
				if l := measure.RMS(x[i : i+Rate/50]); !(l <= math.Max(steady*math.Sqrt2, 1e-5)) {
					t.Fatalf("%.1f dBFS, %.1f dB over the steady sound", measure.DB(l), measure.DB(l/steady))
				}
			}
		})
	}
}

func TestSkippingIsAdvancing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from, to := step(rapid.Float64Range(100, 800).Draw(t, "from")), step(rapid.Float64Range(100, 800).Draw(t, "to"))
		var a, b oscillator
		a.advance(from, to, 0, 0, rapid.Bool().Draw(t, "partials"))
		last := a.sin[grid-1]
		b.advance(from, to, 0, 0, true)
		end := grid*from + grid*(grid-1)/2*b.bend
		if end != a.phase || last != b.sin[grid-1] || last != sine(undertone*(end-from-(grid-1)*b.bend)) {
			t.Fatalf("%d is not %d, or its sine not %v", a.phase, end, last)
		}
	})
}
