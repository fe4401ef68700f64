// Package practice knows the guided practices and when their words come.
//
// A [Practice] is read from a file of steps and lines ([Parse], [Load]); a [Library]
// holds the same practices in several languages, and the person's own ([ReadOwn]) among
// them. Whoever changes a practice changes its [Draft]. Laid over a timeline of breaths a
// practice becomes a [Plan], which says for any elapsed time which line is shown. Steps
// share the time; a short session keeps the heart of each step, a long one leaves more
// silence and never more talk; no line shows for less than half a breath or across the
// end of its step. A practice may have no words at all.
//
// The package is pure: it reads no clock, starts no goroutine and draws
// nothing. All its functions may be called concurrently.
//
//	library, err := practice.Load(assets.Practices())
//	p, err := library.In("en").Find("hum breath")
//	plan := p.Plan(timeline, practice.EveryBreath)
//	fmt.Println(plan.At(12 * time.Second).Text)
package practice
