package synth

// partials is how many a voice made of harmonics has at most.
const partials = 9

// amplitudes is what each partial has at one end of a chunk, the fundamental first.
type amplitudes [partials]float64

// stack adds up the harmonics of the oscillator, each of an amplitude that goes from one to
// another. The upper ones lean to a side, in turn: width is how far, 0..1.
//
// It is Clenshaw's recurrence (1955) in steps of two partials. With x the phase and d = 2 cos 2x the even
// ones are sin 2x, sin 4x... = sin 2x U(d), and the odd ones sin x, sin 3x... = sin x (U(d) + ...): no partial is
// ever made by itself.
func stack(out *block, osc *oscillator, from, to *amplitudes, width float64) {
	var grow amplitudes
	for k := range grow {
		grow[k] = (to[k] - from[k]) / grid
	}
	a1, a2, a3, a4, a5, a6, a7, a8, a9 := from[0], from[1], from[2], from[3], from[4], from[5], from[6], from[7], from[8]
	for i, sin := range osc.sin {
		c := osc.twoCos[i]
		d := c*c - 2
		e6 := a6 + d*a8
		e4 := a4 + d*e6 - a8
		even := sin * c * (a2 + d*e4 - e6)
		o7 := a7 + d*a9
		o5 := a5 + d*o7 - a9
		o3 := a3 + d*o5 - o7
		odd := sin * (o3 + d*o3 - o5)
		both := sin*a1 + even + odd
		lean := width * (even - odd)
		out.left[i] += both + lean
		out.right[i] += both - lean
		a1 += grow[0]
		a2 += grow[1]
		a3 += grow[2]
		a4 += grow[3]
		a5 += grow[4]
		a6 += grow[5]
		a7 += grow[6]
		a8 += grow[7]
		a9 += grow[8]
	}
}
