package window

import (
	"fmt"
	"slices"

	"kindhum/app/practice"
)

// removals are the lines and steps that were removed of a practice and can be brought back, the last one last. They
// are kept for as long as the window is open.
type removals struct{ all []removed }

// removed is a line of a step that was removed, or a step, and where it was then.
type removed struct {
	step, line int
	phrase     practice.Phrase
	alone      bool           // no other line was in the step: an empty one has its place
	part       *practice.Part // nil where it is a line
}

// known are the removals of a practice that has an id.
func (b *book) known(id string, r *removals) {
	if b.removed == nil {
		b.removed = map[string]*removals{}
	}
	b.removed[id] = r
}

// removals are what was removed of the practice, also when it was changed before.
func (e *editing) removals() *removals {
	if e.removed == nil && e.draft.ID != "" {
		e.removed = e.shell.shown.book.removed[e.draft.ID]
	}
	if e.removed == nil {
		e.removed = &removals{}
	}
	return e.removed
}

// misses reports whether something can be brought back.
func (e *editing) misses() bool { return len(e.removals().all) > 0 }

// dropLine removes a line of a step; a step always has one.
func (e *editing) dropLine(step, i int) {
	lines := e.draft.Steps[step].Lines
	if is := lines[i]; is.Text != "" { // else there is nothing to miss
		e.removals().add(removed{step: step, line: i, phrase: is, alone: len(lines) == 1})
	}
	if lines = slices.Delete(lines, i, i+1); len(lines) == 0 {
		lines = []practice.Phrase{{}}
	}
	e.draft.Steps[step].Lines = lines
}

// dropPart removes a step.
func (e *editing) dropPart(i int) {
	is := e.draft.Steps[i]
	e.removals().add(removed{step: i, part: &is})
	e.draft.Steps = slices.Delete(e.draft.Steps, i, i+1)
}

func (all *removals) add(r removed) { all.all = append(all.all, r) }

// bringBack puts what was removed last where it was, as near as that is. It tells the step and the line that are there
// again; it is false where there is nothing to bring back, or no room for it, which it says.
func (e *editing) bringBack() (step, line int, is bool) {
	if !e.misses() {
		return 0, 0, false
	}
	all := e.removals()
	r := all.all[len(all.all)-1]
	if r.part == nil && len(e.draft.Steps) == 0 {
		r = removed{part: &practice.Part{Lines: []practice.Phrase{r.phrase}}} // its step is gone from the file
	}
	put := e.putLine
	if r.part != nil {
		put = e.putPart
	}
	if step, line, is = put(r); is {
		all.all = all.all[:len(all.all)-1]
	}
	return step, line, is
}

func (e *editing) putPart(r removed) (step, line int, is bool) {
	steps := e.draft.Steps
	if len(steps) >= practice.MaxSteps {
		e.say(fmt.Sprintf(e.shell.text.Text("words_most_steps"), practice.MaxSteps))
		return 0, 0, false
	}
	step = min(r.step, len(steps))
	e.draft.Steps = slices.Insert(steps, step, *r.part)
	return step, 0, true
}

func (e *editing) putLine(r removed) (step, line int, is bool) {
	step = min(r.step, len(e.draft.Steps)-1)
	lines := &e.draft.Steps[step].Lines
	if r.alone && len(*lines) == 1 && (*lines)[0].Text == "" {
		*lines = nil
	}
	if len(*lines) >= practice.MaxLines {
		e.say(fmt.Sprintf(e.shell.text.Text("words_most_lines"), practice.MaxLines))
		return 0, 0, false
	}
	line = min(r.line, len(*lines))
	*lines = slices.Insert(*lines, line, r.phrase)
	return step, line, true
}

// swapped takes note that two steps changed places: what was removed of them goes with them.
func (all *removals) swapped(a, b int) {
	for i, r := range slices.Backward(all.all) {
		switch {
		case r.part != nil: // before it was removed, what follows it was one further
			a, b = before(r.step, a), before(r.step, b)
		case r.step == a:
			all.all[i].step = b
		case r.step == b:
			all.all[i].step = a
		}
	}
}

// before is where a step was before the one at a place was removed.
func before(removed, step int) int {
	if step >= removed {
		return step + 1
	}
	return step
}
