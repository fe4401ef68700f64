package desktop

// Appearance is what the person has asked of the whole desktop for how things look. Its zero value asks for nothing.
type Appearance struct {
	LessMotion bool // as little as possible moves
	Contrast   bool // what is shown stands out more from what it lies on
}
