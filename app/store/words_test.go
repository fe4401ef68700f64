package store

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kindhum/app/choice"
)

// plainly holds that an error is fit for a person: one line with what went wrong and what to do, without codes.
func plainly(t *testing.T, err error, says ...string) {
	t.Helper()
	if err == nil {
		t.Error("no error")
		return
	}
	for _, what := range says {
		if !strings.Contains(err.Error(), what) {
			t.Errorf("%q does not say %q", err, what)
		}
	}
	if strings.ContainsAny(err.Error(), "\n()") {
		t.Errorf("%q has codes in it, or is no line", err)
	}
}

func TestWhatCannotBeKeptSaysWhatToDo(t *testing.T) {
	for pragma, says := range map[string]string{
		"max_page_count = 1": "the disk is full; see that ",
		"query_only = 1":     "it cannot be written to; see that ",
	} {
		s := opened(t, t.TempDir())
		if _, err := s.firm.Exec("PRAGMA " + pragma); err != nil {
			t.Fatal(err)
		}
		err := s.put(t.Context(), "x", strings.Repeat("much ", 10_000))
		plainly(t, err, says, s.dir)
	}
	newer := t.TempDir()
	usable(t, opened(t, newer))
	file, err := os.OpenFile(filepath.Join(newer, Name), os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := file.WriteAt(binary.BigEndian.AppendUint32(nil, uint32(version+1)), 60); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	plainly(t, opened(t, newer).SetSound(t.Context(), choice.DefaultSound()), "newer Kindhum")
	plainly(t, opened(t, "/dev/null/x").SetSound(t.Context(), choice.DefaultSound()), "see that /dev/null/x can be written to")
}

func TestWithoutAHomeNothingIsLeftAnywhere(t *testing.T) {
	here := t.TempDir()
	t.Chdir(here)
	t.Setenv("XDG_DATA_HOME", "")
	for _, home := range []string{"", "relative"} {
		t.Setenv("HOME", home)
		if dir := Dir(); dir != "" {
			t.Skip("this system has a place without HOME: " + dir)
		}
		s := opened(t, "")
		if !strings.Contains(s.Notice(), "Set HOME") {
			t.Errorf("%q: %q", home, s.Notice())
		}
		plainly(t, s.SetSound(t.Context(), choice.DefaultSound()), "set HOME")
		if left, err := os.ReadDir(here); err != nil || len(left) > 0 {
			t.Errorf("%q: left behind: %v, %v", home, left, err)
		}
	}
}
