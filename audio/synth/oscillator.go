package synth

import "math"

// A phase is a fraction of a turn in 64 bits, so that it wraps by itself and
// phase(n) = step*n holds exactly, for ever: the pitch never drifts, and any
// frame can be jumped to at once.
type phase = uint64

const turn = 1 << 63 * 2.0 // phases in a turn

// step is what the phase grows by in a frame, at a pitch in Hz. It is right to Rate/2^64 Hz.
func step(hz float64) phase { return phase(math.Round(hz / Rate * turn)) }

// fraction is a phase from turns, of either sign.
func fraction(turns float64) phase {
	return phase(int64((turns-math.Round(turns))*(turn/4))) << 2
}

const sineBits = 9

// sines holds sine and cosine at 512 points; sincos goes on from the nearest.
var sines = func() (t [1 << sineBits][2]float64) {
	for i := range t {
		t[i][0], t[i][1] = math.Sincos(2 * math.Pi * float64(i) / (1 << sineBits))
	}
	return t
}()

// sincos is good to 4e-8 (-148 dB): a Taylor step of second order from the
// nearest of 512 points leaves d^3/6, d at most pi/512.
func sincos(p phase) (sin, cos float64) {
	const shift = 64 - sineBits
	nearest := (p + 1<<(shift-1)) >> shift
	d := float64(int64(p-nearest<<shift)) * (2 * math.Pi / turn)
	at := &sines[nearest]
	s, c := at[0], at[1]
	return s + d*(c-d*s/2), c - d*(s+d*c/2)
}

// sine is the sine of sincos.
func sine(p phase) float64 {
	const shift = 64 - sineBits
	nearest := (p + 1<<(shift-1)) >> shift
	d := float64(int64(p-nearest<<shift)) * (2 * math.Pi / turn)
	at := &sines[nearest]
	return at[0] + d*(at[1]-d*at[0]/2)
}

// undertone is how many turns of the fundamental the oscillator's own phase takes for one:
// tones at any number of its turns follow the fundamental through every glide, and none of them
// has a memory of its own. That makes an inharmonic tone at any 64th of the pitch.
const undertone = 64

// oscillator is the one phase that all voices share, so that a voice or a
// pitch can change without the tone breaking off.
type oscillator struct {
	phase  phase // an undertone under the fundamental
	begin  phase // of the chunk at hand
	step   phase // of its first frame
	bend   phase // what the step grows by in a frame
	sin    [grid]float64
	twoCos [grid]float64 // twice the cosine, as the recurrence for partials wants it
}

// seek is where the phase would be, had the pitch sounded from frame 0 on.
func (o *oscillator) seek(frame int64, s phase) { o.phase = s * phase(frame) }

// advance fills sin and, where partials are to be made of it, twoCos, of the fundamental, for a chunk in which
// the step glides and the phase of the fundamental is shifted by a fraction that glides too.
func (o *oscillator) advance(from, to, shift0, shift1 phase, partials bool) {
	o.begin, o.step, o.bend = o.phase, from, phase(int64(to-from)/grid)
	p, s := o.phase*undertone+shift0, from*undertone+phase(int64(shift1-shift0)/grid)
	bend := o.bend * undertone
	o.skip(from, to)
	if !partials {
		for i := range o.sin {
			o.sin[i] = sine(p)
			p += s
			s += bend
		}
		return
	}
	for i := range o.sin {
		sin, cos := sincos(p)
		o.sin[i], o.twoCos[i] = sin, 2*cos
		p += s
		s += bend
	}
}

// ring adds a tone of n turns for each of the phase: n 64ths of the fundamental's pitch. Its
// amplitudes go from left0 to left1 and from right0 to right1.
func (o *oscillator) ring(out *block, n phase, left0, left1, right0, right1 float64) {
	p, s, bend := o.begin*n, o.step*n, o.bend*n
	l, dl := left0, (left1-left0)/grid
	r, dr := right0, (right1-right0)/grid
	for i := range out.left {
		x := sine(p)
		out.left[i] += l * x
		out.right[i] += r * x
		p += s
		s += bend
		l += dl
		r += dr
	}
}

// skip moves on as advance does, over a chunk in which nothing asks for the oscillator.
func (o *oscillator) skip(from, to phase) {
	o.phase += grid*from + grid*(grid-1)/2*phase(int64(to-from)/grid)
}
