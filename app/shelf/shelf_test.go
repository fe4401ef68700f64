package shelf

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"kindhum/app/breath"
	"kindhum/app/practice"
)

// drafted is a practice of one line.
func drafted(id, line string) practice.Draft {
	return practice.Draft{ID: id, Title: "Own", Pattern: breath.Default, Steps: []practice.Part{{Lines: []practice.Phrase{{Text: line}}}}}
}

// stands is what stands on a shelf, as "id: line".
func stands(s *Shelf) (all []string) {
	for _, p := range s.Practices() {
		all = append(all, p.ID+": "+p.Steps[0].Lines[0])
	}
	return all
}

// names are the files in a folder, hidden ones too.
func names(t *testing.T, dir string) (all []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

func expect(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: %q, want %q", what, got, want)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestAPracticeIsPutAndReadAgain(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "kindhum", "practices")
	s := New(dir)
	expect(t, "at first", stands(s))
	must(t, s.Put(drafted("mine", "One.")))
	must(t, s.Put(drafted("mine", "Two.")))
	must(t, s.Put(drafted("walk", "Step.")))
	expect(t, "then", stands(s), "mine: Two.", "walk: Step.")
	expect(t, "files", names(t, dir), "mine.toml", "walk.toml")
	for name, want := range map[string]fs.FileMode{dir: 0o700, filepath.Join(dir, "mine.toml"): 0o600} {
		info, err := os.Stat(name)
		must(t, err)
		if info.Mode().Perm() != want {
			t.Errorf("%s is %v", name, info.Mode())
		}
	}
	// By hand, or by another process.
	must(t, os.Rename(filepath.Join(dir, "walk.toml"), filepath.Join(dir, "by hand.toml")))
	must(t, os.WriteFile(filepath.Join(dir, "mine.toml"), []byte("id = \"mine\"\ntitle = \"Own\"\n[[step]]\nlines = [\"Three!\"]\n"), 0o600))
	expect(t, "changed from outside", stands(s), "walk: Step.", "mine: Three!")
	must(t, s.Put(drafted("walk", "Stop.")))
	expect(t, "files", names(t, dir), "by hand.toml", "mine.toml")
}

func TestNothingIsWrittenOver(t *testing.T) {
	dir := t.TempDir()
	bad := filepath.Join(dir, "mine.toml")
	must(t, os.WriteFile(bad, []byte("hours of work = "), 0o600))
	s := New(dir)
	must(t, s.Put(drafted("mine", "One.")))
	expect(t, "files", names(t, dir), "mine-2.toml", "mine.toml")
	if data, _ := os.ReadFile(bad); string(data) != "hours of work = " {
		t.Errorf("it became %q", data)
	}
	elsewhere := filepath.Join(t.TempDir(), "kept.toml")
	must(t, os.WriteFile(elsewhere, drafted("linked", "One.").Encode(), 0o600))
	must(t, os.Symlink(elsewhere, filepath.Join(dir, "link.toml")))
	must(t, s.Put(drafted("linked", "Two.")))
	if d, err := ReadFile(elsewhere); err != nil || d.Steps[0].Lines[0].Text != "Two." {
		t.Errorf("where the link leads: %+v, %v", d, err)
	}
}

func TestWhatIsRemovedCanBeBroughtBack(t *testing.T) {
	dir := t.TempDir()
	s := New(dir)
	began := time.Now()
	must(t, s.Remove("mine"))
	byHand := append([]byte("# My own words.\n"), drafted("mine", "One.").Encode()...)
	must(t, os.WriteFile(filepath.Join(dir, "by hand.TOML"), byHand, 0o600))
	is := s.Read().Files[0].Draft
	must(t, s.Remove("mine"))
	expect(t, "removed", stands(s))
	must(t, New(dir).Restore(is, drafted("mine-2", "One."))) // also by a program that was started anew
	expect(t, "brought back", stands(s), "mine: One.")
	if now, err := os.ReadFile(filepath.Join(dir, "by hand.TOML")); err != nil || string(now) != string(byHand) {
		t.Errorf("it came back as %q, %v", now, err)
	}
	must(t, s.Remove("mine"))
	must(t, s.Put(drafted("mine", "Two.")))
	must(t, s.Remove("mine"))
	must(t, s.Put(drafted("mine", "Three.")))
	var aside []string
	for _, d := range New(dir).Aside(began) {
		aside = append(aside, d.Steps[0].Lines[0].Text)
	}
	expect(t, "aside", aside, "One.", "Two.")
	if err := s.Restore(drafted("mine", "Two."), drafted("mine", "Two.")); err == nil {
		t.Error("it took the place of another")
	}
	expect(t, "still there", stands(s), "mine: Three.")
	must(t, s.Restore(drafted("mine", "Two."), drafted("mine-2", "Two.")))
	must(t, s.Restore(drafted("mine", "One."), drafted("mine-3", "One.")))
	must(t, s.Restore(drafted("mine", "Zero."), drafted("mine-4", "Never written.")))
	expect(t, "brought back", stands(s), "mine-2: Two.", "mine-3: One.", "mine-4: Never written.", "mine: Three.")
	if left := s.Aside(time.Time{}); len(left) != 0 {
		t.Errorf("there is still %+v", left)
	}
}

func TestOnlyWhatWasRemovedLongAgoIsTidiedAway(t *testing.T) {
	dir := t.TempDir()
	s := New(dir)
	must(t, s.Put(drafted("early", "One.")))
	must(t, s.Remove("early"))
	between := time.Now()
	must(t, s.Put(drafted("late", "One.")))
	must(t, s.Remove("late"))
	ago := between.Add(-48 * time.Hour)
	for _, name := range []string{".kindhum-0123.part", ".profile", "a.removed", ".a.removed", ".before.toml.removed"} {
		path := filepath.Join(dir, name)
		must(t, os.WriteFile(path, drafted("before", "One.").Encode(), 0o600))
		must(t, os.Chtimes(path, ago, ago)) // as an earlier version left it
	}
	if all := s.Aside(time.Time{}); len(all) != 3 || all[0].ID != "before" || all[2].ID != "late" {
		t.Errorf("aside: %+v", all)
	}
	must(t, s.Tidy(between))
	if all := s.Aside(time.Time{}); len(all) != 1 || all[0].ID != "late" {
		t.Errorf("aside: %+v", all)
	}
	must(t, s.Tidy(time.Now()))
	expect(t, "tidied", names(t, dir), ".a.removed", ".profile", "a.removed")
	must(t, New(filepath.Join(dir, "none")).Tidy(between))
}

func TestWhatCannotBeWrittenChangesNothing(t *testing.T) {
	dir := t.TempDir()
	s := New(dir)
	must(t, s.Put(drafted("mine", "One.")))
	s.write = func(path string, data []byte) error {
		// As WriteFile on a disk that is full.
		return &fs.PathError{Op: "write", Path: path, Err: syscall.ENOSPC}
	}
	if err := s.Put(drafted("mine", "Two.")); !errors.Is(err, syscall.ENOSPC) || strings.Contains(err.Error(), dir) {
		t.Errorf("%v", err)
	}
	expect(t, "then", stands(s), "mine: One.")
	if err := s.Put(drafted("no id", "")); err == nil {
		t.Error("a draft that cannot be read was written")
	}
	large := drafted("large", "")
	for range 64 {
		part := practice.Part{}
		for range 250 {
			part.Lines = append(part.Lines, practice.Phrase{Text: strings.Repeat("x", 100)})
		}
		large.Steps = append(large.Steps, part)
	}
	if err := New(dir).Put(large.Clone()); err == nil || !strings.Contains(err.Error(), "more than") && !strings.Contains(err.Error(), "larger") {
		t.Errorf("%v", err)
	}
	// A folder that cannot be: a file has its place.
	inTheWay := New(filepath.Join(dir, "mine.toml", "practices"))
	if err := inTheWay.Put(drafted("mine", "One.")); err == nil || strings.Contains(err.Error(), dir) {
		t.Errorf("%v", err)
	}
	if own := inTheWay.Read(); len(own.Files) > 0 || len(own.Troubles) != 1 {
		t.Errorf("%+v", own)
	}
}

func TestAFileThatCannotBeFinishedIsGone(t *testing.T) {
	dir := t.TempDir()
	taken := filepath.Join(dir, "folder.toml")
	must(t, os.MkdirAll(filepath.Join(taken, "x"), 0o700))
	if WriteFile(taken, []byte("x")) == nil {
		t.Error("a folder was written over")
	}
	expect(t, "left", names(t, dir), "folder.toml")
}

func TestAPracticeIsShared(t *testing.T) {
	dir := t.TempDir()
	for _, want := range []string{"mine.toml", "mine-2.toml"} {
		path, err := Export(dir, drafted("mine", "One."))
		if err != nil || filepath.Base(path) != want {
			t.Errorf("%s, %v", path, err)
		}
		if d, err := ReadFile(path); err != nil || d.ID != "mine" {
			t.Errorf("%+v, %v", d, err)
		}
	}
	if _, err := Export(filepath.Join(dir, "gone"), drafted("mine", "One.")); err == nil {
		t.Error("it was written to nowhere")
	}
	bad := filepath.Join(dir, "bad.toml")
	must(t, os.WriteFile(bad, []byte("id = 7"), 0o600))
	var fault *practice.Fault
	if _, err := ReadFile(bad); !errors.As(err, &fault) || fault.Line != 1 {
		t.Errorf("%v", err)
	}
	if _, err := ReadFile(dir); err == nil {
		t.Error("a folder was read")
	}
}

func TestManyReadersAndAWriter(t *testing.T) {
	s := New(t.TempDir())
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 20 {
				s.Practices()
			}
		})
	}
	for range 20 {
		must(t, s.Put(drafted("mine", "One.")))
	}
	all.Wait()
	expect(t, "then", stands(s), "mine: One.")
}
