//go:build !linux || !(amd64 || arm64)

package glx

// Preloaded is a driver that is being loaded; where there is no X it never is.
type Preloaded struct{}

// Preload does nothing here.
func Preload(func()) *Preloaded { return &Preloaded{} }

// Wait returns at once.
func (*Preloaded) Wait() {}

// Release does nothing here.
func (*Preloaded) Release() {}
