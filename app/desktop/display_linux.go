package desktop

import (
	"errors"
	"net"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// ErrNoDisplay says that no window can be opened here.
var ErrNoDisplay = errors.New("there is no display here")

// Display reports whether a window could be opened: nil, or ErrNoDisplay. It knocks at the
// display's socket, because a variable may well outlive its display.
func Display() error {
	if name := os.Getenv("WAYLAND_DISPLAY"); name != "" {
		if !filepath.IsAbs(name) {
			name = filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), name)
		}
		if opens(name) {
			return nil
		}
	}
	display := os.Getenv("DISPLAY")
	if display == "" {
		return ErrNoDisplay
	}
	number, local := strings.CutPrefix(strings.TrimPrefix(display, "unix"), ":")
	if !local {
		return nil // on another machine: it is for the X library to reach it
	}
	number, _, _ = strings.Cut(number, ".")
	path := filepath.Join("/tmp/.X11-unix", "X"+number)
	if opens(path) || opens("@"+path) {
		return nil
	}
	return ErrNoDisplay
}

func opens(path string) bool {
	conn, err := net.DialTimeout("unix", path, time.Second)
	if err != nil {
		return false
	}
	_ = conn.Close() // it was opened to see whether it opens
	return true
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
