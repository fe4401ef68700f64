package desktop

import (
	"errors"
	"net"
	"os"
	"path/filepath"
	"time"
)

// answersWithin is how long the socket of a Wayland display may take to open.
const answersWithin = time.Second

// variablePlatform has Fyne open its window by one of two ways alone: x11 or wayland.
const variablePlatform = "FYNE_PLATFORM"

// Display reports whether a window could be opened: nil, or an error that is ErrNoDisplay, ErrFarDisplay or
// ErrShutDisplay. It asks the display itself, because a variable may well outlive what it names. A display
// that is no socket of this machine is not asked: no network connection is ever opened.
func Display() error {
	if wayland() == nil {
		return nil
	}
	if os.Getenv(variablePlatform) == "wayland" {
		return ErrNoDisplay
	}
	return xDisplay(os.Getenv("DISPLAY"))
}

// KeepToDisplay takes out of this process's environment the display that cannot be used, where the other can, as
// Display has found. Of two that are named Fyne 2.8.1 and GLFW 3.4 choose before they have tried (by XDG_SESSION_TYPE,
// and by whether the Wayland compositor frames windows), and X's library would look for one in the network.
func KeepToDisplay() error {
	if wayland() != nil {
		return os.Unsetenv("WAYLAND_DISPLAY")
	}
	name := os.Getenv("DISPLAY")
	err := xThere(name)
	// Many compositors start an X server for whoever comes, and it is slow to start. Those that keep a key to theirs
	// have it started anyway, or are the ones on which Fyne goes by X.
	if err == nil && os.Getenv("XAUTHORITY") != "" {
		err = xDisplay(name)
	}
	if err != nil && !errors.Is(err, errSilent) {
		return os.Unsetenv("DISPLAY")
	}
	return nil
}

// wayland reports whether Wayland is a way to a window.
func wayland() error {
	if os.Getenv(variablePlatform) == "x11" {
		return ErrNoDisplay
	}
	return waylandDisplay(os.Getenv("WAYLAND_DISPLAY"))
}

// waylandDisplay knocks at the socket of a Wayland display. Who can open it is let in.
func waylandDisplay(name string) error {
	if name == "" {
		return ErrNoDisplay
	}
	if !filepath.IsAbs(name) {
		name = filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), name)
	}
	conn, err := net.DialTimeout("unix", name, answersWithin)
	if err != nil {
		return ErrNoDisplay
	}
	_ = conn.Close() // it was opened to see whether it opens
	return nil
}

// Environment is what another process needs to open a window on this desktop, and to find its session bus.
func Environment() map[string]string {
	env := map[string]string{}
	for _, name := range variables {
		if value := os.Getenv(name); value != "" {
			env[name] = value
		}
	}
	return env
}
