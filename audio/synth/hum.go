package synth

import "math"

var _ voice = (*hum)(nil)

const (
	humAir     = 0.025 // of the hum's level, about 29 dB under its RMS
	humWidth   = 0.22  // how far a partial leans to its side
	humDrift   = 0.3   // how far a partial wanders
	humCeiling = 4200  // Hz, where partials have faded out; a hum is no brighter
)

// hum is like a calm human hum with closed lips: a strong fundamental, upper
// partials that fall off fast, a little emphasis where a nasal sound has it, and
// no two partials ever quite still. It opens as it swells and darkens as it thins.
type hum struct {
	timbre timbre
	drifts [partials]drift
	wander [partials]float64 // of each partial, at frame
	frame  int64
}

func newHum(seed uint64) *hum {
	v := &hum{timbre: harmonic(humCeiling)}
	for k := range v.drifts {
		v.drifts[k] = newDrift(seed, k)
	}
	v.roam(0)
	return v
}

// roam lets the partials wander to where they are at a frame.
func (v *hum) roam(frame int64) {
	v.frame = frame
	for k := 1; k < partials; k++ {
		v.wander[k] = 1 + humDrift*v.drifts[k].at(frame)
	}
}

func (v *hum) air(float64) wind { return wind{humAir, logBreathMid, airQ} }

func (v *hum) aim(hz, way float64) {
	var w [partials]float64
	for k := range w {
		w[k] = nasal(hz, k)
	}
	v.timbre.aim(hz, way, &w, 1)
}

// nasal is the weight of partial k (0 is the fundamental). The fall of about 11 dB an
// octave is that of a soft voice's source; the bumps near 280, 1,000 and 2,200 Hz are where the
// formants of a hummed m lie (Fujimura 1962), kept mild so that the fundamental stays the strongest.
func nasal(hz float64, k int) float64 {
	if k == 0 {
		return 1
	}
	f, n := hz*float64(k+1), float64(k+1)
	bump := func(centre, width float64) float64 {
		x := (f - centre) / width
		return math.Exp(-x * x)
	}
	shape := 1 + 0.8*bump(280, 150) + 0.7*bump(1000, 220) + 0.8*bump(2200, 400)
	return 0.75 * math.Pow(n, -1.85) * shape
}

// weights is the amplitude of each partial at one end of a chunk. The upper ones
// follow the level of the hum more than the fundamental does.
func (v *hum) weights(way, level, gain float64, frame int64) (w amplitudes) {
	if v.frame != frame {
		v.roam(frame)
	}
	level, open := level*gain, 0.4+0.6*level
	w[0] = v.timbre.at(0, way) * level
	for k := 1; k < partials; k++ {
		w[k] = v.timbre.at(k, way) * level * open * v.wander[k]
	}
	return w
}

func (v *hum) add(out *block, t *tone) {
	from := v.weights(t.way0, t.at0.hum, t.gain0, t.frame)
	to := v.weights(t.way1, t.at1.hum, t.gain1, t.frame+grid)
	stack(out, t.osc, &from, &to, humWidth)
}
