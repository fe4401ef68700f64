package theme

// The sizes of type, in device-independent pixels at a text size of 100 %.
const (
	TypeSmall   = 13
	TypeLabel   = 14 // of a button
	TypeText    = 15
	TypeLead    = 16 // of the button that leads on
	TypeWord    = 17 // the one word for the breath
	TypeLine    = 18 // a kind line
	TypeSection = 19 // the heading of a part of a page
	TypeTitle   = 23
)

// Space, in device-independent pixels.
const (
	Margin   = 14  // beside and above all that a window holds
	Column   = 520 // no text or control is laid out wider
	Gap      = 6   // between two things side by side
	Hit      = 38  // the height of a control at least, to be hit
	HitLead  = 46  // of the button that leads on
	Outline  = 1   // the width of a control's outline
	Focused  = 2   // of the one that has the keys
	Corner   = 12  // the radius of a field's corners
	CornerUp = 14  // of what lies over the window
)

// The window's sizes, in device-independent pixels: at first, and the least at which all is laid out in full.
const (
	WindowWidth, WindowHeight = 480, 720
	LeastWidth, LeastHeight   = 360, 560
)
