//go:build !unix || darwin

package store

import (
	"os"
	"path/filepath"
)

// Dir is the default place: the system's folder for what programs keep of a person's.
func Dir() string {
	dir, err := os.UserConfigDir()
	if err != nil {
		dir = os.TempDir()
	}
	return filepath.Join(dir, "Kindhum")
}
