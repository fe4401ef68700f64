package synth

// partials is how many a voice made of harmonics has at most.
const partials = 9

// stack adds up the harmonics of the oscillator, each of an amplitude that goes from one to
// another. The upper ones lean to a side, in turn: width is how far, 0..1.
func stack(out *block, osc *oscillator, w, end *[partials]float64, width float64) {
	first := osc.sin
	a, da := w[0], (end[0]-w[0])/grid
	var last [grid]float64
	now := first
	for i, c := range osc.twoCos {
		first[i] *= a
		a += da
		last[i], now[i] = now[i], c*now[i]
	}
	var even, odd [grid]float64 // 2, 4, 6... and 3, 5, 7... times the fundamental
	for k := 1; k+1 < partials; k += 2 {
		if max(w[k], end[k], w[k+1], end[k+1]) <= 0 {
			break // past the ceiling
		}
		pair(&even, &odd, &last, &now, &osc.twoCos, w[k:k+2], end[k:k+2])
	}
	for i := range first {
		both := first[i] + even[i] + odd[i]
		lean := width * (even[i] - odd[i])
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
