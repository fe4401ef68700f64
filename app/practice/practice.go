package practice

import "kindhum/app/breath"

// The bounds of a practice file. They are far beyond any practice that can be
// breathed, and keep a mistake from becoming a burden.
const (
	MaxFile  = 256 << 10 // bytes
	MaxSteps = 64
	MaxLines = 256  // of a step
	MaxText  = 2000 // letters of a line
	MaxShort = 200  // letters of a title, or of the line about a practice
)

// KindMoment is the id of the practice of twenty seconds.
const KindMoment = "kind-moment"

// Practice is a guided practice.
type Practice struct {
	ID      string
	Title   string
	About   string // one line
	Pattern breath.Pattern
	Steps   []Step // none is a practice without words
	// Turns says that the lines of the last step come in turn, again and again, with more silence
	// between them the longer the session lasts. Otherwise each line is said once.
	Turns bool
}

// Step is a part of a practice.
type Step struct {
	Title string
	Lines []string // the first is the heart of the step: it is kept when time is short
}
