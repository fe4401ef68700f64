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

// line is a delay of a number of frames. Its buffer is whole chunks, of which one at a time is
// written, in place; what is read lies anywhere in it.
type line struct {
	buf     []float32
	at, lag int
}

const (
	roomDecay  = 1.3           // s to fall by 60 dB, at low frequencies
	roomBright = 0.42          // of the low-pass: about 4 kHz
	roomWet    = 0.30 * 2.8284 // amplitude of the wet sound at room 100; the lines are Hadamard's sqrt(8) quieter
	roomCalm   = 1e-14         // energy of a chunk: about -160 dBFS
)

// roomLengths are primes of 19 to 53 ms, so that echoes do not fall on each other.
var roomLengths = [8]int{919, 1091, 1291, 1499, 1733, 1997, 2269, 2557}

func newRoom() *room {
	r := &room{}
	for i, n := range roomLengths {
		chunks := (n + 2*grid - 1) / grid
		r.lines[i] = line{buf: make([]float32, chunks*grid), lag: n}
		// Hadamard's 1/sqrt(8) and the low-pass's own factor are in here as well.
		r.gains[i] = float32(roomBright * math.Pow(10, -3*float64(n)/(roomDecay*Rate)) / math.Sqrt(8))
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
	if r.empty() && energy(out) < roomCalm {
		return
	}
	for i := range r.lines {
		r.lines[i].read(&r.taps[i])
	}
	wet := r.circulate(out, from*roomWet, (to-from)*roomWet/grid)
	for i := range r.lines {
		r.lines[i].step()
	}
	if wet < roomCalm {
		wet += energy(out)
	}
	r.rest(wet)
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
// matrix in three butterflies, and lets the dry sound in. It returns about the energy of what it
// gave, by what it is left with at the end.
func (r *room) circulate(out *block, level, grow float64) (energy float64) {
	const keep = 1 - roomBright
	t, g, to := &r.taps, &r.gains, &r.lines
	w0, w1, w2, w3, w4, w5, w6, w7 := to[0].next(), to[1].next(), to[2].next(), to[3].next(),
		to[4].next(), to[5].next(), to[6].next(), to[7].next()
	d0, d1, d2, d3, d4, d5, d6, d7 := r.damped[0], r.damped[1], r.damped[2], r.damped[3],
		r.damped[4], r.damped[5], r.damped[6], r.damped[7]
	for i := range grid {
		d0 = keep*d0 + g[0]*t[0][i]
		d1 = keep*d1 + g[1]*t[1][i]
		d2 = keep*d2 + g[2]*t[2][i]
		d3 = keep*d3 + g[3]*t[3][i]
		d4 = keep*d4 + g[4]*t[4][i]
		d5 = keep*d5 + g[5]*t[5][i]
		d6 = keep*d6 + g[6]*t[6][i]
		d7 = keep*d7 + g[7]*t[7][i]
		a, b := float32(out.left[i]), float32(out.right[i])
		l, h := float64(d0-d2+d4-d6), float64(d1-d3+d5-d7)
		out.left[i] += level * l
		out.right[i] += level * h
		level += grow
		x0, x1, x2, x3, x4, x5, x6, x7 := d0+d1, d0-d1, d2+d3, d2-d3, d4+d5, d4-d5, d6+d7, d6-d7
		x0, x2, x1, x3, x4, x6, x5, x7 = x0+x2, x0-x2, x1+x3, x1-x3, x4+x6, x4-x6, x5+x7, x5-x7
		w0[i], w4[i] = x0+x4+a, x0-x4+a
		w1[i], w5[i] = x1+x5+b, x1-x5+b
		w2[i], w6[i] = x2+x6+a, x2-x6-a
		w3[i], w7[i] = x3+x7+b, x3-x7-b
	}
	r.damped = [8]float32{d0, d1, d2, d3, d4, d5, d6, d7}
	for _, d := range r.damped {
		energy += float64(d) * float64(d)
	}
	return energy * grid
}

func (l *line) read(to *[grid]float32) {
	from := l.at - l.lag
	if from < 0 {
		from += len(l.buf)
	}
	n := copy(to[:], l.buf[from:])
	copy(to[n:], l.buf)
}

// next is the chunk that is to be written.
func (l *line) next() *[grid]float32 { return (*[grid]float32)(l.buf[l.at:]) }

// step goes on to the next chunk.
func (l *line) step() {
	if l.at += grid; l.at == len(l.buf) {
		l.at = 0
	}
}

// energy is the sum of the squares of a chunk.
func energy(b *block) (sum float64) {
	for i, l := range b.left {
		r := b.right[i]
		sum += l*l + r*r
	}
	return sum
}
