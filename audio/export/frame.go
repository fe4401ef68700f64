package export

import (
	"math"
	"math/bits"
)

// block is how many frames of sound a frame of FLAC has, but for the last one. It keeps to the subset of
// the format that every player knows, which has at most 4608 of them at this rate.
const block = 4096

// The two channels, their mean, and their difference.
const (
	left = iota
	right
	mid
	side
)

// pairs are the signals that both channels can be had from, by the format's number.
var pairs = [...]struct {
	number        byte
	first, second int
}{{10, mid, side}, {1, left, right}, {8, left, side}, {9, side, right}}

// coder makes frames of FLAC (RFC 9639). A frame knows nothing of others, so that several coders can share a file.
type coder struct {
	signals     [4]signal
	window      []float64
	shaped      []float64
	residual    []int32
	least, most int // bytes of a frame so far
}

// signal is a channel or what was made of both, and what foretells it.
type signal struct {
	samples []int32 // after mostOrder zeros
	bits    int     // of a sample
	guess   predictor
}

func newCoder() *coder {
	c := &coder{shaped: make([]float64, mostOrder+block), residual: make([]int32, block), least: math.MaxInt}
	for i := range c.signals {
		c.signals[i] = signal{samples: make([]int32, mostOrder+block), bits: 24}
	}
	c.signals[side].bits = 25
	return c
}

// frame appends a frame of interleaved samples of 24 bits, at most block for each channel.
func (c *coder) frame(to []byte, number int64, samples []int32) []byte {
	c.split(samples)
	pair := pairs[c.choose()]
	begin := len(to)
	w := bitWriter{bytes: header(to, number, len(samples)/2, pair.number)}
	c.subframe(&w, &c.signals[pair.first])
	c.subframe(&w, &c.signals[pair.second])
	w.align()
	sum := crc16(w.bytes[begin:])
	to = append(w.bytes, byte(sum>>8), byte(sum))
	c.least, c.most = min(c.least, len(to)-begin), max(c.most, len(to)-begin)
	return to
}

func (c *coder) split(samples []int32) {
	var x [4][]int32
	for i := range x {
		s := &c.signals[i]
		s.samples = s.samples[:mostOrder+len(samples)/2]
		x[i] = s.samples[mostOrder:]
	}
	for i := range x[left] {
		l, r := samples[2*i], samples[2*i+1]
		x[left][i], x[right][i], x[mid][i], x[side][i] = l, r, (l+r)>>1, l-r
	}
}

// choose finds predictors, and the cheapest of pairs.
func (c *coder) choose() (best int) {
	var r [4]correlations
	for _, i := range []int{left, right, side} {
		r[i] = correlate(c.shape(c.signals[i].samples))
	}
	r[mid] = middle(r[left], r[right], r[side])
	var costs [4]float64
	for i := range c.signals {
		s := &c.signals[i]
		s.guess, costs[i] = predict(r[i], len(s.samples)-mostOrder, s.bits)
	}
	cheapest := math.Inf(1)
	for i, p := range pairs {
		if cost := costs[p.first] + costs[p.second]; cost < cheapest {
			best, cheapest = i, cost
		}
	}
	return best
}

// shape fades a signal in and out, so that its ends do not look like something that could be foretold. The window is
// Tukey's, half of it level.
func (c *coder) shape(samples []int32) []float64 {
	n := len(samples)
	if len(c.window) != n {
		c.window = make([]float64, n)
		edge := float64(n-mostOrder) / 4
		for i := range c.window {
			within := float64(min(i-mostOrder, n-1-i)) + 0.5
			c.window[i] = (1 - math.Cos(math.Pi*min(within/edge, 1))) / 2
		}
	}
	shaped := c.shaped[:n]
	for i, v := range samples {
		shaped[i] = float64(v) * c.window[i]
	}
	return shaped
}

// header appends what comes before the signals.
func header(to []byte, number int64, n int, pair byte) []byte {
	const (
		fixed    = 0xfff8 // the mark of a frame in a file where all but the last have the same length
		blockIs  = 0xc0   // 4096
		blockAsk = 0x70   // two bytes further on
		rate     = 0x0a   // 48 kHz
		depth    = 6 << 1 // 24 bits
	)
	begin := len(to)
	length := byte(blockIs)
	if n != block {
		length = blockAsk
	}
	to = append(to, fixed>>8, fixed&0xff, length|rate, pair<<4|depth)
	to = appendNumber(to, uint32(number))
	if n != block {
		to = append(to, byte((n-1)>>8), byte(n-1))
	}
	return append(to, crc8(to[begin:]))
}

// appendNumber appends a number of at most 31 bits as UTF-8 once did, before it knew of surrogates and an end.
func appendNumber(to []byte, n uint32) []byte {
	if n < 0x80 {
		return append(to, byte(n))
	}
	more := (bits.Len32(n) - 2) / 5 // bytes after the first, of 6 bits; the first has 7 less one for each byte
	to = append(to, byte(0xff<<(7-more))|byte(n>>(6*more)))
	for more--; more >= 0; more-- {
		to = append(to, 0x80|byte(n>>(6*more))&0x3f)
	}
	return to
}
