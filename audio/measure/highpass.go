package measure

import "math"

const (
	highPassHalf = 200  // taps on each side
	highPassBeta = 12.3 // of the Kaiser window: 120 dB
)

// HighPass is what x holds over the given frequency in Hz, with no delay: a linear-phase filter by
// the window method (Kaiser 1974), 120 dB down from 900 Hz under it. It tells a click
// from a tone where a spectrum over so short a time cannot.
func HighPass(x []float64, hz float64) []float64 {
	taps := highPass(hz - 450) // the middle of its slope
	out := make([]float64, len(x))
	for i := range x {
		sum := 0.0
		for j := max(0, i-highPassHalf); j <= min(len(x)-1, i+highPassHalf); j++ {
			sum += x[j] * taps[j-i+highPassHalf]
		}
		out[i] = sum
	}
	return out
}

func highPass(hz float64) []float64 {
	w := 2 * math.Pi * hz / Rate
	taps := make([]float64, 2*highPassHalf+1)
	for i := range taps {
		n := float64(i - highPassHalf)
		r := n / highPassHalf
		kaiser := bessel(highPassBeta*math.Sqrt(1-r*r)) / bessel(highPassBeta)
		low := w / math.Pi
		if n != 0 {
			low = math.Sin(w*n) / (math.Pi * n)
		}
		taps[i] = -low * kaiser
	}
	taps[highPassHalf]++
	return taps
}

// bessel is the modified Bessel function of the first kind, of order 0, by its series.
func bessel(x float64) float64 {
	sum, term := 1.0, 1.0
	for k := 1.0; term > 1e-17*sum; k++ {
		term *= x / (2 * k) * x / (2 * k)
		sum += term
	}
	return sum
}
