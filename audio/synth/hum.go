package synth

import "math"

var _ voice = (*hum)(nil)

const (
	partials   = 9
	humAir     = 0.025 // of the hum's level, about 29 dB under its RMS
	humWidth   = 0.22  // how far a partial leans to its side
	humDrift   = 0.3   // how far a partial wanders
	humCeiling = 4200  // Hz, where partials have faded out; a hum is no brighter
)

// hum is like a calm human hum with closed lips: a strong fundamental, upper
// partials that fall off fast, a little emphasis where a nasal sound has it, and
// no two partials ever quite still. It opens as it swells and darkens as it thins.
type hum struct {
	from, to [partials]float64
	drifts   [partials]drift
	wander   [partials]float64 // of each partial, at frame
	frame    int64
}

func newHum(seed uint64) *hum {
	v := &hum{}
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
func (v *hum) weights(way, level, gain float64, frame int64) (w [partials]float64) {
	if v.frame != frame {
		v.roam(frame)
	}
	level, open := level*gain, 0.4+0.6*level
	w[0] = lerp(v.from[0], v.to[0], way) * level
	for k := 1; k < partials; k++ {
		w[k] = lerp(v.from[k], v.to[k], way) * level * open * v.wander[k]
	}
	return w
}

func (v *hum) add(out *block, t *tone) {
	w := v.weights(t.way0, t.hum0, t.gain0, t.frame)
	end := v.weights(t.way1, t.hum1, t.gain1, t.frame+grid)
	first := t.osc.sin
	a, da := w[0], (end[0]-w[0])/grid
	var last [grid]float64
	now := first
	for i, c := range t.osc.twoCos {
		first[i] *= a
		a += da
		last[i], now[i] = now[i], c*now[i]
	}
	var even, odd [grid]float64 // 2, 4, 6... and 3, 5, 7... times the fundamental
	for k := 1; k+1 < partials; k += 2 {
		if max(w[k], end[k], w[k+1], end[k+1]) <= 0 {
			break // past the ceiling
		}
		pair(&even, &odd, &last, &now, &t.osc.twoCos, w[k:k+2], end[k:k+2])
	}
	for i := range first {
		both := first[i] + even[i] + odd[i]
		lean := humWidth * (even[i] - odd[i])
		out.left[i] += both + lean
		out.right[i] += both - lean
	}
}

// pair adds two neighbouring partials and steps on by two. One sine makes them all:
// sin((k+1)x) = 2 cos(x) sin(kx) - sin((k-1)x).
func pair(even, odd, last, now, twoCos *[grid]float64, from, to []float64) {
	a, b := from[0], from[1]
	da, db := (to[0]-a)/grid, (to[1]-b)/grid
	for i, c := range twoCos {
		x := now[i]
		y := c*x - last[i]
		even[i] += a * x
		odd[i] += b * y
		a += da
		b += db
		last[i], now[i] = y, c*y-x
	}
}
