package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"time"
)

// Entry is a session with its notes, or a note of its own.
type Entry struct {
	Session Record // its ID is 0 where the one note belongs to no session
	Notes   []Note // oldest first
}

// ErrGone says that an entry or a note is not there any more.
var ErrGone = errors.New("it is not there any more")

// The columns of both halves below are those that scan reads. What belongs together stands together,
// because each half is found in this order (sessions_start, notes_session) and SQLite merges the two.
const (
	ofSessions = `SELECT s.start AS at, 1 AS kind, s.id AS id, s.practice, s.pattern, s.length, s.elapsed, s.breaths,
			s.voice, s.pitch, s.how, COALESCE(n.id, 0) AS note, COALESCE(n.written, 0) AS written,
			COALESCE(n.question, ''), COALESCE(n.text, ''), COALESCE(n.session, 0)
		FROM sessions s LEFT JOIN notes n ON n.session = s.id`
	ofNotes = `SELECT written, 0, 0, '', '', 0, 0, 0, '', 0, '', id, written, question, text, COALESCE(session, 0) FROM notes`

	newestFirst = " ORDER BY at DESC, kind DESC, id DESC, written, note"
)

// Entries gives sessions with their notes and the notes of none, newest first, in local time, as they
// are when it begins. A note stands where its session does. An error is the last that is given. While it goes on
// nothing else can be read from s, so that nothing may be asked of s within the loop.
func (s *Store) Entries(ctx context.Context) iter.Seq2[Entry, error] {
	return entries(ctx, s.quick, ofSessions+" UNION ALL "+ofNotes+" WHERE session IS NULL"+newestFirst)
}

// SessionEntry is one session with its notes, or ErrGone.
func (s *Store) SessionEntry(ctx context.Context, id int64) (Entry, error) {
	return sessionEntry(ctx, s.quick, id)
}

// NoteEntry is a note as an entry of its own, whether it belongs to a session or not, or ErrGone.
func (s *Store) NoteEntry(ctx context.Context, id int64) (Entry, error) {
	return noteEntry(ctx, s.quick, id)
}

func sessionEntry(ctx context.Context, from source, id int64) (Entry, error) {
	return first(entries(ctx, from, ofSessions+" WHERE s.id = ? ORDER BY written, note", id))
}

func noteEntry(ctx context.Context, from source, id int64) (Entry, error) {
	return first(entries(ctx, from, ofNotes+" WHERE id = ?", id))
}

func first(all iter.Seq2[Entry, error]) (Entry, error) {
	for e, err := range all {
		return e, err
	}
	return Entry{}, fmt.Errorf("entry: %w", ErrGone)
}

// source is a database or a transaction.
type source interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// entries gathers the rows of a query, one for each note, into entries.
func entries(ctx context.Context, from source, query string, args ...any) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		fail := func(err error) { yield(Entry{}, fmt.Errorf("entries: %w", err)) }
		rows, err := from.QueryContext(ctx, query, args...)
		if err != nil {
			fail(err)
			return
		}
		defer rows.Close() //nolint:errcheck // rows.Err below says what went wrong
		var e Entry
		some := false
		for rows.Next() {
			next, err := scan(rows.Scan)
			if err != nil {
				fail(err)
				return
			}
			if some && e.Session.ID != 0 && next.Session.ID == e.Session.ID {
				e.Notes = append(e.Notes, next.Notes...)
				continue
			}
			if some && !yield(e, nil) {
				return
			}
			e, some = next, true
		}
		if err := rows.Err(); err != nil {
			fail(err)
			return
		}
		if some {
			yield(e, nil)
		}
	}
}

// scan reads a row: a session with at most one of its notes, or a note.
func scan(read func(...any) error) (Entry, error) {
	var e Entry
	r := &e.Session
	var at, kind, length, elapsed, written int64
	var n Note
	if err := read(&at, &kind, &r.ID, &r.Practice, &r.Pattern, &length, &elapsed, &r.Breaths, &r.Voice, &r.Pitch, &r.How,
		&n.ID, &written, &n.Question, &n.Text, &n.Session); err != nil {
		return e, err
	}
	if r.ID != 0 {
		r.Start = time.UnixMilli(at)
		r.Length, r.Elapsed = time.Duration(length)*time.Millisecond, time.Duration(elapsed)*time.Millisecond
	}
	if n.ID != 0 {
		n.Written = time.UnixMilli(written)
		e.Notes = []Note{n}
	}
	return e, nil
}
