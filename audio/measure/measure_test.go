package measure

import (
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

func sine(hz, amplitude, seconds float64) []float64 {
	x := make([]float64, int(seconds*Rate))
	for i := range x {
		_, turns := math.Modf(float64(i) * hz / Rate)
		x[i] = amplitude * math.Sin(2*math.Pi*turns)
	}
	return x
}

func near(t testing.TB, what string, got, want, within float64) {
	t.Helper()
	if !(math.Abs(got-want) <= within) { // NaN fails
		t.Errorf("%s is %v, want %v within %v", what, got, want, within)
	}
}

func TestLevels(t *testing.T) {
	x := sine(1000, 0.5, 1)
	near(t, "rms", DB(RMS(x)), -9.03, 0.01)
	near(t, "peak", DB(Peak(x)), -6.02, 0.01)
	near(t, "dc", DC(x), 0, 1e-9)
	near(t, "silence", DB(RMS(make([]float64, 9))), Floor, 0)
	if !math.IsNaN(Peak([]float64{0, math.NaN()})) {
		t.Error("a NaN is overlooked")
	}
}

func TestCorrelation(t *testing.T) {
	a, b := sine(440, 1, 1), sine(660, 0.5, 1)
	near(t, "itself", Correlation(a, a), 1, 1e-12)
	near(t, "unrelated", Correlation(a, b), 0, 1e-3)
	for i := range b {
		b[i] = -a[i]
	}
	near(t, "against itself", Correlation(a, b), -1, 1e-12)
}

func TestStereoIsTakenApart(t *testing.T) {
	l, r := Split([]float32{1, 2, 3, 4, 5})
	if len(l) != 2 || len(r) != 2 || l[1] != 3 || r[0] != 2 {
		t.Errorf("Split gives %v and %v", l, r)
	}
	if m := Mono([]float32{1, 2, 3, 5}); m[0] != 1.5 || m[1] != 4 {
		t.Errorf("Mono gives %v", m)
	}
}

func TestFrequencyIsExact(t *testing.T) {
	noise := rand.New(rand.NewPCG(1, 2))
	rapid.Check(t, func(t *rapid.T) {
		hz := rapid.Float64Range(100, 800).Draw(t, "hz")
		x := sine(hz, 0.1, 1)
		for i, h := range sine(2*hz, 0.05, 1) {
			x[i] += h + 1e-4*noise.NormFloat64()
		}
		if got := Frequency(x, hz*1.02); !(math.Abs(got-hz) < 1e-3) {
			t.Fatalf("%v Hz is measured as %v", hz, got)
		}
	})
	near(t, "a clean tone", Frequency(sine(528.1234, 0.1, 2), 528), 528.1234, 1e-4)
	for _, seconds := range []float64{0.2, 1, 3, 7} {
		near(t, "a low tone", Frequency(sine(100, 0.1, seconds), 100), 100, 1e-3)
	}
	near(t, "its amplitude", Amplitude(sine(528, 0.1, 1), 528), 0.1, 1e-6)
}

func TestBandLevel(t *testing.T) {
	x := sine(1000, 1, 2)
	for i, v := range sine(9000, 1e-4, 2) {
		x[i] += v
	}
	near(t, "all of it", BandLevel(x, 0, Rate), -3.01, 0.01)
	near(t, "what is over 7 kHz", BandLevel(x, 7000, Rate), -83.01, 0.2)
	near(t, "nothing", BandLevel(sine(1000, 1, 2), 7000, Rate), -110, 90)
	if level := BandLevel(sine(1000, 1, 2), 7000, Rate); level > -95 {
		t.Errorf("a sine at 1 kHz leaks %v dBFS over 7 kHz", level)
	}
}

// The compliance points of BS.1770-4: a 997 Hz sine at full scale in one channel is -3.01 LUFS.
func TestLoudness(t *testing.T) {
	x := sine(997, 1, 5)
	near(t, "one channel", Loudness(x, make([]float64, len(x))), -3.01, 0.02)
	near(t, "both channels", Loudness(x, x), 0, 0.02)
	quiet := append(sine(997, 0.1, 5), make([]float64, 10*Rate)...)
	near(t, "with a long rest", Loudness(quiet, quiet), -20, 0.3)
	near(t, "silence", Loudness(make([]float64, Rate), make([]float64, Rate)), Floor, 0)
	near(t, "momentary", Momentary(x, x)[10], 0, 0.02)
	near(t, "K-weighting at 997 Hz", DB(KWeight(997)), 0.691, 0.02)
}

func TestSwellsAndGaps(t *testing.T) {
	x := append(make([]float64, Rate), sine(528, 0.1, 2)...)
	x = append(x, make([]float64, Rate)...)
	x = append(x, sine(528, 0.2, 1)...)
	swells := Swells(x, -40)
	if len(swells) != 2 {
		t.Fatalf("%d swells: %v", len(swells), swells)
	}
	near(t, "the first begins", swells[0].Start, 1, 0.011)
	near(t, "the first ends", swells[0].End, 3, 0.011)
	near(t, "the second is", swells[1].Peak, -17, 0.2)
	gaps := Gaps(x, 0.5)
	if len(gaps) != 2 {
		t.Fatalf("%d gaps: %v", len(gaps), gaps)
	}
	near(t, "the second gap begins", gaps[1].Start, 3, 1e-3)
	near(t, "the second gap ends", gaps[1].End, 4, 1e-3)
	if g := Gaps(make([]float64, Rate), 1); len(g) != 1 {
		t.Errorf("silence to the end is %v", g)
	}
}

func TestHighPass(t *testing.T) {
	middle := func(x []float64) []float64 { return x[1000 : len(x)-1000] }
	near(t, "a tone over it", DB(RMS(middle(HighPass(sine(7200, 1, 0.2), 7000)))), -3.01, 0.2)
	if level := DB(RMS(middle(HighPass(sine(6000, 1, 0.2), 7000)))); level > -115 {
		t.Errorf("a tone under it is at %v dBFS", level)
	}
	step := sine(528, 1, 0.2)
	clear(step[:len(step)/2+20])
	if level := DB(Peak(middle(HighPass(step, 7000)))); level < -30 {
		t.Errorf("a click is at %v dBFS", level)
	}
}
