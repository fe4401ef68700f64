package store

import (
	"context"
	"fmt"
	"time"
)

// Note is a private line.
type Note struct {
	ID      int64
	Session int64 // of the log; 0 where it belongs to none
	Written time.Time
	Text    string
}

// AddNote keeps text, with a session of the log or (0) with none. It is on the disk when AddNote
// returns without an error.
func (s *Store) AddNote(ctx context.Context, session int64, text string) error {
	if s.memory != nil {
		return fmt.Errorf("nothing can be kept: %w", reason(s.memory))
	}
	_, err := s.firm.ExecContext(ctx, "INSERT INTO notes (session, written, text) VALUES (NULLIF(?, 0), ?, ?)",
		session, time.Now().UnixMilli(), text)
	if err != nil {
		return fmt.Errorf("note: %w", err)
	}
	return nil
}

// Notes returns all notes, oldest first, in local time.
func (s *Store) Notes(ctx context.Context) ([]Note, error) {
	rows, err := s.quick.QueryContext(ctx, "SELECT id, COALESCE(session, 0), written, text FROM notes ORDER BY id")
	if err != nil {
		return nil, fmt.Errorf("notes: %w", err)
	}
	defer rows.Close() //nolint:errcheck // rows.Err below says what went wrong
	var notes []Note
	for rows.Next() {
		var n Note
		var written int64
		if err := rows.Scan(&n.ID, &n.Session, &written, &n.Text); err != nil {
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
