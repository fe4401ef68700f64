package synth

import "math/bits"

// hash mixes a seed and a frame into 64 even bits: the finaliser of
// SplitMix64 (Steele, Lea and Flood 2014). Noise made of it needs no memory.
func hash(seed uint64, frame int64) uint64 {
	x := seed + uint64(frame)*0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// white is even noise in -1..1.
func white(seed uint64, frame int64) float64 {
	return float64(int64(hash(seed, frame))) * (2 / turn)
}

// drift is a slow wandering in -1..1, the sum of two sines whose periods of some 5
// to 30 seconds have nothing in common; which selects one of many.
func drift(seed uint64, which int, frame int64) float64 {
	h := hash(seed, int64(which))
	a := step(0.05 + 0.10*float64(h&0xffff)/0xffff)
	b := step(0.11 + 0.12*float64(h>>16&0xffff)/0xffff)
	x, _ := sincos(a*phase(frame) + h)
	y, _ := sincos(b*phase(frame) + bits.RotateLeft64(h, 32))
	return (x + y) / 2
}
