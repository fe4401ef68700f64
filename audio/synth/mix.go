package synth

import (
	"time"

	"kindhum/app/breath"
)

// source is a timeline that is heard, and how loud: its gain is on its way to
// 1, or to 0 once another took its place.
type source struct {
	line  breath.Timeline
	shift int64 // its frame is the engine's plus shift
	gain  ramp
}

// sources is how many timelines can be heard at once. More are asked for only
// by someone leaning on a key; then the quietest is laid in with what remains.
const sources = 6

// mix adds up what the sources say. Their gains always go along raised cosines.
type mix struct {
	all  [sources]source
	n    int
	left levels // of sources that had to make room
	fade ramp   // how much of it is still heard

	end   levels // of the last chunk, which is where the next begins
	ended int64  // its frame
	began bool
}

// levels is what is heard at one frame.
type levels struct {
	hum, cue float64 // amplitudes, 0..1
	ring     float64 // amplitude of what is struck and follows the hum, 0..1
	age      float64 // of the strike, in out-breaths, weighted by the ring: age*ring
	fullness float64 // of the breath, weighted by its cue: fullness*cue
	scoop    float64 // how far the phase lags behind, 0..1
}

// elapsed is a frame as time, exact at whole milliseconds.
func elapsed(frame int64) time.Duration {
	const a, b = int64(time.Second) / Rate, int64(time.Second) % Rate
	return time.Duration(frame*a + frame*b/Rate)
}

// add lets a source be heard from the frame on and everything else fade. Whole is that a source which is
// still silent then need not be faded in.
func (m *mix) add(s source, begin, fade int64, whole bool) {
	for i := range m.all[:m.n] {
		m.all[i].gain = m.all[i].gain.toward(0, begin, fade)
	}
	if m.n == sources {
		m.drop(begin)
	}
	s.gain = ramp{0, 1, begin, fade}
	if whole && s.silent(begin) {
		s.gain.from = 1
	}
	m.all[m.n] = s
	m.n++
}

// silent is whether nothing of the source is heard at a frame: no hum, no cue, and no bowl that was struck before.
func (s *source) silent(frame int64) bool {
	if l := s.levels(frame); l.hum > 0 || l.cue > 0 || l.ring > 0 {
		return false
	}
	at, n := strikes(s.line)
	for _, struck := range at[:n] {
		if into := frame + s.shift - struck; into > 0 && into < bellLasts {
			return false
		}
	}
	return true
}

// drop takes the quietest source out and lets its level, as it stands, fade.
func (m *mix) drop(frame int64) {
	const fade = Rate / 20
	quietest := 0
	for i, s := range m.all[:m.n] {
		if s.gain.at(frame) < m.all[quietest].gain.at(frame) {
			quietest = i
		}
	}
	s, was := m.all[quietest], m.fade.at(frame)
	l, gain := s.levels(frame), s.gain.at(frame)
	m.left = levels{
		hum: m.left.hum*was + l.hum*gain, cue: m.left.cue*was + l.cue*gain,
		ring: m.left.ring*was + l.ring*gain, age: m.left.age*was + l.age*gain,
	}
	m.fade = ramp{1, 0, frame, fade}
	m.remove(quietest)
}

func (m *mix) remove(i int) {
	copy(m.all[i:], m.all[i+1:m.n])
	m.n--
}

// tidy forgets what has faded.
func (m *mix) tidy(frame int64) {
	for i := m.n - 1; i >= 0; i-- {
		if g := m.all[i].gain; g.to == 0 && frame >= g.begin+g.length {
			m.remove(i)
		}
	}
}

// span is the levels at both ends of a chunk. Nothing that is asked for makes a level
// jump, so the end of one chunk holds for the beginning of the next.
func (m *mix) span(first, last int64) (from, to levels) {
	from = m.end
	if !m.began || m.ended != first {
		from = m.at(first)
	}
	m.end, m.ended, m.began = m.at(last), last, true
	return from, m.end
}

// at adds up the levels of all sources.
func (m *mix) at(frame int64) levels {
	var sum levels
	all := 0.0
	for i := range m.all[:m.n] {
		g, l := m.all[i].gain.at(frame), m.all[i].levels(frame)
		sum.hum += g * l.hum
		sum.cue += g * l.cue
		sum.ring += g * l.ring
		sum.age += g * l.age
		sum.fullness += g * l.fullness
		sum.scoop += g * l.scoop
		all += g
	}
	if all > 0 {
		sum.scoop /= all
	}
	if rest := m.fade.at(frame); rest > 0 {
		sum.hum += rest * m.left.hum
		sum.cue += rest * m.left.cue
		sum.ring += rest * m.left.ring
		sum.age += rest * m.left.age
		sum.fullness += rest * m.left.cue / 2
	}
	return sum
}

// levels is what one source says by itself.
func (s *source) levels(frame int64) levels {
	at := elapsed(frame + s.shift)
	m := s.line.At(at)
	l := levels{hum: m.Hum, cue: m.Cue, fullness: m.Fullness * m.Cue, scoop: scoop(s.line, m, at)}
	if m.Hum > 0 {
		sharper, age := struck(s.line, m, at)
		l.ring = m.Hum * sharper
		l.age = l.ring * age
	}
	return l
}
