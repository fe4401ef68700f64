//go:build !linux

package desktop

import "errors"

// ErrNoDisplay says that no window can be opened here.
var ErrNoDisplay = errors.New("there is no display here")

// Display is always nil: this platform has no desktop without a display.
func Display() error { return nil }

// Environment is empty: a window needs nothing from it here.
func Environment() map[string]string { return nil }
