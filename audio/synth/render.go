package synth

// Render fills dst with the next frames, interleaved left and right. It takes any number of
// frames: however they are divided into calls, the samples are the same. An odd sample at the end of dst is
// set to 0.
func (e *Engine) Render(dst []float32) {
	for len(dst) >= 2 && e.mix.n > 0 {
		first := e.next - mod(e.next)
		if !e.ready {
			e.chunk(first)
			e.ready = true
		}
		n := copy(dst[:len(dst)&^1], e.out[2*mod(e.next):])
		dst = dst[n:]
		if e.next += int64(n / 2); e.next == first+grid {
			e.ready = false
		}
	}
	clear(dst)
}

// work is what a chunk is made in, kept so that nothing is allocated for it.
type work struct {
	block block
	tone  tone
}

// chunk fills out with the frames from first on.
func (e *Engine) chunk(first int64) {
	last := first + grid
	l0, l1 := e.mix.span(first, last)
	s0, way0 := e.glide.at(first)
	s1, way1 := e.glide.at(last)

	b, t := &e.work.block, &e.work.tone
	*b = block{}
	if l0.hum == 0 && l1.hum == 0 {
		e.osc.skip(s0.step, s1.step)
	} else {
		e.osc.advance(s0.step, s1.step, lag(l0.scoop, s0.step), lag(l1.scoop, s1.step), harmonics(&s0, &s1))
		for i, v := range e.voices {
			if s0.gains[i] > 0 || s1.gains[i] > 0 {
				*t = tone{&e.osc, s0.gains[i], s1.gains[i], l0, l1, way0, way1, first}
				v.add(b, t)
			}
		}
	}
	e.air.add(b, airband(l0, s0.cue, e.breath(&s0, way0)), airband(l1, s1.cue, e.breath(&s1, way1)), first)
	e.mix.bells(b, first, s0.bells, s1.bells)
	e.room.add(b, s0.wet, s1.wet)
	limited(&e.out, b)
	e.mix.tidy(last)
}

// harmonics is whether a voice that is made of them sounds.
func harmonics(s0, s1 *settings) bool {
	for i, has := range voiceStacked {
		if has && (s0.gains[i] > 0 || s1.gains[i] > 0) {
			return true
		}
	}
	return false
}

// breath is what is heard of it in the voices that sound, at a level of 1.
func (e *Engine) breath(s *settings, way float64) (sum wind) {
	for i, v := range e.voices {
		if s.gains[i] > 0 {
			sum.blow(v.air(way), s.gains[i]*standard)
		}
	}
	return sum
}

// scooped is how far under its pitch a hum begins: a third of what winding up a cube costs.
const scooped = 6.0 / 1200 * 0.6931 * 0.5 / 3 // 6 cents (of ln 2/1200 each), over half a second, as seconds

// lag is the phase to take off the fundamental for how far it is wound back.
func lag(scoop float64, s phase) phase {
	hz := float64(s) / turn * Rate * undertone
	return fraction(hz * scooped * scoop)
}
