//go:build unix

package export

import (
	"errors"
	ossignal "os/signal"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"

	"golang.org/x/sys/unix"
)

// A file that may not grow stands for a disk that is full: the system refuses to write in the same way.
func TestAFullDisk(t *testing.T) {
	ossignal.Ignore(unix.SIGXFSZ)
	t.Cleanup(func() { ossignal.Reset(unix.SIGXFSZ) })
	for _, name := range []string{"a.wav", "a.flac"} {
		for _, most := range []uint64{0, 100, 1 << 19} {
			dir := t.TempDir()
			path := filepath.Join(dir, name)
			synctest.Test(t, func(t *testing.T) {
				var err error
				within(t, most, func() { err = Render(t.Context(), spec(12), path, nil) })
				if !errors.Is(err, unix.EFBIG) || strings.Contains(err.Error(), ".part") {
					t.Errorf("%s of at most %d bytes: %v", name, most, err)
				}
			})
			empty(t, dir)
		}
	}
}

// within runs f while no file can grow beyond so many bytes.
func within(t *testing.T, most uint64, f func()) {
	t.Helper()
	var before unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_FSIZE, &before); err != nil {
		t.Fatal(err)
	}
	if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: most, Max: before.Max}); err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &before); err != nil {
			t.Fatal(err)
		}
	}()
	f()
}
