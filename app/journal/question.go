package journal

import "math/rand/v2"

// Draw is the question to ask after drawn of them were asked, an index below count; 0 where there is at
// most one. Every run of count questions, from the first on, holds each of them once, in an order of its own, and no
// question follows itself. The same seed gives the same order.
func Draw(seed, drawn uint64, count int) int {
	if count < 2 {
		return 0
	}
	round, at := drawn/uint64(count), int(drawn%uint64(count))
	return order(seed, round, count)[at]
}

// order is the questions of a round. Its first is not the last of the round before.
func order(seed, round uint64, count int) []int {
	if count == 2 {
		round = 0 // by turns: only the same order again repeats neither
	}
	all := shuffled(seed, round, count)
	// The last of three or more is never moved here, so that it is enough to look back one round.
	if round > 0 && all[0] == shuffled(seed, round-1, count)[count-1] {
		all[0], all[1] = all[1], all[0]
	}
	return all
}

func shuffled(seed, round uint64, count int) []int {
	return rand.New(rand.NewPCG(seed, round)).Perm(count)
}
