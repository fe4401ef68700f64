package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
)

// Unfinished is what was typed and not kept yet: it outlasts a window that goes without a farewell.
type Unfinished struct {
	// Notes are new ones, with an ID of 0, and others by the text that they are to have.
	Notes     []Note   `json:"notes,omitempty"`
	Practices []string `json:"practices,omitempty"` // each as it stands in its file
}

func (u Unfinished) empty() bool { return len(u.Notes) == 0 && len(u.Practices) == 0 }

const unfinishedKey = "unfinished"

// SetUnfinished puts down what is unfinished now, in place of what was. It is on the disk when SetUnfinished returns
// without an error, and where there is nothing any more, no text of it is left.
func (s *Store) SetUnfinished(ctx context.Context, u Unfinished) error {
	if !u.empty() {
		return s.put(ctx, unfinishedKey, u)
	}
	if err := s.change(ctx, func(tx *sql.Tx) error { return forgetUnfinished(ctx, tx) }); err != nil {
		return err
	}
	_, _ = s.checkpoint(ctx) // where another process is reading just now, the text in the log goes later
	return nil
}

func forgetUnfinished(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "DELETE FROM settings WHERE key = ?", unfinishedKey)
	return err
}

// KeepUnfinished keeps what was left unfinished: notes become notes, if they are not there already, and a note that was
// deleted since stays so. It returns how many were kept, and the practices, which stay where they are until
// SetUnfinished is called.
func (s *Store) KeepUnfinished(ctx context.Context) (notes int, practices []string, err error) {
	u, err := load(ctx, s, unfinishedKey, Unfinished{})
	if err != nil || u.empty() {
		return 0, nil, err
	}
	err = s.change(ctx, func(tx *sql.Tx) error {
		for _, n := range u.Notes {
			did, err := finish(ctx, tx, n)
			if err != nil {
				return err
			}
			notes += did
		}
		if len(u.Practices) == 0 {
			return forgetUnfinished(ctx, tx)
		}
		rest, err := json.Marshal(Unfinished{Practices: u.Practices})
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, "UPDATE settings SET value = ? WHERE key = ?", string(rest), unfinishedKey)
		return err
	})
	if err != nil {
		return 0, nil, fmt.Errorf("unfinished: %w", err)
	}
	return notes, u.Practices, nil
}

// finish keeps a note, and returns 0 where it was kept before: the window may have gone between the two.
func finish(ctx context.Context, tx *sql.Tx, n Note) (int, error) {
	var done sql.Result
	var err error
	if n.ID != 0 {
		done, err = tx.ExecContext(ctx, "UPDATE notes SET text = ?1 WHERE id = ?2 AND text <> ?1", n.Text, n.ID)
	} else {
		done, err = tx.ExecContext(ctx, `INSERT INTO notes (session, written, question, text)
			SELECT (SELECT id FROM sessions WHERE id = ?1), ?2, ?3, ?4 WHERE NOT EXISTS
			(SELECT 1 FROM notes WHERE text = ?4 AND question = ?3 AND written >= ?2
				AND session IS (SELECT id FROM sessions WHERE id = ?1))`,
			n.Session, n.Written.UnixMilli(), n.Question, n.Text)
	}
	if err != nil {
		return 0, err
	}
	rows, err := done.RowsAffected()
	return int(rows), err
}
