package synth

import "math"

// room is a feedback delay network of 8 lines (Jot and Chaigne 1991), mixed by a Hadamard
// matrix and damped more the higher the frequency: a small warm room.
type room struct {
	lines  [8]line
	gains  [8]float32 // each line's loss for its length, so that all decay alike
	damped [8]float32 // memory of the one-pole low-pass in each line
	taps   [8][grid]float32
	calm   int // chunks since anything worth hearing went in or came out
}

// line is a delay of exactly len(buf) frames.
type line struct {
	buf []float32
	at  int
}

const (
	roomDecay  = 1.3  // s to fall by 60 dB, at low frequencies
	roomBright = 0.42 // of the low-pass: about 4 kHz
	roomWet    = 0.30 // amplitude of the wet sound at room 100
	roomCalm   = 1e-7 // -140 dBFS
)

// roomLengths are primes of 19 to 53 ms, so that echoes do not fall on each other.
var roomLengths = [8]int{919, 1091, 1291, 1499, 1733, 1997, 2269, 2557}

func newRoom() *room {
	r := &room{}
	for i, n := range roomLengths {
		r.lines[i].buf = make([]float32, n)
		// Hadamard's 1/sqrt(8) is in here as well.
		r.gains[i] = float32(math.Pow(10, -3*float64(n)/(roomDecay*Rate)) / math.Sqrt(8))
	}
	r.calm = roomLengths[7]
	return r
}

// clear forgets all sound.
func (r *room) clear() {
	for i := range r.lines {
		clear(r.lines[i].buf)
	}
	r.damped, r.calm = [8]float32{}, roomLengths[7]
}

// add sounds for a chunk, as loud as the wet level that goes from one to another. A dry
// room does nothing; one in which all has died away sleeps, so that no denormal is ever computed.
func (r *room) add(out *block, from, to float64) {
	if from == 0 && to == 0 {
		if !r.empty() {
			r.clear()
		}
		return
	}
	loud := peak(out)
	if loud < roomCalm && r.empty() {
		return
	}
	for i := range r.lines {
		r.lines[i].read(&r.taps[i])
	}
	var wet block
	loud = max(loud, r.circulate(out, &wet))
	for i := range r.lines {
		r.lines[i].write(&r.taps[i])
	}
	r.rest(loud)
	level, grow := from*roomWet, (to-from)*roomWet/grid
	for i := range out.left {
		out.left[i] += level * wet.left[i]
		out.right[i] += level * wet.right[i]
		level += grow
	}
}

// rest counts the calm chunks and empties the room once the longest line has been calm through.
func (r *room) rest(loud float64) {
	if loud >= roomCalm {
		r.calm = 0
		return
	}
	if r.calm++; r.empty() {
		r.clear()
	}
}

// empty is whether the longest line has been calm all through.
func (r *room) empty() bool { return r.calm*grid >= roomLengths[7] }

// circulate damps what left the lines, gives it to the ears, mixes it by the Hadamard
// matrix in three butterflies, and lets the dry sound in. It returns the peak of what it gave.
func (r *room) circulate(dry, wet *block) float64 {
	t, g := &r.taps, &r.gains
	d := r.damped
	top := float32(0)
	for i := range grid {
		d[0] += roomBright * (t[0][i] - d[0])
		d[1] += roomBright * (t[1][i] - d[1])
		d[2] += roomBright * (t[2][i] - d[2])
		d[3] += roomBright * (t[3][i] - d[3])
		d[4] += roomBright * (t[4][i] - d[4])
		d[5] += roomBright * (t[5][i] - d[5])
		d[6] += roomBright * (t[6][i] - d[6])
		d[7] += roomBright * (t[7][i] - d[7])
		l, h := d[0]-d[2]+d[4]-d[6], d[1]-d[3]+d[5]-d[7]
		wet.left[i], wet.right[i] = float64(l), float64(h)
		top = max(top, l, -l, h, -h)
		x0, x1, x2, x3 := g[0]*d[0], g[1]*d[1], g[2]*d[2], g[3]*d[3]
		x4, x5, x6, x7 := g[4]*d[4], g[5]*d[5], g[6]*d[6], g[7]*d[7]
		x0, x1, x2, x3, x4, x5, x6, x7 = x0+x1, x0-x1, x2+x3, x2-x3, x4+x5, x4-x5, x6+x7, x6-x7
		x0, x2, x1, x3, x4, x6, x5, x7 = x0+x2, x0-x2, x1+x3, x1-x3, x4+x6, x4-x6, x5+x7, x5-x7
		a, b := float32(dry.left[i]), float32(dry.right[i])
		t[0][i], t[4][i] = x0+x4+a, x0-x4+a
		t[1][i], t[5][i] = x1+x5+b, x1-x5+b
		t[2][i], t[6][i] = x2+x6+a, x2-x6-a
		t[3][i], t[7][i] = x3+x7+b, x3-x7-b
	}
	r.damped = d
	return float64(top)
}

func (l *line) read(to *[grid]float32) {
	n := copy(to[:], l.buf[l.at:])
	copy(to[n:], l.buf)
}

// write puts back where read took from, and steps on.
func (l *line) write(from *[grid]float32) {
	n := copy(l.buf[l.at:], from[:])
	copy(l.buf, from[n:])
	if l.at += grid; l.at >= len(l.buf) {
		l.at -= len(l.buf)
	}
}

func peak(b *block) float64 {
	top := 0.0
	for i := range b.left {
		top = max(top, math.Abs(b.left[i]), math.Abs(b.right[i]))
	}
	return top
}
