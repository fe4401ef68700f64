//go:build !unix

package control

import (
	"os"
	"path/filepath"
)

// runtimeDir is in the folder of the person's own, which others cannot read here.
func runtimeDir() string {
	if dir, err := os.UserCacheDir(); err == nil {
		return filepath.Join(dir, "kindhum", "run")
	}
	return filepath.Join(os.TempDir(), "kindhum")
}

func checkOwner(string) error { return nil }
