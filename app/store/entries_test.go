package store

import (
	"context"
	"errors"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

// all reads every entry there is.
func all(t *testing.T, s *Store) []Entry {
	t.Helper()
	var found []Entry
	for e, err := range s.Entries(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, e)
	}
	return found
}

func texts(e Entry) []string {
	var all []string
	for _, n := range e.Notes {
		all = append(all, n.Text)
	}
	return all
}

// seconds is a moment of 2026, that many seconds on.
func seconds(n int64) time.Time { return time.UnixMilli(1_790_000_000_000 + n*1000) }

// written fills a store: sessions 1 (with two notes) and 2 (with none), and a note between them.
func written(t *testing.T, s *Store) []Entry {
	t.Helper()
	session := Record{Practice: "hum-breath", Pattern: "4-6", Length: time.Minute, Elapsed: 61500 * time.Millisecond, Breaths: 6, Voice: "hum", Pitch: 527.5, How: "time"}
	one, two := session, session
	one.ID, one.Start, two.ID, two.Start, two.Length = 1, seconds(0), 2, seconds(200), 0
	entries := []Entry{
		{Session: two},
		{Notes: []Note{{ID: 3, Written: seconds(100), Question: "What was kind?", Text: "the light in the room"}}},
		{Session: one, Notes: []Note{{ID: 1, Session: 1, Written: seconds(61), Text: "softer now"}, {ID: 4, Session: 1, Written: seconds(300), Text: "and later"}}},
	}
	if err := s.Restore(t.Context(), entries...); err != nil {
		t.Fatal(err)
	}
	return entries
}

func TestEntriesComeNewestFirstEachWithItsNotes(t *testing.T) {
	s := opened(t, t.TempDir())
	if found := all(t, s); len(found) != 0 {
		t.Fatalf("at first there are %+v", found)
	}
	want := written(t, s)
	if got := all(t, s); !reflect.DeepEqual(got, want) {
		t.Fatalf("%+v\nwant %+v", got, want)
	}
	for range s.Entries(t.Context()) {
		break // who has seen enough holds nothing up
	}
	if e, err := s.SessionEntry(t.Context(), 1); err != nil || !reflect.DeepEqual(e, want[2]) {
		t.Errorf("%+v, %v", e, err)
	}
	if e, err := s.NoteEntry(t.Context(), 3); err != nil || !reflect.DeepEqual(e, want[1]) {
		t.Errorf("%+v, %v", e, err)
	}
	for _, id := range []int64{0, 99, -1} {
		if _, err := s.SessionEntry(t.Context(), id); !errors.Is(err, ErrGone) {
			t.Errorf("session %d: %v", id, err)
		}
		if _, err := s.NoteEntry(t.Context(), id); !errors.Is(err, ErrGone) {
			t.Errorf("note %d: %v", id, err)
		}
		if err := s.EditNote(t.Context(), id, "x"); !errors.Is(err, ErrGone) {
			t.Errorf("note %d: %v", id, err)
		}
	}
	if got, err := s.Totals(t.Context()); err != nil || got != (Totals{2, 12, 3, 123}) {
		t.Errorf("%+v, %v", got, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, err := range s.Entries(ctx) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled: %v", err)
		}
	}
}

func TestNotesOfEveryKindAreKept(t *testing.T) {
	dir := t.TempDir()
	s := opened(t, dir)
	session, err := s.Begin(t.Context(), Record{Start: seconds(0)})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(s.AddNote(t.Context(), session, "after it"), s.AddAnswer(t.Context(), "What was kind?", "the light"),
		s.AddNote(t.Context(), 0, "any time"), s.AddNote(t.Context(), session+7, "after one that was deleted")); err != nil {
		t.Fatal(err)
	}
	notes, err := s.Notes(t.Context())
	if err != nil || len(notes) != 4 {
		t.Fatalf("%+v, %v", notes, err)
	}
	for i, want := range []Note{
		{Session: session, Text: "after it"},
		{Question: "What was kind?", Text: "the light"},
		{Text: "any time"},
		{Text: "after one that was deleted"},
	} {
		got := notes[i]
		if got.ID == 0 || got.Written.IsZero() {
			t.Errorf("%+v", got)
		}
		if got.ID, got.Written = 0, (time.Time{}); got != want {
			t.Errorf("%+v, want %+v", got, want)
		}
	}
}

func TestEveryTextSurvives(t *testing.T) {
	dir := t.TempDir()
	s := opened(t, dir)
	all := []string{
		"", " ", "a\nb\r\nc\n", "nul\x00 and after", "\x00", "🌿👩‍🚀", "שלום עליכם", "a\u0308", "'; DROP TABLE notes; --", "%_?*[\\",
		strings.Repeat("soft ", 400), strings.Repeat("sanft\n", 16_667), strings.Repeat("🌿", 100_000), "\xff\xfe",
	}
	for _, text := range all {
		if err := s.AddAnswer(t.Context(), text, "first"); err != nil {
			t.Fatal(err)
		}
	}
	notes, err := s.Notes(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for i, n := range notes {
		if err := s.EditNote(t.Context(), n.ID, all[i]); err != nil {
			t.Fatal(err)
		}
	}
	notes, err = opened(t, dir).Notes(t.Context())
	if err != nil || len(notes) != len(all) {
		t.Fatalf("%d, %v", len(notes), err)
	}
	for i, n := range notes {
		if n.Text != all[i] || n.Question != all[i] {
			t.Errorf("%.20q (%d bytes) came back as %.20q (%d)", all[i], len(all[i]), n.Text, len(n.Text))
		}
	}
}

func TestTheQuestionsAreRemembered(t *testing.T) {
	s := opened(t, t.TempDir())
	for _, want := range []Questions{{}, {Seed: 1<<64 - 1, Drawn: 12}} {
		if want.Seed != 0 {
			if err := s.SetQuestions(t.Context(), want); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := s.Questions(t.Context()); err != nil || got != want {
			t.Errorf("%+v, %v", got, err)
		}
	}
}

// A database as the first version left it.
func TestAnOlderDatabaseIsTakenOver(t *testing.T) {
	dir := t.TempDir()
	old := connect(filepath.Join(dir, Name), "FULL")
	for _, query := range []string{
		migrations[0], "PRAGMA user_version = 1",
		"INSERT INTO sessions VALUES (1, 1790000000000, 'hum-breath', '4-6', 60000, 61500, 6, 'hum', 527.5, 'time')",
		"INSERT INTO notes VALUES (1, 1, 1790000061000, 'softer now'), (2, NULL, 1790000100000, 'any time')",
	} {
		if _, err := old.Exec(query); err != nil {
			t.Fatal(err)
		}
	}
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
	s := opened(t, dir)
	got := all(t, s)
	if len(got) != 2 || texts(got[0])[0] != "any time" || texts(got[1])[0] != "softer now" || got[1].Session.Elapsed != 61500*time.Millisecond ||
		got[0].Notes[0].Question != "" || s.Notice() != "" {
		t.Errorf("%+v, %q", got, s.Notice())
	}
	usableAfter(t, s)
}

func usableAfter(t *testing.T, s *Store) {
	t.Helper()
	if err := s.AddAnswer(t.Context(), "What was kind?", "the light"); err != nil {
		t.Fatal(err)
	}
	if got := all(t, s); len(got) != 3 || got[0].Notes[0].Question != "What was kind?" {
		t.Errorf("%+v", got)
	}
}

// BenchmarkEntries reads the first sixty of 10,000 sessions and as many notes, and all of them.
func BenchmarkEntries(b *testing.B) {
	s, err := Open(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	var many []Entry
	for i := range int64(10_000) {
		many = append(many, Entry{
			Session: Record{ID: i + 1, Start: seconds(i * 3600), Practice: "hum-breath", Pattern: "4-6"},
			Notes:   []Note{{ID: i + 1, Session: i + 1, Written: seconds(i*3600 + 300), Text: strings.Repeat("a soft moment ", 6)}},
		})
	}
	if err := s.Restore(b.Context(), many...); err != nil {
		b.Fatal(err)
	}
	for name, most := range map[string]int{"first 60": 60, "all": len(many)} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				n := 0
				for _, err := range s.Entries(b.Context()) {
					if n++; err != nil || n == most {
						break
					}
				}
				if n != most {
					b.Fatalf("%d of %d", n, most)
				}
			}
		})
	}
}
