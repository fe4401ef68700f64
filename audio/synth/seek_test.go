package synth

import (
	"fmt"
	"math"
	"testing"

	"kindhum/app/breath"
	"kindhum/audio/measure"
)

const hour = 3600 * second

// A start at hour 10 is what a start 40 s sooner has become by then: nothing but the frame's number
// decides what is heard, however long it has been played.
func TestAStartAtHourTenIsThePlaceInASession(t *testing.T) {
	t.Parallel()
	for _, line := range []breath.Timeline{{Pattern: breath.Default}, tone528} {
		eachVoice(t, func(t *testing.T, voice string, hz float64) {
			const long, preroll, n = 40 * second, 10 * second, 10 * second
			begun := func(at int64) *Engine {
				e := New(full(voice, hz), 5)
				e.Play(line, at, 0)
				return e
			}
			a, b := begun(10*hour-long), begun(10*hour-preroll)
			skip := make([]float32, 2*long)
			a.Render(skip)
			b.Render(skip[:2*preroll])
			want, got := render(a, n/second), render(b, n/second)
			worst := 0.0
			for i := range want {
				worst = max(worst, math.Abs(float64(got[i]-want[i])))
			}
			if l := measure.DB(worst); !(l < -120) {
				t.Errorf("off by %.1f dBFS", l)
			}
			if p := measure.Peak(measure.Mono(want)); p < 0.05 {
				t.Errorf("what is compared is silence: %v", p)
			}
		})
	}
}

// What is heard of a breath at hour 10 is at its pitch, and as loud as at the beginning.
func TestHourTenSoundsAsTheFirstMinute(t *testing.T) {
	for _, voice := range voiceIDs {
		for _, hz := range []float64{132, 264, 528} {
			t.Run(fmt.Sprintf("%s/%vHz", voice, hz), func(t *testing.T) {
				breathAt := func(at int64) []float32 {
					e := New(bare(voice, hz), 1)
					e.Play(breath.Timeline{Pattern: breath.Default}, at, 0)
					return render(e, 10)
				}
				first, late := breathAt(0), breathAt(10*hour)
				x := measure.Mono(late)[4*second+second/2 : 8*second]
				if got := measure.Frequency(x, hz); !(math.Abs(got-hz) < 0.01) {
					t.Errorf("%v Hz is heard as %.4f", hz, got)
				}
				if d := measure.Loudness(measure.Split(late)) - measure.Loudness(measure.Split(first)); !(math.Abs(d) < 0.5) {
					t.Errorf("%.2f LU louder", d)
				}
			})
		}
	}
}
