package measure

import (
	"math"
	"math/cmplx"
)

// biquad is a second-order section in transposed direct form II.
type biquad struct{ b0, b1, b2, a1, a2, s1, s2 float64 }

func (q *biquad) next(x float64) float64 {
	y := q.b0*x + q.s1
	q.s1 = q.b1*x - q.a1*y + q.s2
	q.s2 = q.b2*x - q.a2*y
	return y
}

// kWeighting are the two filters of ITU-R BS.1770-4, tables 1 and 2, at 48 kHz.
func kWeighting() (head, rlb biquad) {
	head = biquad{b0: 1.53512485958697, b1: -2.69169618940638, b2: 1.19839281085285, a1: -1.69065929318241, a2: 0.73248077421585}
	rlb = biquad{b0: 1, b1: -2, b2: 1, a1: -1.99004745483398, a2: 0.99007225036621}
	return head, rlb
}

const (
	loudnessBlock = Rate * 4 / 10 // BS.1770-4: 400 ms, overlapping by 75 %
	loudnessStep  = loudnessBlock / 4
)

// Loudness is the integrated loudness of a stereo signal in LUFS by ITU-R
// BS.1770-4, gated at -70 LUFS and again at 10 LU under what passed. It is
// Floor for what never passes the gates or is shorter than 400 ms.
func Loudness(left, right []float64) float64 {
	blocks := blockPowers(left, right)
	passed := over(blocks, math.Pow(10, (-70+0.691)/10))
	passed = over(passed, mean(passed)/10)
	return lufs(mean(passed))
}

// Momentary is the loudness in LUFS of each 400 ms, every 100 ms, ungated.
func Momentary(left, right []float64) []float64 {
	blocks := blockPowers(left, right)
	for i, p := range blocks {
		blocks[i] = lufs(p)
	}
	return blocks
}

func lufs(power float64) float64 { return max(-0.691+10*math.Log10(power), Floor) }

// blockPowers is the K-weighted mean square of both channels together, block by block.
func blockPowers(left, right []float64) []float64 {
	l, r := stepEnergies(left), stepEnergies(right)
	var out []float64
	for i := 0; i+4 <= len(l) && i+4 <= len(r); i++ {
		sum := 0.0
		for j := i; j < i+4; j++ {
			sum += l[j] + r[j]
		}
		out = append(out, sum/loudnessBlock)
	}
	return out
}

// stepEnergies is the K-weighted energy of each whole 100 ms.
func stepEnergies(x []float64) []float64 {
	head, rlb := kWeighting()
	out := make([]float64, 0, len(x)/loudnessStep)
	for ; len(x) >= loudnessStep; x = x[loudnessStep:] {
		sum := 0.0
		for _, v := range x[:loudnessStep] {
			y := rlb.next(head.next(v))
			sum += y * y
		}
		out = append(out, sum)
	}
	return out
}

func over(powers []float64, gate float64) []float64 {
	var out []float64
	for _, p := range powers {
		if p > gate {
			out = append(out, p)
		}
	}
	return out
}

func mean(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum / max(float64(len(x)), 1)
}

// KWeight is the factor by which BS.1770-4's K-weighting changes the amplitude
// of a sine at the given frequency in Hz.
func KWeight(hz float64) float64 {
	head, rlb := kWeighting()
	return head.magnitude(hz) * rlb.magnitude(hz)
}

// magnitude is |H(z)| on the unit circle.
func (q *biquad) magnitude(hz float64) float64 {
	z := cmplx.Rect(1, -2*math.Pi*hz/Rate)
	return cmplx.Abs((complex(q.b0, 0) + complex(q.b1, 0)*z + complex(q.b2, 0)*z*z) /
		(1 + complex(q.a1, 0)*z + complex(q.a2, 0)*z*z))
}
