package synth

import "math"

var _ voice = (*reed)(nil)

const (
	reedTube    = 7     // partials of a tube
	reedAir     = 0.10  // of its level: a whistle one breathes through is half breath
	reedBand    = 1.5   // the middle of its breath's band, against the pitch
	reedLowest  = 400.0 // Hz, what that band stays over: lower it would be a rumble
	reedQ       = 1.1   // how narrow that band is
	reedWidth   = 0.12  // how far a partial leans to its side
	reedShimmer = 0.055 // how far its amplitude sways, about half a decibel
	reedDrift   = 0.25  // how far an upper partial wanders on its own
	reedCeiling = 5200  // Hz, where partials have faded out
)

// reed is a small whistle that is worn round the neck and breathed through rather than blown: a
// short narrow tube with the breath going by its edge. A tube stopped at one end sounds
// the odd partials and hardly the even ones, and a soft jet falls off fast above the fundamental (Fletcher and Rossing
// 1998, chapters 8 and 16). The tube also lets through the noise of the jet, most of it round the pitch
// (Verge and Hirschberg 1995), and as no breath is quite even its amplitude shimmers. There is no chiff: the
// partials come in after the fundamental, the third as the square of its level, the fifth as the cube.
type reed struct {
	timbre timbre
	drifts [reedTube]drift
	sway   [reedTube]float64 // of each partial, at frame
	frame  int64
}

func newReed(seed uint64) *reed {
	v := &reed{timbre: harmonic(reedCeiling)}
	for k := range v.drifts {
		v.drifts[k] = newDrift(seed, k)
	}
	// The fundamental is what shimmers, at some one to five times a second.
	for i := range v.drifts[0].step {
		v.drifts[0].step[i] *= 22
	}
	v.wave(0)
	return v
}

// wave lets the partials sway to where they are at a frame.
func (v *reed) wave(frame int64) {
	v.frame = frame
	shimmer := 1 + reedShimmer*v.drifts[0].at(frame)
	v.sway[0] = shimmer
	for k := 1; k < reedTube; k++ {
		// What shakes the fundamental shakes what hangs on it more.
		v.sway[k] = shimmer * shimmer * (1 + reedDrift*v.drifts[k].at(frame))
	}
}

func (v *reed) air(way float64) wind {
	return wind{reedAir, math.Log(math.Hypot(reedBand*v.timbre.pitch(way), reedLowest)), reedQ}
}

func (v *reed) aim(hz, way float64) {
	var w [partials]float64
	for k := range reedTube {
		w[k] = tube(k)
	}
	v.timbre.aim(hz, way, &w, reedShare)
}

// reedShare is what the breath leaves of the loudness to the partials.
const reedShare = 0.985

// tube is the weight of partial k (0 is the fundamental): odd ones fall by about 13 dB an octave, even
// ones lie another 15 dB lower.
func tube(k int) float64 {
	a := math.Pow(float64(k+1), -2.1)
	if k%2 == 1 {
		a *= 0.17
	}
	return a
}

// weights is the amplitude of each partial at one end of a chunk.
func (v *reed) weights(way, level, gain float64, frame int64) (w amplitudes) {
	if v.frame != frame {
		v.wave(frame)
	}
	open := gain * level
	for k := range reedTube {
		w[k] = v.timbre.at(k, way) * open * v.sway[k]
		if k%2 == 0 {
			open *= 0.3 + 0.7*level
		}
	}
	return w
}

func (v *reed) add(out *block, t *tone) {
	from := v.weights(t.way0, t.at0.hum, t.gain0, t.frame)
	to := v.weights(t.way1, t.at1.hum, t.gain1, t.frame+grid)
	stack(out, t.osc, &from, &to, reedWidth)
}
