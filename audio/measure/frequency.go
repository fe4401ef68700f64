package measure

import (
	"math"
	"math/cmplx"
)

// tone correlates x with a complex sine at the given frequency, Hann-windowed;
// first is the position of x[0] on the time axis, in samples. It is the
// Goertzel (1958) measurement, at any frequency, with its phase.
func tone(x []float64, first int, hz float64) complex128 {
	var sum complex128
	weight := 0.0
	for i, v := range x {
		w := 0.5 - 0.5*math.Cos(2*math.Pi*(float64(i)+0.5)/float64(len(x)))
		_, turns := math.Modf(float64(first+i) * hz / Rate)
		sum += cmplx.Rect(v*w, -2*math.Pi*turns)
		weight += w
	}
	return sum / complex(weight/2, 0)
}

// Amplitude is the peak amplitude of the sine that x holds at the given
// frequency in Hz, within about 2 Rate/len(x) Hz around it.
func Amplitude(x []float64, hz float64) float64 { return cmplx.Abs(tone(x, 0, hz)) }

// Frequency is the exact frequency in Hz of the tone in x nearest to the given
// one, from the slope of its phase between the two halves of x: good to
// 1e-4 Hz over a second of a steady tone 40 dB over what else there is. The first guess
// is found in the spectrum within a tenth of near; x wants at least a tenth of a second.
func Frequency(x []float64, near float64) float64 {
	hz := loudest(x, near*0.9, near*1.1)
	half := min(len(x)/2, 1<<13)
	if half == 0 || math.IsNaN(hz) {
		return math.NaN()
	}
	// A slope is only known but for whole turns: begin with halves so short that the
	// first guess is within half a turn, and double them with what was learned.
	for {
		for range 2 {
			a, b := tone(x[:half], 0, hz), tone(x[half:2*half], half, hz)
			hz += cmplx.Phase(b*cmplx.Conj(a)) / (2 * math.Pi) * Rate / float64(half)
		}
		if half == len(x)/2 {
			return hz
		}
		half = min(2*half, len(x)/2)
	}
}

// loudest is the frequency of the largest bin within the bounds, or NaN.
func loudest(x []float64, lo, hi float64) float64 {
	spectrum := Spectrum(x[:min(len(x), 1<<16)])
	width := float64(Rate) / float64(2*(len(spectrum)-1))
	best, at := 0.0, math.NaN()
	for i, p := range spectrum {
		if hz := float64(i) * width; hz >= lo && hz <= hi && p > best {
			best, at = p, hz
		}
	}
	return at
}
