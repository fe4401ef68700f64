package draft

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

func says(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}

func names(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

func TestAFileIsWholeAndTakesNoOthersPlace(t *testing.T) {
	dir := t.TempDir()
	for i, want := range []string{"a.md", "a-2.md", "a-3.md"} {
		text := strings.Repeat("soft ", 40_000*i+1)
		path, err := New(dir, "a", ".md", says(text))
		if err != nil || path != filepath.Join(dir, want) {
			t.Fatalf("%q, %v", path, err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != text {
			t.Errorf("%s: %d bytes, %v", want, len(got), err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s: %v, %v", want, info.Mode(), err)
		}
	}
	if got := names(t, dir); len(got) != 3 {
		t.Errorf("there are %q", got)
	}
}

func TestWhatFailsLeavesNothing(t *testing.T) {
	dir, errLost := t.TempDir(), errors.New("lost")
	path, err := New(dir, "a", ".md", func(w io.Writer) error {
		if err := says(strings.Repeat("soft ", 100_000))(w); err != nil {
			t.Fatal(err)
		}
		if got := names(t, dir); len(got) != 1 || !strings.HasSuffix(got[0], ".part") {
			t.Errorf("while it is written there are %q", got)
		}
		return errLost
	})
	if !errors.Is(err, errLost) || path != "" || len(names(t, dir)) != 0 {
		t.Errorf("%q, %v, %q", path, err, names(t, dir))
	}
	_, err = New(filepath.Join(dir, "none"), "a", ".md", says(""))
	if !errors.Is(err, os.ErrNotExist) || strings.Contains(err.Error(), ".part") || strings.Contains(err.Error(), "\n") {
		t.Errorf("no folder: %v", err)
	}
}

func TestManyAtOnce(t *testing.T) {
	dir := t.TempDir()
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 8 {
				if _, err := New(dir, "a", ".csv", says("soft")); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if got := names(t, dir); len(got) != 64 {
		t.Errorf("%d files", len(got))
	}
}

func TestAFileIsReplacedAsAWholeOrStays(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, strings.Repeat("n", 255)) // as long as a name can be
	if err := Replace(path, 0o600, Bytes([]byte("one"))); err != nil {
		t.Fatal(err)
	}
	stays := errors.New("the pen broke")
	err := Replace(path, 0o600, func(file *os.File) error {
		if _, err := file.WriteString("tw"); err != nil {
			return err
		}
		if now, err := os.ReadFile(path); err != nil || string(now) != "one" {
			t.Errorf("while it is written there is %q, %v", now, err)
		}
		return stays
	})
	if now, e := os.ReadFile(path); !errors.Is(err, stays) || e != nil || string(now) != "one" {
		t.Errorf("%q, %v, %v", now, e, err)
	}
	if err := Replace(path, 0o600, Bytes([]byte("two"))); err != nil {
		t.Fatal(err)
	}
	if now, err := os.ReadFile(path); err != nil || string(now) != "two" {
		t.Errorf("%q, %v", now, err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	if left := names(t, dir); len(left) != 1 {
		t.Errorf("there are %q", left)
	}
	if err := Replace(filepath.Join(dir, "none", "a"), 0o600, Bytes(nil)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%v", err)
	}
}
