package measure

import "math"

// Rate is the number of samples a second that all functions count by.
const Rate = 48000

// Floor is the level of silence, in dBFS: what a decibel cannot express is cut
// off there.
const Floor = -300.0

// DB is an amplitude in decibels against 1, never under Floor. NaN stays NaN.
func DB(amplitude float64) float64 {
	if math.IsNaN(amplitude) {
		return amplitude
	}
	return max(20*math.Log10(math.Abs(amplitude)), Floor)
}

// RMS is the root of the mean square of x, as an amplitude; 0 for no samples.
func RMS(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v * v
	}
	return math.Sqrt(sum / max(float64(len(x)), 1))
}

// Peak is the largest magnitude among the samples, as an amplitude. One NaN makes it NaN.
func Peak(x []float64) float64 {
	peak := 0.0
	for _, v := range x {
		peak = max(peak, math.Abs(v))
	}
	return peak
}

// DC is the mean of x, as an amplitude with its sign.
func DC(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum / max(float64(len(x)), 1)
}

// Split takes interleaved stereo apart. An odd sample at the end is dropped.
func Split(interleaved []float32) (left, right []float64) {
	n := len(interleaved) / 2
	left, right = make([]float64, n), make([]float64, n)
	for i := range n {
		left[i], right[i] = float64(interleaved[2*i]), float64(interleaved[2*i+1])
	}
	return left, right
}

// Mono is the mean of the two channels of interleaved stereo.
func Mono(interleaved []float32) []float64 {
	left, right := Split(interleaved)
	for i := range left {
		left[i] = (left[i] + right[i]) / 2
	}
	return left
}

// Correlation is Pearson's, of two channels of equal length: 1 the same, 0
// unrelated, -1 cancelling in mono. It is 1 where one of them is silent.
func Correlation(left, right []float64) float64 {
	ml, mr := DC(left), DC(right)
	var lr, ll, rr float64
	for i := range left {
		l, r := left[i]-ml, right[i]-mr
		lr, ll, rr = lr+l*r, ll+l*l, rr+r*r
	}
	if ll == 0 || rr == 0 {
		return 1
	}
	return lr / math.Sqrt(ll*rr)
}
