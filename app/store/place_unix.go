//go:build unix && !darwin

package store

import (
	"os"
	"path/filepath"
)

// Dir is the default place: $XDG_DATA_HOME/kindhum, or ~/.local/share/kindhum.
func Dir() string {
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "kindhum")
	}
	return filepath.Join(os.Getenv("HOME"), ".local", "share", "kindhum")
}
