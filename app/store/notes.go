package store

import (
	"context"
	"fmt"
	"time"
)

// Note is a private text: a line after a session, or one of its own.
type Note struct {
	ID       int64
	Session  int64 // of the log; 0 where it belongs to none
	Written  time.Time
	Question string // that it answers, as it was asked; "" where nothing was asked
	Text     string
}

// AddNote keeps text, with a session of the log or (0) with none; one whose session is not in the log any more
// is kept by itself. It is on the disk when AddNote returns without an error.
func (s *Store) AddNote(ctx context.Context, session int64, text string) error {
	return s.addNote(ctx, session, "", text)
}

// AddAnswer keeps text by itself, with the question that it answers. It is on the disk when AddAnswer
// returns without an error.
func (s *Store) AddAnswer(ctx context.Context, question, text string) error {
	return s.addNote(ctx, 0, question, text)
}

func (s *Store) addNote(ctx context.Context, session int64, question, text string) error {
	if err := s.canKeep(); err != nil {
		return err
	}
	_, err := s.firm.ExecContext(ctx, `INSERT INTO notes (session, written, question, text)
		VALUES ((SELECT id FROM sessions WHERE id = ?), ?, ?, ?)`, session, time.Now().UnixMilli(), question, text)
	if err != nil {
		return fmt.Errorf("note: %w", err)
	}
	return nil
}

// canKeep is why nothing can be kept, if so.
func (s *Store) canKeep() error {
	if s.memory != nil {
		return fmt.Errorf("nothing can be kept: %w; %s", reason(s.memory), s.advice(s.memory))
	}
	return nil
}

// EditNote changes the text of a note. It is on the disk when EditNote returns without an error; one is that
// there is no such note any more.
func (s *Store) EditNote(ctx context.Context, id int64, text string) error {
	if err := s.canKeep(); err != nil {
		return err
	}
	done, err := s.firm.ExecContext(ctx, "UPDATE notes SET text = ? WHERE id = ?", text, id)
	if err != nil {
		return fmt.Errorf("note %d: %w", id, err)
	}
	if n, err := done.RowsAffected(); err != nil {
		return fmt.Errorf("note %d: %w", id, err)
	} else if n == 0 {
		return fmt.Errorf("note %d: %w", id, ErrGone)
	}
	return nil
}

// Notes returns all notes, oldest first, in local time.
func (s *Store) Notes(ctx context.Context) ([]Note, error) {
	rows, err := s.quick.QueryContext(ctx, "SELECT id, COALESCE(session, 0), written, question, text FROM notes ORDER BY id")
	if err != nil {
		return nil, fmt.Errorf("notes: %w", err)
	}
	defer rows.Close() //nolint:errcheck // rows.Err below says what went wrong
	var notes []Note
	for rows.Next() {
		var n Note
		var written int64
		if err := rows.Scan(&n.ID, &n.Session, &written, &n.Question, &n.Text); err != nil {
			return nil, fmt.Errorf("notes: %w", err)
		}
		n.Written = time.UnixMilli(written)
		notes = append(notes, n)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("notes: %w", err)
	}
	return notes, nil
}
