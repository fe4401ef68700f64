package export

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
)

// In a synctest bubble, a goroutine that does not end fails the test.

func TestProgress(t *testing.T) {
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		for _, name := range []string{"a.wav", "a.flac"} {
			s, last, calls := spec(3), int64(0), 0
			want, _ := s.Frames()
			err := Render(t.Context(), s, filepath.Join(dir, name), func(done, total int64) {
				if done <= last || total != want {
					t.Errorf("%s: %d of %d after %d", name, done, total, last)
				}
				last = done
				calls++
			})
			if err != nil || last != want || calls < 10 {
				t.Errorf("%s: %v after %d of %d in %d calls", name, err, last, want, calls)
			}
		}
	})
}

func TestCancelledLeavesNothing(t *testing.T) {
	for _, name := range []string{"a.wav", "a.flac"} {
		dir := t.TempDir()
		path := filepath.Join(dir, name)
		synctest.Test(t, func(t *testing.T) {
			ctx, cancel := context.WithCancelCause(t.Context())
			steps := 0
			err := Render(ctx, spec(30), path, func(int64, int64) {
				if steps++; steps == 3 {
					cancel(errors.New("interrupt signal received"))
				}
			})
			if !errors.Is(err, context.Canceled) || steps != 3 {
				t.Errorf("%s: cancelled after %d steps: %v", name, steps, err)
			}
			if !strings.HasSuffix(err.Error(), "was not written: interrupted") {
				t.Errorf("%s: %v", name, err)
			}
		})
		empty(t, dir)
	}
}

// What is there stays there until there is something in its place.
func TestCancelledKeepsWhatThereWas(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.flac")
	before := []byte("what there was")
	if err := os.WriteFile(path, before, 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancelCause(t.Context())
	why := errors.New("no more wanted")
	cancel(why)
	if err := Render(ctx, spec(1), path, nil); !errors.Is(err, why) {
		t.Errorf("cancelled: %v", err)
	}
	if now, err := os.ReadFile(path); !bytes.Equal(now, before) {
		t.Errorf("there is %q, %v", now, err)
	}
	if err := Render(t.Context(), spec(1), path, nil); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Size() < 1000 || info.Mode().Perm() != 0o600 {
		t.Errorf("there is %v, %v", info, err)
	}
}

// failing is an encoder that cannot write after so many pieces.
type failing struct{ left int }

func (f *failing) packer() func(*piece) { return func(*piece) {} }
func (f *failing) finish() error        { return nil }

func (f *failing) write(*piece) error {
	if f.left--; f.left < 0 {
		return errors.ErrUnsupported
	}
	return nil
}

func TestAFailedWriteEndsAll(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		for pieces := range 3 {
			last, s := int64(0), spec(30)
			total, _ := s.Frames()
			err := render(t.Context(), s, total, &failing{pieces}, func(done, _ int64) { last = done })
			if !errors.Is(err, errors.ErrUnsupported) || last != int64(pieces)*stretch {
				t.Errorf("%v after %d frames", err, last)
			}
		}
	})
}
