package store

import (
	"path/filepath"
	"testing"
	"time"
)

// putDown puts down what is unfinished.
func putDown(t *testing.T, s *Store, u Unfinished) {
	t.Helper()
	if err := s.SetUnfinished(t.Context(), u); err != nil {
		t.Fatal(err)
	}
}

// keeps checks how many notes are kept of what was left, and how many practices were.
func keeps(t *testing.T, s *Store, notes, practices int) {
	t.Helper()
	n, rest, err := s.KeepUnfinished(t.Context())
	if err != nil || n != notes || len(rest) != practices {
		t.Fatalf("kept %d notes, with %q left; %v", n, rest, err)
	}
}

func TestWhatIsLeftUnfinishedIsKept(t *testing.T) {
	dir := t.TempDir()
	s := opened(t, dir)
	written(t, s)
	before := len(all(t, s))
	keeps(t, s, 0, 0)
	at := time.UnixMilli(1_800_000_000_000)
	putDown(t, s, Unfinished{Notes: []Note{
		{Session: 2, Written: at, Text: "after the second"},
		{Written: at, Question: "What helped?", Text: "a walk"},
		{Session: 99, Written: at, Text: "of a session that is gone"},
		{ID: 3, Text: "changed"},
		{ID: 98, Text: "deleted since"},
	}})
	keeps(t, opened(t, dir), 4, 0) // another process takes it up
	keeps(t, s, 0, 0)
	notes, err := s.Notes(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]Note{}
	for _, n := range notes {
		found[n.Text] = n
	}
	if n := found["after the second"]; n.Session != 2 || !n.Written.Equal(at) {
		t.Errorf("%+v", n)
	}
	if n := found["a walk"]; n.Session != 0 || n.Question != "What helped?" {
		t.Errorf("%+v", n)
	}
	if n := found["changed"]; n.ID != 3 {
		t.Errorf("%+v", n)
	}
	if _, is := found["deleted since"]; is || len(all(t, s)) != before+2 {
		t.Errorf("there are %+v", notes)
	}
}

// The window may go between writing a note down and forgetting that it was unfinished.
func TestWhatWasKeptAlreadyIsNotKeptTwice(t *testing.T) {
	s := opened(t, t.TempDir())
	written(t, s)
	said := "the same words"
	if err := s.AddNote(t.Context(), 2, said); err != nil {
		t.Fatal(err)
	}
	earlier, later := time.Now().Add(-time.Second), time.Now().Add(time.Minute)
	putDown(t, s, Unfinished{Notes: []Note{{Session: 2, Written: earlier, Text: said}}})
	keeps(t, s, 0, 0)
	putDown(t, s, Unfinished{Notes: []Note{{Session: 2, Written: later, Text: said}}}) // the same words once more
	keeps(t, s, 1, 0)
	putDown(t, s, Unfinished{Notes: []Note{{Written: earlier, Text: said}}}) // of no session
	keeps(t, s, 1, 0)
}

func TestPracticesWaitUntilTheyAreOnTheShelf(t *testing.T) {
	s := opened(t, t.TempDir())
	putDown(t, s, Unfinished{Notes: []Note{{Written: time.Now(), Text: "a"}}, Practices: []string{"id = 'mine'"}})
	keeps(t, s, 1, 1)
	keeps(t, s, 0, 1)
	putDown(t, s, Unfinished{})
	keeps(t, s, 0, 0)
}

func TestNothingIsLeftOfWhatWasNotMeantToBeKept(t *testing.T) {
	for name, forget := range map[string]func(*Store) error{
		"taken back": func(s *Store) error { return s.SetUnfinished(t.Context(), Unfinished{}) },
		"erased":     func(s *Store) error { _, err := s.Erase(t.Context()); return err },
	} {
		dir := t.TempDir()
		s := opened(t, dir)
		for _, text := range []string{"xyzzy", "xyzzy plugh", "xyzzy plu"} {
			putDown(t, s, Unfinished{Notes: []Note{{Written: time.Now(), Text: text}}})
		}
		if found := traces(t, dir, "xyzzy"); len(found) == 0 {
			t.Fatal("it was not put down")
		}
		if err := forget(s); err != nil {
			t.Fatal(err)
		}
		if found := traces(t, dir, "xyzzy"); len(found) > 0 {
			t.Errorf("%s, it is still in %q", name, found)
		}
	}
}

func TestWhatIsUnfinishedNeedsADisk(t *testing.T) {
	s := opened(t, filepath.Join("/proc", "no such folder"))
	u := Unfinished{Notes: []Note{{Text: "a"}}}
	if err := s.SetUnfinished(t.Context(), u); err == nil {
		t.Error("it is said to be on the disk")
	}
	keeps(t, s, 0, 0)
}
