package store

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func TestWhatWasDeletedComesBackAsItWas(t *testing.T) {
	s := opened(t, t.TempDir())
	want := written(t, s)
	session, err := s.DeleteSession(t.Context(), 1)
	if err != nil || !reflect.DeepEqual(session, want[2]) {
		t.Fatalf("%+v, %v", session, err)
	}
	own, err := s.DeleteNote(t.Context(), 3)
	if err != nil {
		t.Fatal(err)
	}
	if got := all(t, s); len(got) != 1 || got[0].Session.ID != 2 {
		t.Fatalf("left are %+v", got)
	}
	if err := s.Restore(t.Context(), own); err != nil {
		t.Fatal(err)
	}
	for range 2 { // undone twice, it is there once
		if err := s.Restore(t.Context(), session); err != nil {
			t.Fatal(err)
		}
	}
	if got := all(t, s); !reflect.DeepEqual(got, want) {
		t.Fatalf("%+v\nwant %+v", got, want)
	}
	one, err := s.DeleteNote(t.Context(), 4)
	if err != nil || one.Notes[0].Session != 1 {
		t.Fatalf("%+v, %v", one, err)
	}
	if _, err := s.DeleteSession(t.Context(), 1); err != nil {
		t.Fatal(err)
	}
	if err := s.Restore(t.Context(), one); err != nil { // its session is gone for good
		t.Fatal(err)
	}
	if got := all(t, s); len(got) != 3 || got[0].Session.ID != 0 || got[0].Notes[0].Text != "and later" {
		t.Errorf("%+v", got)
	}
	if _, err := s.DeleteNote(t.Context(), 99); !errors.Is(err, ErrGone) {
		t.Errorf("%v", err)
	}
	id, err := s.Begin(t.Context(), Record{Start: seconds(900)})
	if err != nil || id < 3 {
		t.Errorf("a number is given again: %d, %v", id, err)
	}
}

// traces are the files of a folder that hold a text.
func traces(t *testing.T, dir, text string) []string {
	t.Helper()
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, f := range files {
		data, err := os.ReadFile(filepath.Join(dir, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(data), text) {
			found = append(found, f.Name())
		}
	}
	return found
}

func TestWhatIsDeletedLeavesTheFiles(t *testing.T) {
	dir := t.TempDir()
	s := opened(t, dir)
	written(t, s)
	quiet, err := s.Sound(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	quiet.Volume = 20
	if err := s.SetSound(t.Context(), quiet); err != nil {
		t.Fatal(err)
	}
	if err := s.AddNote(t.Context(), 0, strings.Repeat("a long secret ", 2000)); err != nil { // pages of its own
		t.Fatal(err)
	}
	if len(traces(t, dir, "softer now")) == 0 || len(traces(t, dir, "long secret")) == 0 {
		t.Fatal("there was nothing to find: this test cannot fail")
	}
	if _, err := s.DeleteSession(t.Context(), 1); err != nil {
		t.Fatal(err)
	}
	if left := traces(t, dir, "softer now"); len(left) > 0 {
		t.Errorf("a note that was deleted with its session is still in %q", left)
	}
	if done, err := s.Erase(t.Context()); err != nil || !done {
		t.Fatalf("%v, %v", done, err)
	}
	for _, text := range []string{"the light in", "long secret", "What was kind", "hum-breath"} {
		if left := traces(t, dir, text); len(left) > 0 {
			t.Errorf("%q is still in %q", text, left)
		}
	}
	if sound, err := s.Sound(t.Context()); err != nil || sound != quiet || len(all(t, s)) != 0 {
		t.Errorf("%+v, %v, %d entries", sound, err, len(all(t, s)))
	}
	if done, err := s.Erase(t.Context()); err != nil || !done {
		t.Errorf("once more: %v, %v", done, err)
	}
}

func TestAnEditLeavesNothingOfWhatWas(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	written(t, s)
	if err := s.EditNote(t.Context(), 1, "other"); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if left := traces(t, dir, "softer now"); len(left) > 0 {
		t.Errorf("what was changed is still in %q", left)
	}
}

// While another process is reading, its view must last; the text goes when it has closed.
func TestErasingWhileAnotherReads(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	written(t, s)
	if _, err := s.firm.Exec("PRAGMA busy_timeout = 1"); err != nil { // nobody need wait here
		t.Fatal(err)
	}
	other, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	for e, err := range other.Entries(t.Context()) {
		if err != nil || e.Session.ID != 2 {
			t.Fatalf("%+v, %v", e, err)
		}
		if done, err := s.Erase(t.Context()); err != nil || done {
			t.Errorf("%v, %v", done, err)
		}
		break
	}
	if got := all(t, other); len(got) != 0 {
		t.Errorf("left are %+v", got)
	}
	if err := errors.Join(other.Close(), s.Close()); err != nil {
		t.Fatal(err)
	}
	if left := traces(t, dir, "softer now"); len(left) > 0 {
		t.Errorf("the text is still in %q", left)
	}
}

func TestInMemoryNothingIsSaidToBeChanged(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	want := written(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	read, err := inMemory(dir, os.ErrPermission)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = read.Close() }()
	ctx := t.Context()
	_, err1 := read.DeleteSession(ctx, 1)
	_, err2 := read.DeleteNote(ctx, 1)
	_, err3 := read.Erase(ctx)
	for i, err := range []error{
		err1, err2, err3, read.EditNote(ctx, 1, "x"), read.AddAnswer(ctx, "?", "x"), read.Restore(ctx, want...),
		read.SetQuestions(ctx, Questions{}),
	} {
		if !errors.Is(err, os.ErrPermission) {
			t.Errorf("%d: %v", i, err)
		}
	}
	if got := all(t, read); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
}

func TestDamagedFilesPutAsideAreNamed(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "[odd] name")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, Name), []byte("no database"), 0o600); err != nil {
		t.Fatal(err)
	}
	if aside := opened(t, dir).Aside(); len(aside) != 1 || traces(t, dir, "no database")[0] != filepath.Base(aside[0]) {
		t.Errorf("%q", aside)
	}
}
