package synth

// timbre is the partials of a voice at a pitch, on their way to what they are at another. Those
// over the ceiling are faded out, also on the way: no glide is brighter than where it leads.
type timbre struct {
	ceiling  float64           // Hz
	ratios   [partials]float64 // of the partials to the pitch, rising
	hz0, hz1 float64           // the pitches
	from, to [partials]float64 // amplitudes, but for the ceiling
	under    [partials]float64 // to, under the ceiling
}

// harmonic is a timbre of whole multiples.
func harmonic(ceiling float64) timbre {
	t := timbre{ceiling: ceiling}
	for k := range t.ratios {
		t.ratios[k] = float64(k + 1)
	}
	return t
}

// aim goes to a pitch and to partials of given weights, whose loudness is then a share (as an amplitude) of the
// standard. From is where the last way has led by now.
func (t *timbre) aim(hz, way float64, weights *[partials]float64, share float64) {
	for k, w := range weights {
		t.from[k] = lerp(t.from[k], t.to[k], way)
		t.to[k], t.under[k] = w, w*t.cut(hz, k)
	}
	m := share * makeup(hz, t.ratios[:], t.under[:])
	for k := range t.to {
		t.to[k] *= m
		t.under[k] *= m
	}
	t.hz0, t.hz1 = lerp(t.hz0, t.hz1, way), hz
}

// at is the amplitude of a partial, way along.
func (t *timbre) at(k int, way float64) float64 {
	if way >= 1 {
		return t.under[k]
	}
	return lerp(t.from[k], t.to[k], way) * t.cut(t.pitch(way), k)
}

// pitch is the pitch in Hz, way along.
func (t *timbre) pitch(way float64) float64 { return lerp(t.hz0, t.hz1, way) }

// cut is what the ceiling leaves of a partial at a pitch.
func (t *timbre) cut(hz float64, k int) float64 {
	return 1 - rise((hz*t.ratios[k]/t.ceiling-0.6)/0.4)
}
