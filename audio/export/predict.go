package export

import "math"

const (
	mostOrder = 8  // coefficients of a predictor; more of them gain next to nothing here
	precision = 15 // bits of a coefficient with its sign, the most there can be: pure tones need them
)

// predictor foretells a sample from those before it: coeffs[j] times the sample j+1 back, summed up
// and shifted right. One of order 0 foretells silence.
type predictor struct {
	order  int
	coeffs [mostOrder]int32
	shift  uint
}

// correlations are a signal's with itself, so many samples later.
type correlations [mostOrder + 1]float64

// correlate takes a signal that begins with mostOrder zeros.
func correlate(x []float64) correlations {
	// One by one, because that keeps the sums in registers.
	var r0, r1, r2, r3, r4, r5, r6, r7, r8 float64
	for i := mostOrder; i < len(x); i++ {
		w := (*[mostOrder + 1]float64)(x[i-mostOrder : i+1])
		v := w[8]
		r0 += v * v
		r1 += v * w[7]
		r2 += v * w[6]
		r3 += v * w[5]
		r4 += v * w[4]
		r5 += v * w[3]
		r6 += v * w[2]
		r7 += v * w[1]
		r8 += v * w[0]
	}
	return correlations{r0, r1, r2, r3, r4, r5, r6, r7, r8}
}

// middle are the correlations of the mean of two signals, from those of both and of their difference.
func middle(l, r, difference correlations) (m correlations) {
	for i := range m {
		m[i] = (l[i]+r[i])/2 - difference[i]/4
	}
	return m
}

// predict finds the predictor that makes n samples of so many bits cheapest, and about how many bits
// they take with it, as far as their correlations tell. The recursion over the orders is Levinson's and
// Durbin's.
func predict(r correlations, n, bits int) (best predictor, cheapest float64) {
	rest := r[0] // energy that the last order misses
	if rest <= 0 {
		return predictor{}, 0
	}
	cheapest = min(float64(n*bits), bitsOf(rest, n))
	var a [mostOrder]float64
	for i := range mostOrder {
		k := r[i+1]
		for j := range i {
			k -= a[j] * r[i-j]
		}
		if k /= rest; !(math.Abs(k) < 1) {
			break
		}
		before := a
		a[i] = k
		for j := range i {
			a[j] -= k * before[i-1-j]
		}
		rest *= 1 - k*k
		p := rounded(a[:i+1])
		cost := bitsOf(p.missed(r), n) + float64((i+1)*(bits+precision))
		if p.order > 0 && cost < cheapest {
			best, cheapest = p, cost
		}
	}
	return best, cheapest
}

// bitsOf is about how many bits n numbers of such an energy take: each half the logarithm of its square.
func bitsOf(energy float64, n int) float64 {
	return float64(n) / 2 * math.Log2(max(energy/float64(n), 1))
}

// rounded makes a predictor of coefficients; each makes up for the rounding of those before it. They
// are of order 0 when they cannot be told in so many bits.
func rounded(coeffs []float64) predictor {
	var largest, owed float64
	for _, c := range coeffs {
		largest = max(largest, math.Abs(c))
	}
	_, exp := math.Frexp(largest)
	shift := min(precision-1-exp, 15)
	if largest == 0 || shift < 0 {
		return predictor{}
	}
	p := predictor{order: len(coeffs), shift: uint(shift)}
	const most = 1 << (precision - 1)
	for i, c := range coeffs {
		owed += math.Ldexp(c, shift)
		q := min(max(math.RoundToEven(owed), -most), most-1)
		p.coeffs[i] = int32(q)
		owed -= q
	}
	return p
}

// missed is the energy of what the predictor misses of a signal. That of the exact coefficients is less: with
// tones, what a sample is missed by is mostly their rounding, and the best order is often not the highest.
func (p *predictor) missed(r correlations) float64 {
	weights := [mostOrder + 1]float64{1}
	for i, q := range p.coeffs {
		weights[i+1] = -math.Ldexp(float64(q), -int(p.shift))
	}
	var sum float64
	for i, a := range weights[:p.order+1] {
		for j, b := range weights[:p.order+1] {
			sum += a * b * r[max(i-j, j-i)]
		}
	}
	return sum
}

// residual is what the predictor misses of a signal, of all samples but the first order of them, in dst's place. The
// signal begins with mostOrder zeros. It is false where something is too large to be coded.
func (p *predictor) residual(dst, signal []int32) ([]int32, bool) {
	dst, signal = dst[:len(signal)-mostOrder-p.order], signal[p.order:]
	c0, c1, c2, c3 := int64(p.coeffs[0]), int64(p.coeffs[1]), int64(p.coeffs[2]), int64(p.coeffs[3])
	c4, c5, c6, c7 := int64(p.coeffs[4]), int64(p.coeffs[5]), int64(p.coeffs[6]), int64(p.coeffs[7])
	var all int64
	for i := range dst {
		w := (*[mostOrder + 1]int32)(signal[i : i+mostOrder+1])
		sum := c0*int64(w[7]) + c1*int64(w[6]) + c2*int64(w[5]) + c3*int64(w[4]) +
			c4*int64(w[3]) + c5*int64(w[2]) + c6*int64(w[1]) + c7*int64(w[0])
		missed := int64(w[8]) - sum>>p.shift
		all |= missed ^ missed>>63
		dst[i] = int32(missed)
	}
	return dst, all < 1<<30
}
