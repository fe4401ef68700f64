package synth

import (
	"math"
	"time"

	"kindhum/app/breath"
)

const (
	bellLevel  = 0.1            // amplitude of its lowest mode at volume 100
	bellLasts  = 7 * Rate       // frames; it has fallen by over 60 dB before
	bellFades  = 2 * Rate       // frames at its end in which it goes to nothing
	bellAttack = Rate * 4 / 100 // frames: stroked rather than hit, so that nobody starts
	bellPairs  = 4
)

// mode is one of the ways in which the bowl rings.
type mode struct {
	step   phase
	level  float64
	decay  float64 // 1/frames
	sine   float64 // of one frame's turn, with its decay
	cosine float64
}

// modes are those of a small singing bowl, about 1 : 2.8 : 5.2 : 8 (Inácio,
// Henrique and Antunes 2006), the higher ones gone sooner. Each is a pair a little apart,
// for no bowl is quite round: their beating is what makes it sing. The lowest is the fifth
// under 528 Hz.
var modes = func() (all [bellPairs][2]mode) {
	for i, m := range [bellPairs]struct{ hz, apart, level, seconds float64 }{
		{396, 0.5, 1, 6.5}, {1103, 0.9, 0.42, 3.6}, {2051, 1.4, 0.14, 1.7}, {3160, 2.6, 0.04, 0.8},
	} {
		for j, hz := range [2]float64{m.hz - m.apart/2, m.hz + m.apart/2} {
			decay := math.Ln10 * 3 / (m.seconds * Rate) // 60 dB
			s, c := math.Sincos(2 * math.Pi * hz / Rate)
			fall := math.Exp(-decay)
			all[i][j] = mode{step(hz), m.level * bellLevel * [2]float64{0.78, 0.22}[j], decay, s * fall, c * fall}
		}
	}
	return all
}()

// strikes are the frames of a timeline at which the bowl is struck.
func strikes(t breath.Timeline) (at [2]int64, n int) {
	if t.Pattern.Period() <= 0 || t.NoBells {
		return at, 0
	}
	if t.Shape == breath.Paced || t.From > 0 {
		n = 1 // at frame 0
	}
	if end, timed := t.End(); timed && (t.Shape != breath.Steady || t.From >= end) {
		at[n] = int64(end/time.Millisecond) * Rate / 1000
		n++
	}
	return at, n
}

// ringing is a bowl that was struck at a frame of the engine's, as loud as
// the timelines that it belongs to.
type ringing struct {
	struck       int64
	gain0, gain1 float64
}

// bells adds every bowl that rings between frame and the end of its chunk.
// Timelines that agree on a strike share one bowl.
func (m *mix) bells(out *block, frame int64, gain0, gain1 float64) {
	if gain0 == 0 && gain1 == 0 {
		return
	}
	var all [2 * sources]ringing
	count := 0
	for i := range m.all[:m.n] {
		s := &m.all[i]
		at, n := strikes(s.line)
		for _, struck := range at[:n] {
			struck -= s.shift
			if frame+grid <= struck || frame >= struck+bellLasts {
				continue
			}
			j := 0
			for j < count && all[j].struck != struck {
				j++
			}
			count = max(count, j+1)
			all[j].struck = struck
			all[j].gain0 += gain0 * s.gain.at(frame)
			all[j].gain1 += gain1 * s.gain.at(frame+grid)
		}
	}
	for _, r := range all[:count] {
		r.add(out, frame)
	}
}

// envelope is the shape that the modes' own decay is laid in, n frames after the strike.
func envelope(n int64) float64 {
	return rise(float64(n)/bellAttack) * rise(float64(bellLasts-n)/bellFades)
}

func (r *ringing) add(out *block, frame int64) {
	into := frame - r.struck
	skip := max(0, -into) // the strike lies within the chunk
	n := float64(grid - skip)
	level := r.gain0 * envelope(into)
	grow := (r.gain1*envelope(into+grid) - level) / n
	var sum block
	for i := range modes {
		modes[i][0].add(sum.left[skip:], into+skip)
		modes[i][1].add(sum.right[skip:], into+skip)
	}
	for i := skip; i < grid; i++ {
		// Each of a pair leans to its own side.
		l, r := sum.left[i], sum.right[i]
		out.left[i] += level * (l + 0.7*r)
		out.right[i] += level * (r + 0.7*l)
		level += grow
	}
}

// add turns a decaying phasor: the first sample in closed form, the rest by rotation.
func (m *mode) add(out []float64, into int64) {
	s, c := sincos(m.step * phase(into))
	fall := m.level * math.Exp(-m.decay*float64(into))
	s, c = s*fall, c*fall
	for i := range out {
		out[i] += s
		s, c = s*m.cosine+c*m.sine, c*m.cosine-s*m.sine
	}
}
