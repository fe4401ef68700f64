package measure

import (
	"math"
	"math/bits"
	"math/cmplx"
)

// blackmanHarris is the 4-term window of Harris 1978 (92 dB side lobes), so
// that a strong tone does not hide what is 90 dB under it elsewhere.
func blackmanHarris(i, n int) float64 {
	t := 2 * math.Pi * float64(i) / float64(n)
	return 0.35875 - 0.48829*math.Cos(t) + 0.14128*math.Cos(2*t) - 0.01168*math.Cos(3*t)
}

// Spectrum is the power of x by frequency, windowed (Blackman-Harris) and
// scaled so that the bins add up to the mean square of x. Bin i is at
// i*Rate/(2*(len-1)) Hz. Long signals are averaged in segments of 65,536
// samples that overlap by half (Welch 1967); shorter ones are filled up with zeros.
func Spectrum(x []float64) []float64 {
	n := 1 << bits.Len(uint(max(len(x), 2)-1))
	n = min(n, 1<<16)
	out := make([]float64, n/2+1)
	energy, segments := 0.0, 0
	buf := make([]complex128, n)
	for at := 0; at == 0 || at+n <= len(x); at += n / 2 {
		segment := x[at:min(at+n, len(x))]
		energy = 0
		for i := range buf {
			buf[i] = 0
			if i < len(segment) {
				w := blackmanHarris(i, len(segment))
				buf[i], energy = complex(segment[i]*w, 0), energy+w*w
			}
		}
		transform(buf)
		for i := range out {
			p := real(buf[i])*real(buf[i]) + imag(buf[i])*imag(buf[i])
			if i > 0 && i < n/2 {
				p *= 2 // the negative frequency of the same size
			}
			out[i] += p
		}
		segments++
	}
	for i := range out {
		out[i] /= energy * float64(n) * float64(segments)
	}
	return out
}

// transform is the radix-2 fast Fourier transform (Cooley and Tukey 1965), in
// place; the length is a power of two.
func transform(x []complex128) {
	shift := 64 - bits.Len(uint(len(x)-1))
	for i := range x {
		if j := int(bits.Reverse64(uint64(i)) >> shift); j > i {
			x[i], x[j] = x[j], x[i]
		}
	}
	for half := 1; half < len(x); half *= 2 {
		turn := make([]complex128, half)
		for k := range turn {
			turn[k] = cmplx.Rect(1, -math.Pi*float64(k)/float64(half))
		}
		for from := 0; from < len(x); from += 2 * half {
			for k, w := range turn {
				a, b := x[from+k], x[from+k+half]*w
				x[from+k], x[from+k+half] = a+b, a-b
			}
		}
	}
}

// BandLevel is the level in dBFS of what x holds from lo up to hi, both in Hz.
func BandLevel(x []float64, lo, hi float64) float64 {
	spectrum := Spectrum(x)
	width := float64(Rate) / float64(2*(len(spectrum)-1))
	sum := 0.0
	for i, p := range spectrum {
		if hz := float64(i) * width; hz >= lo && hz < hi {
			sum += p
		}
	}
	return DB(math.Sqrt(sum))
}
