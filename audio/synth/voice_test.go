package synth

import (
	"math"
	"testing"
	"time"

	"kindhum/app/breath"
	"kindhum/audio/measure"

	"pgregory.net/rapid"
)

// What makes each voice the voice it is.

func TestReedLeansToOddPartials(t *testing.T) {
	for _, hz := range []float64{100, 132, 264, 528, 800} {
		x := measure.Mono(played(bare("reed", hz), tone528, 5))[3*second:]
		db := func(k float64) float64 { return measure.DB(measure.Amplitude(x, k*hz) / measure.Amplitude(x, hz)) }
		if second, third := db(2), db(3); !(third < -12 && second < third-2) {
			t.Errorf("%v Hz: the second partial is at %.1f dB, the third at %.1f", hz, second, third)
		}
	}
}

func TestReedBreathes(t *testing.T) {
	for _, hz := range []float64{132, 264, 528} {
		share := func(voice string) float64 {
			x := measure.Mono(played(bare(voice, hz), tone528, 5))[3*second:]
			return measure.BandLevel(x, 1.2*hz, 1.8*hz) - measure.BandLevel(x, 0.9*hz, 1.1*hz)
		}
		if reed, hum := share("reed"), share("hum"); !(reed > hum+6 && reed < -12) {
			t.Errorf("%v Hz: breath between the partials is at %.1f dB, in a hum at %.1f", hz, reed, hum)
		}
	}
}

func TestBowlIsStruckAndRings(t *testing.T) {
	const hz = 264
	x := measure.Mono(played(bare("bowl", hz), session(2), 20))
	for _, out := range []float64{4, 14} {
		peak := func(from, to float64) float64 { return measure.Peak(x[int((out+from)*Rate):int((out+to)*Rate)]) }
		top := peak(0, 0.5)
		if begin := peak(0, 0.005); !(begin < top/20) {
			t.Errorf("the strike startles: %v of %v within 5 ms", begin, top)
		}
		if soon := peak(0, 0.15); !(soon > top/2) {
			t.Errorf("it swells rather than being struck: %v of %v within 150 ms", soon, top)
		}
		level := func(k int, at float64) float64 {
			from := int((out + at) * Rate)
			return measure.DB(measure.Amplitude(x[from:from+second], bowlPitch(hz, k)))
		}
		for k := 1; k < 4; k++ {
			if fall, lower := level(k, 0.3)-level(k, 2.3), level(k-1, 0.3)-level(k-1, 2.3); !(fall > lower+1) {
				t.Errorf("mode %d falls by %.1f dB, the one under it by %.1f", k, fall, lower)
			}
		}
	}
}

// bowlPitch is what a mode sounds at, by the formula of a ring.
func bowlPitch(hz float64, k int) float64 {
	f := func(n float64) float64 { return n * (n*n - 1) / math.Sqrt(n*n+1) }
	return math.Round(undertone*f(float64(k+2))/f(2)) / undertone * hz
}

// A steady tone has no strikes: the bowl is rubbed, and sways by no more than its beating.
func TestBowlInAToneIsNotStruck(t *testing.T) {
	x := measure.Mono(played(bare("bowl", 264), tone528, 30))[3*second:]
	levels := measure.Envelope(x, second/10)
	low, high := levels[0], levels[0]
	for _, l := range levels {
		low, high = min(low, l), max(high, l)
	}
	if d := measure.DB(high / low); !(d > 0.3 && d < 4) {
		t.Errorf("a tone sways by %.1f dB", d)
	}
	hum := measure.Loudness(measure.Split(played(bare("hum", 264), tone528, 12)[2*3*second:]))
	bowl := measure.Loudness(measure.Split(played(bare("bowl", 264), tone528, 12)[2*3*second:]))
	if !(math.Abs(hum-bowl) < 1) {
		t.Errorf("a tone of the bowl has %.1f LUFS, of the hum %.1f", bowl, hum)
	}
}

// However the breath gives way to a tone, the ring of a strike and its age have no step.
func TestAStrikeBecomesRubbingWithoutASeam(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := time.Duration(rapid.IntRange(0, 20000).Draw(t, "from")) * time.Millisecond
		s := source{line: breath.Timeline{
			Pattern: breath.Default, From: from, Shape: breath.Shape(rapid.IntRange(1, 2).Draw(t, "shape")),
		}}
		begin := int64(from/time.Millisecond)*Rate/1000 - Rate/2
		was := s.levels(begin)
		for frame := begin + grid; frame < begin+3*Rate; frame += grid {
			now := s.levels(frame)
			if d := math.Abs(now.ring - was.ring); !(d < 0.02) {
				t.Fatalf("the ring jumps by %v to %v, %d frames in", d, now.ring, frame-begin)
			}
			if now.ring > 1e-3 && was.ring > 1e-3 {
				if d := math.Abs(now.age/now.ring - was.age/was.ring); !(d < 0.01) {
					t.Fatalf("its age jumps by %v to %v, %d frames in", d, now.age/now.ring, frame-begin)
				}
			}
			was = now
		}
	})
}
