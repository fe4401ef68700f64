package journal

import (
	"testing"

	"pgregory.net/rapid"
)

// TestNoQuestionComesTwiceUntilAllWereAsked draws several rounds, for any number of questions.
func TestNoQuestionComesTwiceUntilAllWereAsked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seed, count := rapid.Uint64().Draw(t, "seed"), rapid.IntRange(1, 20).Draw(t, "count")
		from := rapid.Uint64Range(0, 1<<40).Draw(t, "round") * uint64(count)
		asked, last := map[int]int{}, -1
		for i := range uint64(3 * count) {
			q := Draw(seed, from+i, count)
			if q < 0 || q >= count {
				t.Fatalf("question %d of %d", q, count)
			}
			if q == last && count > 1 {
				t.Fatalf("question %d follows itself at %d", q, i)
			}
			asked[q]++
			last = q
			if round := int(i)/count + 1; asked[q] > round {
				t.Fatalf("question %d comes %d times in round %d", q, asked[q], round)
			}
		}
	})
	if Draw(1, 5, 0) != 0 {
		t.Error("of none there is another than the first")
	}
}

func TestTheOrderOfTheQuestionsIsTheSeeds(t *testing.T) {
	orders := map[[12]int]bool{}
	for seed := range uint64(50) {
		var o [12]int
		for i := range o {
			o[i] = Draw(seed, uint64(i), len(o))
			if o[i] != Draw(seed, uint64(i), len(o)) {
				t.Fatal("the same seed, another order")
			}
		}
		orders[o] = true
	}
	if len(orders) < 50 {
		t.Errorf("50 seeds give %d orders", len(orders))
	}
}
