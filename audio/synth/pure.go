package synth

var _ voice = (*pure)(nil)

// pure is a sine and nothing else.
type pure struct{ from, to float64 }

func (v *pure) aim(hz, way float64) {
	v.from, v.to = lerp(v.from, v.to, way), makeup(hz, []float64{1}, []float64{1})
}

func (v *pure) air(float64) wind { return wind{} }

func (v *pure) add(out *block, t *tone) {
	a := lerp(v.from, v.to, t.way0) * t.gain0 * t.at0.hum
	da := (lerp(v.from, v.to, t.way1)*t.gain1*t.at1.hum - a) / grid
	for i, s := range t.osc.sin {
		out.left[i] += a * s
		out.right[i] += a * s
		a += da
	}
}
