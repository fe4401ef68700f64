package synth

import "math"

var _ voice = (*hum)(nil)

const (
	partials   = 10
	humAir     = 0.030 // of the hum's level, about 30 dB under it
	humWidth   = 0.22  // how far a partial leans to its side
	humDrift   = 0.3   // how far a partial wanders
	humCeiling = 5200  // Hz, where partials have faded out; a hum is no brighter
)

// hum is like a calm human hum with closed lips: a strong fundamental, upper
// partials that fall off fast, a little emphasis where a nasal sound has it, and
// no two partials ever quite still. It opens as it swells and darkens as it thins.
type hum struct{ from, to [partials]float64 }

func (v *hum) air() float64 { return humAir }

func (v *hum) aim(hz, way float64) {
	for k := range v.from {
		v.from[k] = lerp(v.from[k], v.to[k], way)
		v.to[k] = nasal(hz, k)
	}
	m := makeup(hz, v.to[:])
	for k := range v.to {
		v.to[k] *= m
	}
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
	return 0.75 * math.Pow(n, -1.85) * shape * (1 - rise((f/humCeiling-0.6)/0.4))
}

// weights is the amplitude of each partial at one end of a chunk. The upper ones
// follow the level of the hum more than the fundamental does.
func (v *hum) weights(way, gain, level float64, seed uint64, frame int64) (w [partials]float64) {
	open := 0.4 + 0.6*level
	for k := range w {
		w[k] = lerp(v.from[k], v.to[k], way) * gain * level
		if k > 0 {
			w[k] *= open * (1 + humDrift*drift(seed, k, frame))
		}
	}
	return w
}

func (v *hum) add(out *block, t *tone) {
	w := v.weights(t.way0, t.gain0, t.hum0, t.seed, t.frame)
	end := v.weights(t.way1, t.gain1, t.hum1, t.seed, t.frame+grid)
	// sin((k+1)x) = 2 cos(x) sin(kx) - sin((k-1)x): one sine makes all partials.
	last, now := [grid]float64{}, t.osc.sin
	var middle [grid]float64  // the fundamental
	var side [2][grid]float64 // odd and even partials lean to different sides
	for k := range w {
		if w[k] == 0 && end[k] == 0 && k > 0 {
			break // past the ceiling
		}
		into, a, da := &side[k&1], w[k], (end[k]-w[k])/grid
		if k == 0 {
			into = &middle
		}
		for i := range now {
			into[i] += a * now[i]
			a += da
			next := 2*t.osc.cos[i]*now[i] - last[i]
			last[i], now[i] = now[i], next
		}
	}
	for i := range middle {
		both := middle[i] + side[0][i] + side[1][i]
		lean := humWidth * (side[0][i] - side[1][i])
		out.left[i] += both + lean
		out.right[i] += both - lean
	}
}
