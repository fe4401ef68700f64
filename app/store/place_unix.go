//go:build unix && !darwin

package store

import (
	"os"
	"path/filepath"
)

// Dir is the default place: $XDG_DATA_HOME/kindhum, or ~/.local/share/kindhum; "" where there is no home either.
func Dir() string {
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "kindhum")
	}
	if home := os.Getenv("HOME"); filepath.IsAbs(home) {
		return filepath.Join(home, ".local", "share", "kindhum")
	}
	return ""
}
