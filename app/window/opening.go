package window

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
)

// opening is the time in which nothing is to be seen but the light, until the rest was drawn. Of Tab nothing is kept: there is
// nothing yet for it to lead to.
type opening struct {
	opens bool     // it is that time
	told  bool     // what goes on: by the first snapshot, or that nothing tells of it
	early []func() // what was pressed, in its order
}

// aloneMost is how long the light waits for the first snapshot, which a player that hangs does not send, until the rest comes.
const aloneMost = 300 * time.Millisecond

// openAlone has the light be alone at first.
func (s *shell) openAlone() {
	s.shown.opens = true
	s.stage.begin()
}

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

// waits has something that was pressed wait, while nobody can know what it means, or nothing is there yet for it to be placed by,
// as a menu is. It reports whether it does.
func (s *shell) waits(what func()) bool {
	o := &s.shown.opening
	if o.opens {
		o.early = append(o.early, what)
	}
	return o.opens
}

// nearlyOpen reports whether only drawing is waited for.
func (s *shell) nearlyOpen() bool { return s.shown.opens && !s.stage.alone }

// restDrawn reports whether more than the light was drawn: Fyne gives an object a canvas then.
func (s *shell) restDrawn() bool {
	rest := s.stage.page
	if rest == nil {
		rest = s.stage.menu
	}
	return fyne.CurrentApp().Driver().CanvasForObject(rest) != nil
}

// catchUp ends the opening when the rest was drawn, or nobody can see it, and does what was pressed in it. It is called before
// each frame.
func (s *shell) catchUp() {
	if !s.nearlyOpen() || !s.restDrawn() && !s.unseen.any() {
		return
	}
	early := s.shown.early
	s.shown.opening = opening{}
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
