//go:build unix

package export

import (
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// A pipe may have nobody at its other end: to open it would be to wait for ever.
func TestAPipeIsNoPlaceForAFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe.wav")
	if err := unix.Mkfifo(path, 0o600); err != nil {
		t.Skip(err)
	}
	fails(t, path, errSpecial)
}
