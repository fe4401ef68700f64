package synth

import "math"

var _ voice = (*bowl)(nil)

const (
	bowlModes   = 5
	bowlCeiling = 6500 // Hz, where modes have faded out
	bowlShare   = 0.94 // of the standard: a strike stands out of what follows
	unheard     = 1e-7 // -140 dBFS
)

// bowlMode is a pair of modes that the roundness of a bowl would make one. No bowl is quite round, and
// as both sound together their amplitude sways: more at one ear, then at the other. Two of
// unlike strength would make the pitch sway as well; these sway about it, so that it is exact.
type bowlMode struct {
	turns phase   // 64ths of the pitch
	level float64 // as it is struck, against the lowest
	falls float64 // natural logarithm of what is lost over an out-breath
	depth float64 // of the beating, 0..1
	beat  phase   // its step
}

// bowlRing are the modes of a thin ring bending in its plane: with n waves round it the frequency goes as
// n(n^2-1)/sqrt(n^2+1) (Rayleigh 1894, section 233), 1 : 2.83 : 5.42 : 8.77 : 12.87, which is near
// what is measured of singing bowls (Inácio, Henrique and Antunes 2006; Terwagne and Bush 2011). The higher
// a mode the sooner it is gone and the faster it beats. A bowl sounds for as long as it is large: its
// decay is told in out-breaths, so that it rings through any.
var bowlRing = func() (all [bowlModes]bowlMode) {
	ring := func(n float64) float64 { return n * (n*n - 1) / math.Sqrt(n*n+1) }
	for i, m := range [bowlModes]struct{ level, db, depth, hz float64 }{
		{1, 6, 0.10, 0.43},
		{0.25, 20, 0.34, 0.91},
		{0.1, 42, 0.4, 1.37},
		{0.03, 70, 0.4, 2.1},
		{0.01, 100, 0.4, 2.9},
	} {
		turns := phase(math.Round(undertone * ring(float64(i+2)) / ring(2)))
		all[i] = bowlMode{turns, m.level, m.db / 20 * math.Ln10, m.depth, step(m.hz)}
	}
	return all
}()

// bowl is struck softly as each out-breath begins, and rings through it. Each of its modes goes on all the
// time, unheard between, so that any frame can be jumped to; a strike lifts their levels.
// In a tone it is rubbed: nothing strikes, and it rings on as it does soon after a strike.
type bowl struct {
	timbre timbre           // as it is rubbed
	beats  [bowlModes]phase // where each beating begins
	ears   [2][bowlModes]float64
	frame  int64
}

func newBowl(seed uint64) *bowl {
	v := &bowl{timbre: timbre{ceiling: bowlCeiling}}
	for k, m := range bowlRing {
		v.timbre.ratios[k] = float64(m.turns) / undertone
	}
	for k := range v.beats {
		v.beats[k] = hash(seed, int64(k))
	}
	v.beat(0)
	return v
}

// beat turns the pairs to where they are at a frame. The two ears stand at right angles to the bowl.
func (v *bowl) beat(frame int64) {
	v.frame = frame
	for k := range bowlRing {
		m := &bowlRing[k]
		s, c := sincos(m.beat*phase(frame) + v.beats[k])
		v.ears[0][k], v.ears[1][k] = 1+m.depth*s, 1+m.depth*c
	}
}

func (v *bowl) air(float64) wind { return wind{} }

// aim calibrates by what is heard while it is rubbed.
func (v *bowl) aim(hz, way float64) {
	var w [partials]float64
	for k, m := range bowlRing {
		w[k] = m.level * math.Exp(-m.falls*rubbed)
	}
	v.timbre.aim(hz, way, &w, bowlShare)
}

// weights is the amplitude of each mode at each ear at one end of a chunk.
func (v *bowl) weights(way, gain float64, l *levels, frame int64) (w [2][bowlModes]float64) {
	if l.ring == 0 {
		return w
	}
	if v.frame != frame {
		v.beat(frame)
	}
	gain *= l.ring
	age := l.age / l.ring
	for k := range bowlRing {
		a := v.timbre.at(k, way) * gain * math.Exp(bowlRing[k].falls*(rubbed-age))
		w[0][k], w[1][k] = a*v.ears[0][k], a*v.ears[1][k]
	}
	return w
}

func (v *bowl) add(out *block, t *tone) {
	w := v.weights(t.way0, t.gain0, &t.at0, t.frame)
	end := v.weights(t.way1, t.gain1, &t.at1, t.frame+grid)
	l, r := w[0][0], w[1][0]
	dl, dr := (end[0][0]-l)/grid, (end[1][0]-r)/grid
	for i, s := range t.osc.sin {
		out.left[i] += l * s
		out.right[i] += r * s
		l += dl
		r += dr
	}
	for k := 1; k < bowlModes; k++ {
		if max(w[0][k], end[0][k]) < unheard {
			break // the higher ones are gone sooner
		}
		t.osc.ring(out, bowlRing[k].turns, w[0][k], end[0][k], w[1][k], end[1][k])
	}
}
