package store

import (
	"context"
	"fmt"
	"time"
)

// Record is one session of the log. Times are kept to the millisecond.
type Record struct {
	ID       int64
	Start    time.Time
	Practice string        // its id
	Pattern  string        // as breath.Pattern prints it
	Length   time.Duration // as asked; 0 is open
	Elapsed  time.Duration
	Breaths  int     // whole breaths so far
	Voice    string  // its id
	Pitch    float64 // Hz
	How      string  // how it ended: "time", "stopped", "replaced", "tone"; "" when it goes on or was cut off
}

// Begin enters r into the log and returns its id. r.ID is not used.
func (s *Store) Begin(ctx context.Context, r Record) (int64, error) {
	done, err := s.quick.ExecContext(ctx, `INSERT INTO sessions
		(start, practice, pattern, length, elapsed, breaths, voice, pitch, how) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		r.Start.UnixMilli(), r.Practice, r.Pattern, r.Length.Milliseconds(), r.Elapsed.Milliseconds(),
		r.Breaths, r.Voice, r.Pitch, r.How)
	if err != nil {
		return 0, fmt.Errorf("session log: %w", err)
	}
	id, err := done.LastInsertId()
	if err != nil {
		return 0, fmt.Errorf("session log: %w", err)
	}
	return id, nil
}

// Renew writes how far a session has come; after a crash at most the time since is lost. A session
// that had ended goes on.
func (s *Store) Renew(ctx context.Context, id int64, elapsed time.Duration, breaths int) error {
	return s.update(ctx, id, "UPDATE sessions SET elapsed = ?, breaths = ?, how = '' WHERE id = ?",
		elapsed.Milliseconds(), breaths, id)
}

// Lengthen writes that a session was made longer: its length as asked for is now another.
func (s *Store) Lengthen(ctx context.Context, id int64, length time.Duration) error {
	return s.update(ctx, id, "UPDATE sessions SET length = ? WHERE id = ?", length.Milliseconds(), id)
}

// End writes how far a session came and how it ended.
func (s *Store) End(ctx context.Context, id int64, elapsed time.Duration, breaths int, how string) error {
	return s.update(ctx, id, "UPDATE sessions SET elapsed = ?, breaths = ?, how = ? WHERE id = ?",
		elapsed.Milliseconds(), breaths, how, id)
}

func (s *Store) update(ctx context.Context, id int64, query string, args ...any) error {
	done, err := s.quick.ExecContext(ctx, query, args...)
	if err != nil {
		return fmt.Errorf("session %d: %w", id, err)
	}
	if n, err := done.RowsAffected(); err != nil {
		return fmt.Errorf("session %d: %w", id, err)
	} else if n == 0 {
		return fmt.Errorf("session %d: not in the log", id)
	}
	return nil
}

// Log returns the sessions begun at or after since, oldest first, in local time.
func (s *Store) Log(ctx context.Context, since time.Time) ([]Record, error) {
	rows, err := s.quick.QueryContext(ctx, `SELECT id, start, practice, pattern, length, elapsed, breaths, voice, pitch, how
		FROM sessions WHERE start >= ? ORDER BY start, id`, since.UnixMilli())
	if err != nil {
		return nil, fmt.Errorf("session log: %w", err)
	}
	defer rows.Close() //nolint:errcheck // rows.Err below says what went wrong
	var log []Record
	for rows.Next() {
		var r Record
		var start, length, elapsed int64
		if err := rows.Scan(&r.ID, &start, &r.Practice, &r.Pattern, &length, &elapsed,
			&r.Breaths, &r.Voice, &r.Pitch, &r.How); err != nil {
			return nil, fmt.Errorf("session log: %w", err)
		}
		r.Start = time.UnixMilli(start)
		r.Length, r.Elapsed = time.Duration(length)*time.Millisecond, time.Duration(elapsed)*time.Millisecond
		log = append(log, r)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("session log: %w", err)
	}
	return log, nil
}
