package export

import "math/bits"

const (
	mostParts = 5  // a residual is coded in at most 2^5 parts
	shortRice = 14 // the largest Rice parameter that four bits can name
	longRice  = 30 // and five
)

// partition is how a residual is coded: in 2^log parts, each with a Rice parameter of its own. They
// divide the block evenly; the first part lacks the samples that have no residual.
type partition struct {
	log    int
	params [1 << mostParts]uint8
	long   bool // some parameter needs five bits
}

// divide finds the cheapest partition for the residual of a block of n samples, and about how many bits it
// takes. The first samples of the block, as many as residual is shorter than n, have none.
func divide(residual []int32, n int) (best partition, cheapest uint64) {
	order := n - len(residual)
	log := min(mostParts, bits.TrailingZeros(uint(n)))
	for log > 0 && n>>log <= order {
		log--
	}
	var sums [1 << mostParts]uint64
	for i, from := 0, 0; i < 1<<log; i++ {
		to := (i+1)*(n>>log) - order
		for _, v := range residual[from:to] {
			sums[i] += uint64(folded(v))
		}
		from = to
	}
	best, cheapest = choose(sums, log, n, order)
	for log--; log >= 0; log-- {
		for i := range 1 << log {
			sums[i] = sums[2*i] + sums[2*i+1]
		}
		if p, cost := choose(sums, log, n, order); cost < cheapest {
			best, cheapest = p, cost
		}
	}
	return best, cheapest
}

// choose finds the parameters for parts with these sums of folded numbers.
func choose(sums [1 << mostParts]uint64, log, n, order int) (p partition, cost uint64) {
	p.log = log
	missing := uint64(order)
	for i := range 1 << log {
		k, taken := parameter(sums[i], uint64(n>>log)-missing)
		p.params[i], p.long = uint8(k), p.long || k > shortRice
		cost += taken
		missing = 0
	}
	return p, cost
}

// parameter is the Rice parameter for so many folded numbers with such a sum, and about how many bits they and
// it take: a little more than in truth.
func parameter(sum, count uint64) (k uint, taken uint64) {
	cost := func(k uint) uint64 { return 5 + count*uint64(k+1) + sum>>k }
	if count > 0 {
		k = min(uint(bits.Len64(sum/count)), longRice)
	}
	if k > 0 && cost(k-1) <= cost(k) {
		k--
	}
	return k, cost(k)
}

// write codes a residual.
func (p *partition) write(w *bitWriter, residual []int32, order int) {
	width, size := uint(4), (len(residual)+order)>>p.log
	if p.long {
		width = 5
	}
	w.put(uint64(width-4), 2)
	w.put(uint64(p.log), 4)
	for i, k := range p.params[:1<<p.log] {
		to := size
		if i == 0 {
			to -= order
		}
		w.put(uint64(k), width)
		w.rice(residual[:to], uint(k))
		residual = residual[to:]
	}
}
