package export

// The kinds of subframe, as they stand in its first byte.
const (
	constant  = 0x00
	verbatim  = 0x02
	plain     = 0x10 // the residual is the signal itself: the fixed predictor of order 0
	predicted = 0x40 // and the order less one, shifted by one
)

// subframe codes one signal: by its predictor, where that is shorter than the samples as they are.
func (c *coder) subframe(w *bitWriter, s *signal) {
	samples, bits := s.samples[mostOrder:], uint(s.bits)
	if same(samples) {
		w.put(constant, 8)
		w.signed(samples[0], bits)
		return
	}
	residual, fits := s.guess.residual(c.residual, s.samples)
	parts, cost := divide(residual, len(samples))
	if fits && cost+uint64(s.guess.order*(s.bits+precision)) < uint64(len(samples)*s.bits) {
		s.write(w, residual, &parts)
		return
	}
	w.put(verbatim, 8)
	for _, v := range samples {
		w.signed(v, bits)
	}
}

func same(samples []int32) bool {
	for _, v := range samples {
		if v != samples[0] {
			return false
		}
	}
	return true
}

// write codes a signal as its first samples, its predictor, and what that misses of the others.
func (s *signal) write(w *bitWriter, residual []int32, parts *partition) {
	p := &s.guess
	if p.order == 0 {
		w.put(plain, 8)
		parts.write(w, residual, 0)
		return
	}
	w.put(predicted|uint64(p.order-1)<<1, 8)
	for _, v := range s.samples[mostOrder : mostOrder+p.order] {
		w.signed(v, uint(s.bits))
	}
	w.put(precision-1, 4)
	w.put(uint64(p.shift), 5)
	for _, v := range p.coeffs[:p.order] {
		w.signed(v, precision)
	}
	parts.write(w, residual, p.order)
}
