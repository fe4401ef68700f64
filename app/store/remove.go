package store

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// DeleteSession removes a session with its notes and returns what it was, for Restore, or ErrGone. The text
// is overwritten in the database.
func (s *Store) DeleteSession(ctx context.Context, id int64) (Entry, error) {
	return s.remove(ctx, id, sessionEntry, "DELETE FROM notes WHERE session = ?1; DELETE FROM sessions WHERE id = ?1")
}

// DeleteNote removes a note and returns what it was, for Restore, or ErrGone. The text is overwritten in
// the database.
func (s *Store) DeleteNote(ctx context.Context, id int64) (Entry, error) {
	return s.remove(ctx, id, noteEntry, "DELETE FROM notes WHERE id = ?1")
}

// remove reads and deletes, and brings that from the write-ahead log into the file.
func (s *Store) remove(ctx context.Context, id int64,
	read func(context.Context, source, int64) (Entry, error), query string,
) (Entry, error) {
	var e Entry
	err := s.change(ctx, func(tx *sql.Tx) error {
		var err error
		if e, err = read(ctx, tx, id); err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, query, id)
		return err
	})
	if err == nil {
		// It is deleted already: where another process is reading, the text in the log goes later.
		_, _ = s.checkpoint(ctx)
	}
	return e, err
}

// Restore puts entries back as they were, in one act. What is there already stays as it is; a note whose
// session is not there is kept by itself.
func (s *Store) Restore(ctx context.Context, entries ...Entry) error {
	return s.change(ctx, func(tx *sql.Tx) error {
		for _, e := range entries {
			if err := restore(ctx, tx, e); err != nil {
				return err
			}
		}
		return nil
	})
}

func restore(ctx context.Context, tx *sql.Tx, e Entry) error {
	if r := e.Session; r.ID != 0 {
		_, err := tx.ExecContext(ctx, `INSERT INTO sessions
			(id, start, practice, pattern, length, elapsed, breaths, voice, pitch, how) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (id) DO NOTHING`,
			r.ID, r.Start.UnixMilli(), r.Practice, r.Pattern, r.Length.Milliseconds(), r.Elapsed.Milliseconds(),
			r.Breaths, r.Voice, r.Pitch, r.How)
		if err != nil {
			return err
		}
	}
	for _, n := range e.Notes {
		_, err := tx.ExecContext(ctx, `INSERT INTO notes (id, session, written, question, text)
			VALUES (?, (SELECT id FROM sessions WHERE id = ?), ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
			n.ID, n.Session, n.Written.UnixMilli(), n.Question, n.Text)
		if err != nil {
			return err
		}
	}
	return nil
}

// change makes changes that are on the disk when it returns, all of them or none.
func (s *Store) change(ctx context.Context, act func(*sql.Tx) error) error {
	if err := s.canKeep(); err != nil {
		return err
	}
	tx, err := s.firm.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("journal: %w", err)
	}
	defer tx.Rollback() //nolint:errcheck // after Commit it does nothing
	if err := act(tx); err != nil {
		return fmt.Errorf("journal: %w", err)
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("journal: %w", err)
	}
	return nil
}

// Erase removes all sessions and notes for good, with what is unfinished; settings stay. When it returns true, nothing of them is left in
// the database or beside it. It is false, with all deleted, where another process was reading just then: what is
// left of their text is overwritten once every process has closed the database.
func (s *Store) Erase(ctx context.Context) (bool, error) {
	err := s.change(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, "DELETE FROM notes; DELETE FROM sessions"); err != nil {
			return err
		}
		return forgetUnfinished(ctx, tx)
	})
	if err != nil {
		return false, err
	}
	// First what was overwritten (secure_delete) goes into the file, then the file is made anew without it.
	before, err := s.checkpoint(ctx)
	if err != nil {
		return false, nil //nolint:nilerr // all is deleted; what is left is the log's text
	}
	if _, err := s.firm.ExecContext(ctx, "VACUUM"); err != nil {
		return false, nil //nolint:nilerr // as above
	}
	after, err := s.checkpoint(ctx)
	return before && after && err == nil, nil
}

// checkpoint brings the write-ahead log into the file and empties it. It is false where another process
// holds on to a part of it.
func (s *Store) checkpoint(ctx context.Context) (bool, error) {
	var busy, frames, done int
	err := s.firm.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &frames, &done)
	if err != nil {
		return false, fmt.Errorf("journal: %w", err)
	}
	return busy == 0, nil
}

// Aside are the paths of damaged files that were put aside. What was written once may still be in them.
func (s *Store) Aside() []string {
	files, err := os.ReadDir(s.dir)
	if err != nil {
		return nil // there is no folder, and so no file in it
	}
	var found []string
	for _, f := range files {
		if strings.HasPrefix(f.Name(), Name+".damaged-") {
			found = append(found, filepath.Join(s.dir, f.Name()))
		}
	}
	return found
}

// Totals is how much there is. It says nothing of when.
type Totals struct {
	Sessions, Breaths, Notes int
	Seconds                  int // of all sessions
}

// Totals counts what there is.
func (s *Store) Totals(ctx context.Context) (Totals, error) {
	var t Totals
	err := s.quick.QueryRowContext(ctx, `SELECT COUNT(*), COALESCE(SUM(breaths), 0), COALESCE(SUM(elapsed), 0) / 1000,
		(SELECT COUNT(*) FROM notes) FROM sessions`).Scan(&t.Sessions, &t.Breaths, &t.Seconds, &t.Notes)
	if err != nil {
		return t, fmt.Errorf("totals: %w", err)
	}
	return t, nil
}
