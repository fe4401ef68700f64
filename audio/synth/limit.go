package synth

import "math"

const (
	knee    = 0.40  // -8 dBFS: under it nothing is changed
	ceiling = 0.499 // just under -6 dBFS, which no sample passes
)

// limit bends what would be louder than the knee toward the ceiling, with no corner and no
// memory. The levels are set so that the voices, the cue, the bowl and the room together stay
// under the knee: it is a rail, not an effect. NaN becomes silence.
func limit(x float64) float32 {
	switch {
	case math.Abs(x) <= knee:
		return float32(x)
	case x > knee:
		return float32(bend(x))
	case x < -knee:
		return float32(-bend(-x))
	}
	return 0
}

// limited interleaves a chunk, limited. It looks before it calls: nearly all of it passes as it is.
func limited(out *[2 * grid]float32, b *block) {
	for i := range grid {
		l, r := b.left[i], b.right[i]
		if math.Abs(l) <= knee && math.Abs(r) <= knee {
			out[2*i], out[2*i+1] = float32(l), float32(r)
		} else {
			out[2*i], out[2*i+1] = limit(l), limit(r)
		}
	}
}

// bend leaves the knee with slope 1 and no curvature, so that what only just passes it is not
// brightened, and nears the ceiling.
func bend(x float64) float64 {
	const room = ceiling - knee
	return knee + room*math.Tanh((x-knee)/room)
}
