package breath

import (
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"
)

const sec = time.Second

var sixBreaths = Timeline{Pattern: Default, Breaths: 6}

func TestTheBreathAtItsEdges(t *testing.T) {
	lead := Timeline{Pattern: Pattern{In: 4 * sec, Hold: 2 * sec, Out: 6 * sec, Rest: 3 * sec}, LeadIn: 3 * sec, Breaths: 2}
	for _, c := range []struct {
		at       time.Duration
		phase    Phase
		cycle    int
		fullness float64
		done     bool
	}{
		{-sec, Still, -1, 0, false},
		{0, Still, -1, 0, false},
		{3*sec - 1, Still, -1, 0, false},
		{3 * sec, In, 0, 0, false},
		{5 * sec, In, 0, 0.5, false},
		{7 * sec, Hold, 0, 1, false},
		{9 * sec, Out, 0, 1, false},
		{12 * sec, Out, 0, 0.5, false},
		{15 * sec, Rest, 0, 0, false},
		{18 * sec, In, 1, 0, false},
		{30*sec - 1, Out, 1, 0, false},
		{30 * sec, Still, 1, 0, true}, // the last rest is not waited for
		{time.Duration(math.MaxInt64), Still, 1, 0, true},
	} {
		m := lead.At(c.at)
		if m.Phase != c.phase || m.Cycle != c.cycle || m.Done != c.done || math.Abs(m.Fullness-c.fullness) > 1e-9 {
			t.Errorf("At(%v) = %+v; want %v, cycle %d, fullness %v, done %v", c.at, m, c.phase, c.cycle, c.fullness, c.done)
		}
	}
}

func TestCountRoundsUpToWholeBreaths(t *testing.T) {
	for _, c := range []struct {
		length time.Duration
		want   int
	}{{0, 1}, {sec, 1}, {10 * sec, 1}, {10*sec + 1, 2}, {60 * sec, 6}, {61 * sec, 7}, {24 * time.Hour, 8640}} {
		if got := Count(Default, c.length); got != c.want {
			t.Errorf("Count(4-6, %v) = %d, want %d", c.length, got, c.want)
		}
	}
}

// The picture and the sound hang on these: whatever the pattern, the circle and
// the hum stay within bounds and never move faster than a raised cosine does.
func TestNothingJumps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := Timeline{
			Pattern: patterns().Draw(t, "pattern"), Breaths: rapid.IntRange(0, 5).Draw(t, "breaths"),
			LeadIn: time.Duration(rapid.Int64Range(0, int64(60*sec)).Draw(t, "lead")),
			Shape:  Shape(rapid.IntRange(0, 2).Draw(t, "shape")),
			From:   time.Duration(rapid.Int64Range(0, int64(90*sec)).Draw(t, "from")),
		}
		if rapid.Bool().Draw(t, "timer") {
			line.Until, line.Fade = line.From+120*sec, 30*sec
		}
		at := time.Duration(rapid.Int64Range(-int64(sec), int64(4*time.Minute)).Draw(t, "at"))
		const step = time.Millisecond
		a, b := line.At(at), line.At(at+step)
		for _, v := range []struct {
			name    string
			a, b    float64
			fastest time.Duration // the shortest edge it has
		}{{"fullness", a.Fullness, b.Fullness, MinMove}, {"hum", a.Hum, b.Hum, humAttack}, {"cue", a.Cue, b.Cue, 600 * time.Millisecond}} {
			if v.a < 0 || v.a > 1 || math.IsNaN(v.a) {
				t.Fatalf("%s is %v at %v", v.name, v.a, at)
			}
			// Two edges at once (a breath gliding into a steady hum) may add up.
			most := 2 * math.Pi / 2 * float64(step) / float64(v.fastest)
			if d := math.Abs(v.a - v.b); d > most+1e-9 {
				t.Fatalf("%s jumps by %v within a millisecond of %v (%v)", v.name, d, at, line)
			}
		}
	})
}

func TestFullnessIsHalfInTheMiddle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := patterns().Draw(t, "pattern")
		line := Timeline{Pattern: p}
		if f := line.At(p.In / 2).Fullness; math.Abs(f-0.5) > 1e-6 {
			t.Fatalf("%v is %v full in the middle of the in-breath", p, f)
		}
		if f := line.At(p.In + p.Hold + p.Out/2).Fullness; math.Abs(f-0.5) > 1e-6 {
			t.Fatalf("%v is %v full in the middle of the out-breath", p, f)
		}
	})
}

func TestASighIsTwoBreathsIn(t *testing.T) {
	line := Timeline{Pattern: Pattern{In: 4 * sec, Out: 8 * sec, Sigh: sec}, LeadIn: 3 * sec, Breaths: 2}
	for _, c := range []struct {
		at       time.Duration
		phase    Phase
		fullness float64
		cue      float64
	}{
		{3 * sec, In, 0, 0},
		{4800 * time.Millisecond, In, 0.436339, 1}, // the first cue at its fullest
		{5 * sec, In, 0.5, 0.933013},
		{6 * sec, In, 2.0 / 3, 0},
		{6600 * time.Millisecond, In, 0.884836, smallCue}, // and the second
		{7 * sec, Out, 1, 0},
		{11 * sec, Out, 0.5, 0},
		{15 * sec, In, 0, 0},
	} {
		m := line.At(c.at)
		if m.Phase != c.phase || math.Abs(m.Fullness-c.fullness) > 1e-6 || math.Abs(m.Cue-c.cue) > 1e-6 {
			t.Errorf("At(%v) = %+v; want %+v", c.at, m, c)
		}
	}
	if end, _ := line.End(); end != 27*sec || Count(line.Pattern, 25*sec) != 3 {
		t.Errorf("it ends at %v, and 25 s are %d breaths", end, Count(line.Pattern, 25*sec))
	}
	if next, _ := line.Next(6500 * time.Millisecond); next != 7*sec || line.Handover(6500*time.Millisecond) != 7*sec {
		t.Errorf("from the second in-breath the out-breath is expected at %v", next)
	}
}

// Both in-breaths widen the circle, and between them it stands: its slope is nowhere a corner.
func TestASighIsSmooth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := patterns().Filter(func(p Pattern) bool { return p.Sigh > 0 }).Draw(t, "pattern")
		line, first := Timeline{Pattern: p}, p.In-p.Sigh
		const h = time.Millisecond
		slope := func(at time.Duration) float64 {
			return (line.At(at+h).Fullness - line.At(at).Fullness) / h.Seconds()
		}
		if between := slope(first); math.Abs(slope(first-h))+math.Abs(between) > 0.01 {
			t.Fatalf("%v: between the two the circle moves by %v", p, between)
		}
		at := time.Duration(rapid.Int64Range(0, int64(p.In-2*h)).Draw(t, "at"))
		a, b := slope(at), slope(at+h)
		if a < 0 || math.Abs(a-b) > 0.03 {
			t.Fatalf("%v: at %v the slope goes from %v to %v", p, at, a, b)
		}
		if c := line.At(first).Cue; c != 0 {
			t.Fatalf("%v: between the two the cue is %v", p, c)
		}
	})
}

// The bounds of the rendered hum are decided here: over -34 dB within 350 ms
// and through four fifths of the out-breath, gone when it ends.
func TestTheHumLastsAsLongAsTheOutBreath(t *testing.T) {
	floor := math.Pow(10, -34.0/20)
	rapid.Check(t, func(t *rapid.T) {
		p := patterns().Draw(t, "pattern")
		line, out := Timeline{Pattern: p}, p.In+p.Hold
		peak := 0.0
		for at := out; at < out+p.Out; at += 5 * time.Millisecond {
			peak = max(peak, line.At(at).Hum)
		}
		if peak < 0.9 {
			t.Fatalf("%v hums at %v at most", p, peak)
		}
		for at := out + 350*time.Millisecond; at < out+p.Out*8/10; at += 5 * time.Millisecond {
			if h := line.At(at).Hum; h < floor*peak {
				t.Fatalf("%v: the hum is %v at %v of the out-breath", p, h, at-out)
			}
		}
		if h := line.At(out + p.Out).Hum; h != 0 {
			t.Fatalf("%v: the hum is %v when the out-breath is over", p, h)
		}
	})
}

func TestNextIsWhereThePhaseChanges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := Timeline{Pattern: patterns().Draw(t, "pattern"), LeadIn: 3 * sec, Breaths: 3}
		at := time.Duration(rapid.Int64Range(0, int64(3*line.Pattern.Period())).Draw(t, "at"))
		next, ok := line.Next(at)
		if line.At(at).Done {
			if ok {
				t.Fatal("something follows the end")
			}
			return
		}
		if !ok || next <= at {
			t.Fatalf("Next(%v) = %v, %v", at, next, ok)
		}
		before, after := line.At(next-1), line.At(next)
		if before.Phase != line.At(at).Phase || (before.Phase == after.Phase && before.Cycle == after.Cycle) {
			t.Fatalf("from %v: %v just before %v, %v then", line.At(at).Phase, before.Phase, next, after.Phase)
		}
	})
}

func TestHandover(t *testing.T) {
	for _, c := range []struct{ at, want time.Duration }{
		{2 * sec, 4 * sec}, {5 * sec, 5 * sec}, {11 * sec, 14 * sec}, {61 * sec, 61 * sec},
	} {
		if got := sixBreaths.Handover(c.at); got != c.want {
			t.Errorf("Handover(%v) = %v, want %v", c.at, got, c.want)
		}
	}
}

func TestASteadyHumFadesWithItsTimer(t *testing.T) {
	tone := Timeline{Shape: Steady, Until: 60 * sec, Fade: 30 * sec}
	for _, c := range []struct {
		at   time.Duration
		want float64
	}{{0, 0}, {takeOver, SteadyLevel}, {30 * sec, SteadyLevel}, {45 * sec, SteadyLevel / 2}, {60 * sec, 0}, {90 * sec, 0}} {
		if got := tone.At(c.at).Hum; math.Abs(got-c.want) > 1e-9 {
			t.Errorf("hum at %v is %v, want %v", c.at, got, c.want)
		}
	}
	if tone.At(sec).Phase != Still {
		t.Error("a tone has no phase")
	}
}

func TestAToneThatSwells(t *testing.T) {
	const period = 12 * sec
	tone := Timeline{Shape: Steady, Swell: period}
	for n := range time.Duration(3) {
		at := (n + 1) * period
		if top := tone.At(at).Hum; math.Abs(top-SwellTop) > 1e-9 {
			t.Errorf("the top at %v is %v", at, top)
		}
		if ebb := tone.At(at + period/2).Hum; math.Abs(ebb-SwellTop/4) > 1e-9 {
			t.Errorf("the ebb at %v is %v", at+period/2, ebb)
		}
	}
	// From the top of an out-breath it goes on without a corner, whenever it is asked for.
	rapid.Check(t, func(t *rapid.T) {
		line := sixBreaths
		line.Shape, line.Swell = Steady, time.Duration(rapid.Int64Range(6, 60).Draw(t, "period"))*sec
		line.From = line.Handover(time.Duration(rapid.Int64Range(0, int64(63*sec)).Draw(t, "from")))
		at := line.From - sec + time.Duration(rapid.Int64Range(0, int64(90*sec)).Draw(t, "after"))
		const ms = time.Millisecond
		before, now, after := line.At(at-ms).Hum, line.At(at).Hum, line.At(at+ms).Hum
		if bend := math.Abs(before - 2*now + after); bend > 5e-5 {
			t.Fatalf("a corner of %v at %v, tone from %v", bend, at, line.From)
		}
	})
}

func TestAtAllocatesNothing(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { sixBreaths.At(5 * sec) }); n != 0 {
		t.Errorf("At allocates %v times", n)
	}
}

func BenchmarkAt(b *testing.B) {
	b.ReportAllocs()
	for i := range b.N {
		sixBreaths.At(time.Duration(i) * time.Millisecond)
	}
}
