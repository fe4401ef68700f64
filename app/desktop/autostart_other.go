//go:build !linux

package desktop

import "errors"

// Autostarts is false: on this platform the person says so to the system.
func Autostarts() bool { return false }

// Autostart is always StartNothing.
func Autostart() Start { return StartNothing }

// SetAutostart says that it cannot.
func SetAutostart(Start) error {
	return errors.New("what starts with the desktop is set elsewhere on this system")
}
