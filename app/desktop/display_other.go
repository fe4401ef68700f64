//go:build !linux

package desktop

// Display is always nil: this platform has no desktop without a display.
func Display() error { return nil }

// KeepToDisplay has nothing to do: there is one way to a display here.
func KeepToDisplay() error { return nil }

// Environment is empty: a window needs nothing from it here.
func Environment() map[string]string { return nil }
