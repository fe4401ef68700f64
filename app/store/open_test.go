package store

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"kindhum/app/choice"
)

func opened(t *testing.T, dir string) *Store {
	t.Helper()
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// usable writes and reads one of everything.
func usable(t *testing.T, s *Store) {
	t.Helper()
	ctx := t.Context()
	sound := choice.DefaultSound()
	sound.Volume = 31
	if err := s.SetSound(ctx, sound); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Sound(ctx); err != nil || got != sound {
		t.Fatalf("sound %+v, %v", got, err)
	}
	start := time.UnixMilli(1_700_000_000_000)
	id, err := s.Begin(ctx, Record{Start: start, Practice: "hum-breath", Pattern: "4-6", Length: time.Minute, Voice: "hum", Pitch: 528})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.End(ctx, id, time.Minute, 6, "time"); err != nil {
		t.Fatal(err)
	}
	if err := s.Renew(ctx, id+1000, 0, 0); err == nil {
		t.Error("a session that is not there was renewed")
	}
	if err := s.AddNote(ctx, id, "soft"); err != nil {
		t.Fatal(err)
	}
	notes, err := s.Notes(ctx)
	if err != nil || len(notes) != 1 || notes[0].Text != "soft" || notes[0].Session != id {
		t.Fatalf("notes %+v, %v", notes, err)
	}
	log, err := s.Log(ctx, start)
	if err != nil || len(log) != 1 || log[0].How != "time" || log[0].Breaths != 6 || !log[0].Start.Equal(start) {
		t.Fatalf("log %+v, %v", log, err)
	}
	if log, err := s.Log(ctx, start.Add(time.Millisecond)); err != nil || len(log) != 0 {
		t.Fatalf("log since later: %+v, %v", log, err)
	}
}

func TestADamagedFileIsKept(t *testing.T) {
	for name, bytesOf := range map[string][]byte{
		"noise": bytes.Repeat([]byte("\x5a\x01noise"), 999), "one byte": {7}, "a header alone": []byte("SQLite format 3\x00"),
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, Name)
			if err := os.WriteFile(path, bytesOf, 0o600); err != nil {
				t.Fatal(err)
			}
			s := opened(t, dir)
			usable(t, s)
			if !strings.Contains(s.Notice(), ".damaged-") {
				t.Errorf("notice %q", s.Notice())
			}
			kept, err := filepath.Glob(path + ".damaged-*")
			if err != nil || len(kept) != 1 {
				t.Fatalf("kept %v, %v", kept, err)
			}
			if got, err := os.ReadFile(kept[0]); err != nil || !bytes.Equal(got, bytesOf) {
				t.Errorf("what was kept differs: %v", err)
			}
		})
	}
}

func TestAFolderInPlaceOfTheFile(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, Name), 0o700); err != nil {
		t.Fatal(err)
	}
	usable(t, opened(t, dir))
}

func TestWhereNothingCanBeWrittenMemoryServes(t *testing.T) {
	blocked := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	forgetful(t, opened(t, filepath.Join(blocked, "kindhum")), "not a directory")
}

func TestANewerDatabaseIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.quick.Exec("PRAGMA user_version = 99"); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(filepath.Join(dir, Name))
	if err != nil {
		t.Fatal(err)
	}
	forgetful(t, opened(t, dir), "newer")
	after, err := os.ReadFile(filepath.Join(dir, Name))
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("changed: %v", err)
	}
}

// forgetful checks a store that works in memory: it says so, and never pretends to have kept
// what a person chose or wrote.
func forgetful(t *testing.T, s *Store, says string) {
	t.Helper()
	if !strings.Contains(s.Notice(), says) {
		t.Errorf("the notice is %q", s.Notice())
	}
	if err := s.SetSound(t.Context(), choice.DefaultSound()); err == nil {
		t.Error("a setting is said to be kept")
	}
	if err := s.AddNote(t.Context(), 0, "x"); err == nil {
		t.Error("a note is said to be kept")
	}
	id, err := s.Begin(t.Context(), Record{Start: time.UnixMilli(5)})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.End(t.Context(), id, time.Second, 1, "time"); err != nil {
		t.Error(err)
	}
}

func TestTwoStoresWriteAtOnceAndFilesArePrivate(t *testing.T) {
	dir := t.TempDir()
	var wg sync.WaitGroup
	for _, s := range []*Store{opened(t, dir), opened(t, dir)} {
		for range 4 {
			wg.Go(func() {
				for range 10 {
					if _, err := s.Begin(t.Context(), Record{Start: time.UnixMilli(5)}); err != nil {
						t.Error(err)
					}
				}
			})
		}
	}
	wg.Wait()
	if log, err := opened(t, dir).Log(t.Context(), time.Time{}); err != nil || len(log) != 80 {
		t.Errorf("%d sessions, %v", len(log), err)
	}
	files, err := os.ReadDir(dir)
	if err != nil || len(files) < 3 {
		t.Fatalf("%v, %v", files, err)
	}
	for _, f := range files {
		if info, err := f.Info(); err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s: %v, %v", f.Name(), info.Mode(), err)
		}
	}
}
