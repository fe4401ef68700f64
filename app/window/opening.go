package window

import (
	"math"
	"time"
)

// opening is the time in which nothing is to be seen but the light, and until what was pressed in it is done. Of Tab nothing is
// kept: there is nothing yet for it to lead to.
type opening struct {
	told   bool     // what goes on: by the first snapshot, or that nothing tells of it
	early  []func() // what was pressed before, in its order
	frames int      // since there is more than the light, while something waits
}

const (
	// aloneMost is how long the light waits for the first snapshot, which a player that hangs does not send, until the rest comes.
	aloneMost = 300 * time.Millisecond
	// earlyFrames is with which frame after that what was pressed early is done. A menu, say, can only be placed by what was
	// drawn, and two may come before it is.
	earlyFrames = 3
)

// learn has the rest come: it is known now what goes on.
func (s *shell) learn() {
	s.shown.opening.told = true
	s.arrange()
}

// learnLate is learn where no snapshot has come.
func (s *shell) learnLate() {
	if s.stage.alone {
		s.learn()
		s.wake()
	}
}

// waits has something that was pressed wait, while nobody can know what it means, and reports whether it does.
func (s *shell) waits(what func()) bool {
	o := &s.shown.opening
	if !s.stage.alone && len(o.early) == 0 {
		return false
	}
	o.early = append(o.early, what)
	return true
}

// late reports whether something that was pressed early is due.
func (s *shell) late() bool { return !s.stage.alone && len(s.shown.opening.early) > 0 }

// catchUp does what was pressed early, when it is time for it. It is called with each frame.
func (s *shell) catchUp() {
	o := &s.shown.opening
	if !s.late() {
		return
	}
	if o.frames++; o.frames < earlyFrames {
		return
	}
	early := o.early
	o.early = nil
	for _, do := range early {
		do()
	}
}

// menuPart is how much of the menu's button is to be seen, 0..1: it lies beside the veil, and comes with the rest.
func (s *stage) menuPart() float64 {
	if !s.veil.first || !s.veil.moving() {
		return 1
	}
	return math.Round((1-s.veil.part)*fadeSteps) / fadeSteps
}
