package synth

import "math"

const (
	cueLevel  = 0.022 // RMS of the cue at its loudest, some 13 dB under the hum
	cueLow    = 450.0 // Hz, the middle of the cue's band as the breath begins
	cueHigh   = 1700.0
	breathMid = 900.0 // Hz, the middle of the breath in a hum
	airQ      = 0.8   // how narrow the bands of cue and hum are
	airWidth  = 0.3   // how much of the air differs between left and right
	airLag    = 8     // chunks, 11 ms: far enough apart to be two airs
	airLead   = 32    // chunks that the filters need to forget how they began
	airNormal = 2.15  // from measuring: the RMS of the noise is then 1 in every band
)

// air is a band of noise: the cue of the in-breath, and the breath in a voice.
type air struct {
	seed  uint64
	low   resonator // three in a row: nothing is left near the top of hearing
	mid   resonator // tuned as low is
	high  resonator
	lag   [airLag][grid]float64
	at    int
	awake bool

	hz, q, normal float64 // what it is tuned to
}

// resonator is a state-variable filter after Simper 2011 (trapezoidal integration), which
// stays well-behaved while its frequency moves. It is written as the step of its two states, which is
// the shortest way from one sample to the next.
type resonator struct{ a11, a12, a22, b1, b2, s1, s2 float64 }

func (r *resonator) tune(hz, q float64) {
	g := math.Tan(math.Pi * hz / Rate)
	a1 := 1 / (1 + g*(g+1/q))
	r.b1, r.b2 = 2*g*a1, 2*g*g*a1
	r.a11, r.a12, r.a22 = 2*a1-1, -r.b1, 1-r.b2
}

// filter fills x with noise from the frame on, in the band of low and mid, and of that what lies under high; of each
// twice as much. Noise and filters go on side by side, with their states in registers: one after the other, or
// through memory, each would wait for itself.
func (a *air) filter(x *[grid]float64, frame int64) {
	// low and mid are tuned alike.
	p, q := a.low, a.high
	p1, p2, m1, m2, q1, q2 := a.low.s1, a.low.s2, a.mid.s1, a.mid.s2, a.high.s1, a.high.s2
	for i := range x {
		v := white(a.seed, frame+int64(i))
		n1 := p.a11*p1 + p.a12*p2 + p.b1*v
		n2 := p.b1*p1 + p.a22*p2 + p.b2*v
		v = n1 + p1
		p1, p2 = n1, n2
		n1 = p.a11*m1 + p.a12*m2 + p.b1*v
		n2 = p.b1*m1 + p.a22*m2 + p.b2*v
		v = n1 + m1
		m1, m2 = n1, n2
		n1 = q.a11*q1 + q.a12*q2 + q.b1*v
		n2 = q.b1*q1 + q.a22*q2 + q.b2*v
		x[i] = n2 + q2
		q1, q2 = n1, n2
	}
	a.low.s1, a.low.s2, a.mid.s1, a.mid.s2, a.high.s1, a.high.s2 = p1, p2, m1, m2, q1, q2
}

// tuned sets the band and returns the factor that keeps its RMS at 1: the power
// of noise grows with the width of the band, and that with its middle; a resonator is as
// many times louder in its middle as it is narrow.
func (a *air) tuned(hz, q float64) float64 {
	if hz != a.hz || q != a.q {
		a.hz, a.q = hz, q
		a.low.tune(hz, q)
		a.high.tune(1.6*hz, 0.7)
		narrow := airQ / q
		a.normal = airNormal * math.Sqrt(breathMid/hz) * narrow * math.Sqrt(narrow)
	}
	return a.normal
}

// add sounds for a chunk at an RMS that goes from one level to another, in the band of the latter.
func (a *air) add(out *block, from, to wind, frame int64) {
	if from.level == 0 && to.level == 0 {
		a.awake = false
		return
	}
	normal := a.tuned(to.band(from))
	if !a.awake {
		a.wake(frame)
	}
	late := a.lag[a.at]
	x := a.next(frame)
	level, grow := from.level*normal, (to.level-from.level)*normal/grid
	for i, v := range x {
		wide := airWidth * late[i]
		out.left[i] += level * (v + wide)
		out.right[i] += level * (v - wide)
		level += grow
	}
}

// next is the noise of the chunk that begins at the frame, which it keeps in the lag.
func (a *air) next(frame int64) *[grid]float64 {
	x := &a.lag[a.at]
	a.filter(x, frame)
	a.at = (a.at + 1) % airLag
	return x
}

// wake runs the filters over the noise before the frame, so that they hold what they
// would hold had they never slept.
func (a *air) wake(frame int64) {
	a.low.s1, a.low.s2, a.mid.s1, a.mid.s2, a.high.s1, a.high.s2 = 0, 0, 0, 0, 0, 0
	a.at, a.awake = 0, true
	for n := frame - airLead*grid; n < frame; n += grid {
		a.next(n)
	}
}
