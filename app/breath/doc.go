// Package breath says what a breath is at any moment.
//
// A [Pattern] is how long the parts of one breath last. A [Timeline] lays
// breaths end to end and answers one question, [Timeline.At]: at this elapsed
// time, which phase is it, how full is the circle, how loud is the hum, how
// loud the airy cue of the in-breath. The synthesiser asks it on the sample
// clock and the picture on the heard position, so that the two agree without
// ever speaking to each other.
//
// The package is pure: it reads no clock, starts no goroutine, keeps nothing,
// allocates nothing in At, and imports nothing of this program. All its
// functions may be called concurrently.
//
//	p, err := breath.Parse("4-6")
//	line := breath.Timeline{Pattern: p, Breaths: 6}
//	m := line.At(2 * time.Second) // in the middle of the first in-breath
//	fmt.Println(m.Phase, m.Fullness) // in 0.5
package breath
