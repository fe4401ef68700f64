package store

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"kindhum/app/choice"
)

// The test binary is also the process that is killed.
func TestMain(m *testing.M) {
	if dir := os.Getenv("KINDHUM_TEST_RENEW"); dir != "" {
		renewFor(dir)
		return
	}
	os.Exit(m.Run())
}

// renewFor renews a session for ever, and says after each time how far it has come.
func renewFor(dir string) {
	s, err := Open(dir)
	if err != nil {
		panic(err)
	}
	ctx := context.Background()
	id, err := s.Begin(ctx, Record{Start: time.Now(), Practice: "hum-breath"})
	if err != nil {
		panic(err)
	}
	for n := 1; ; n++ {
		if err := s.Renew(ctx, id, time.Duration(n)*time.Second, n); err != nil {
			panic(err)
		}
		fmt.Println(n)
	}
}

func TestAKilledProcessLosesNothingThatItWrote(t *testing.T) {
	dir := t.TempDir()
	for range 3 {
		killed := exec.Command(os.Args[0])
		killed.Env = append(os.Environ(), "KINDHUM_TEST_RENEW="+dir)
		out, err := killed.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := killed.Start(); err != nil {
			t.Fatal(err)
		}
		said, lines := 0, bufio.NewScanner(out)
		for said < 50 && lines.Scan() {
			if _, err := fmt.Sscan(lines.Text(), &said); err != nil {
				t.Fatal(err)
			}
		}
		_ = killed.Process.Kill()
		for lines.Scan() {
			_, _ = fmt.Sscan(lines.Text(), &said) // what it still said before the end
		}
		_ = killed.Wait()
		s := opened(t, dir)
		log, err := s.Log(t.Context(), time.Time{})
		if err != nil || len(log) == 0 || s.Notice() != "" {
			t.Fatalf("%v, %v, %q", log, err, s.Notice())
		}
		if last := log[len(log)-1]; last.Breaths < said || last.How != "" {
			t.Errorf("it wrote %d breaths, kept are %d (%q)", said, last.Breaths, last.How)
		}
	}
}

func TestTheNoticeOfDamageIsGivenUntilItWasRead(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, Name), []byte("this was a database once"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, s := range []*Store{opened(t, dir), opened(t, dir)} { // whoever finds it may have nobody to tell
		if s.Notice() == "" {
			t.Error("nothing is said")
		}
	}
	if err := opened(t, dir).Told(t.Context()); err != nil {
		t.Fatal(err)
	}
	if notice := opened(t, dir).Notice(); notice != "" {
		t.Errorf("said once more: %q", notice)
	}
}

// Root may write wherever it likes, so that the refusal is the test's own.
func TestWhatCanOnlyBeReadIsRead(t *testing.T) {
	dir := t.TempDir()
	s := opened(t, dir)
	quiet := choice.DefaultSound()
	quiet.Volume = 20
	if err := s.SetSound(t.Context(), quiet); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Begin(t.Context(), Record{Start: time.Now(), Practice: "hum-breath"}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	read, err := inMemory(dir, os.ErrPermission)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = read.Close() }()
	sound, err := read.Sound(t.Context())
	log, err2 := read.Log(t.Context(), time.Time{})
	if err != nil || err2 != nil || sound != quiet || len(log) != 1 || read.Notice() == "" {
		t.Errorf("%+v %v, %v %v, %q", sound, err, log, err2, read.Notice())
	}
	if err := read.SetSound(t.Context(), quiet); err == nil {
		t.Error("a setting is said to be kept")
	}
}

func TestASettingThatMakesNoSenseIsTheDefault(t *testing.T) {
	s := opened(t, t.TempDir())
	for _, value := range []string{"{", "[]", `{"volume":"loud"}`, `{"volume":-3,"pitch":1e300}`, ""} {
		if _, err := s.firm.Exec("INSERT OR REPLACE INTO settings VALUES ('sound', ?)", value); err != nil {
			t.Fatal(err)
		}
		sound, err := s.Sound(t.Context())
		if err != nil || sound != sound.Clamp() || sound.Voice != choice.DefaultSound().Voice {
			t.Errorf("%q: %+v, %v", value, sound, err)
		}
	}
}

func TestANoteIsKeptWithItsSessionOrWithNone(t *testing.T) {
	s := opened(t, t.TempDir())
	id, err := s.Begin(t.Context(), Record{Start: time.Now()})
	if err != nil {
		t.Fatal(err)
	}
	for session, text := range map[int64]string{id: "softer now", 0: "any time \U0001F33F"} {
		if err := s.AddNote(t.Context(), session, text); err != nil {
			t.Fatal(err)
		}
	}
	notes, err := s.Notes(t.Context())
	if err != nil || len(notes) != 2 {
		t.Fatalf("%v, %v", notes, err)
	}
	for _, n := range notes {
		if (n.Session == id) != (n.Text == "softer now") {
			t.Errorf("%+v", n)
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	dir := b.TempDir()
	for b.Loop() {
		s, err := Open(dir)
		if err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func TestTheDesktopIsAsItWasChosen(t *testing.T) {
	s := opened(t, t.TempDir())
	if d, err := s.Desktop(t.Context()); err != nil || d != DefaultDesktop() || d.Stay || d.EndTone || !d.EndSession || !d.KeepAwake {
		t.Errorf("at first %+v, %v", d, err)
	}
	want := Desktop{Stay: true, EndTone: true, ToldWhere: true}
	if err := s.SetDesktop(t.Context(), want); err != nil {
		t.Fatal(err)
	}
	if d, err := s.Desktop(t.Context()); err != nil || d != want {
		t.Errorf("%+v, %v", d, err)
	}
	for value, want := range map[string]Desktop{
		`{"stay":true}`:  {Stay: true, EndSession: true, KeepAwake: true}, // what was not written is as at first
		`{"stay":"yes"}`: DefaultDesktop(),
		`[`:              DefaultDesktop(),
	} {
		if _, err := s.firm.Exec("INSERT OR REPLACE INTO settings VALUES ('desktop', ?)", value); err != nil {
			t.Fatal(err)
		}
		if d, err := s.Desktop(t.Context()); err != nil || d != want {
			t.Errorf("%s: %+v, %v", value, d, err)
		}
	}
}

func TestOwnPatternsAndTheSizeOfWordsAreKept(t *testing.T) {
	dir := t.TempDir()
	s := opened(t, dir)
	w := DefaultWindow()
	w.TextSize = 900
	err := s.SetPatterns(t.Context(), []choice.OwnPattern{{Name: "Evening", Pattern: "4.1-6.2"}, {Name: "Gone", Pattern: "1-1"}})
	if err := errors.Join(err, s.SetWindow(t.Context(), w)); err != nil {
		t.Fatal(err)
	}
	s = opened(t, dir)
	all, err := s.Patterns(t.Context())
	if err != nil || len(all) != 1 || all[0] != (choice.OwnPattern{Name: "Evening", Pattern: "4.1-6.2"}) {
		t.Errorf("%+v, %v", all, err)
	}
	if w, err = s.Window(t.Context()); err != nil || w.TextSize != MaxTextSize {
		t.Errorf("%+v, %v", w, err)
	}
	for _, value := range []string{"{", "7", `[{"name": 7}]`, `[{"pattern": "1-1"}]`, "null", ""} {
		if _, err := s.firm.Exec("INSERT OR REPLACE INTO settings VALUES ('patterns', ?)", value); err != nil {
			t.Fatal(err)
		}
		if all, err := s.Patterns(t.Context()); err != nil || len(all) != 0 {
			t.Errorf("%q: %+v, %v", value, all, err)
		}
	}
	for value, want := range map[string]int{`{}`: UsualTextSize, `{"text_size": 0}`: UsualTextSize, `{"text_size": 1}`: MinTextSize} {
		if _, err := s.firm.Exec("INSERT OR REPLACE INTO settings VALUES ('window', ?)", value); err != nil {
			t.Fatal(err)
		}
		if w, err := s.Window(t.Context()); err != nil || w.TextSize != want {
			t.Errorf("%q: %+v, %v", value, w, err)
		}
	}
}
