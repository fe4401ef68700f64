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

// drift is a slow wandering in -1..1, the sum of two sines whose periods of some 4
// to 20 seconds have nothing in common.
type drift struct{ step, offset [2]phase }

// newDrift is one of the many that a seed has.
func newDrift(seed uint64, which int) drift {
	h := hash(seed, int64(which))
	part := func(shift int) float64 { return float64(h>>shift&0xffff) / 0xffff }
	return drift{
		step:   [2]phase{step(0.05 + 0.10*part(0)), step(0.11 + 0.12*part(16))},
		offset: [2]phase{h, bits.RotateLeft64(h, 32)},
	}
}

func (d *drift) at(frame int64) float64 {
	x, _ := sincos(d.step[0]*phase(frame) + d.offset[0])
	y, _ := sincos(d.step[1]*phase(frame) + d.offset[1])
	return (x + y) / 2
}
