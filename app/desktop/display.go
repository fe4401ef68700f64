package desktop

import "errors"

// Why no window can be opened here, as Display has it.
var (
	ErrNoDisplay   = errors.New("there is no display here")
	ErrFarDisplay  = errors.New("is reached over a network, which Kindhum never uses")
	ErrShutDisplay = errors.New("does not let us in")
)
