package store

import (
	"context"
	"fmt"
)

// migrations lead from one user_version to the next; a released one is never edited.
var migrations = []string{
	`CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
	CREATE TABLE sessions (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		start INTEGER NOT NULL, -- milliseconds since 1970, UTC
		practice TEXT NOT NULL, pattern TEXT NOT NULL,
		length INTEGER NOT NULL, elapsed INTEGER NOT NULL, -- milliseconds; length 0 is open
		breaths INTEGER NOT NULL, voice TEXT NOT NULL, pitch REAL NOT NULL, how TEXT NOT NULL);
	CREATE INDEX sessions_start ON sessions (start);
	CREATE TABLE notes (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		session INTEGER REFERENCES sessions (id) ON DELETE SET NULL, -- NULL: of none
		written INTEGER NOT NULL, -- milliseconds since 1970, UTC
		text TEXT NOT NULL);`,
	`ALTER TABLE notes ADD COLUMN question TEXT NOT NULL DEFAULT ''; -- as it was asked; '' where nothing was
	CREATE INDEX notes_session ON notes (session, written);`,
}

var version = int32(len(migrations))

// create checks the database and brings it to the present version.
func (s *Store) create(ctx context.Context) error {
	var verdict string
	if err := s.quick.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&verdict); err != nil {
		return judge(err)
	}
	if verdict != "ok" {
		return fmt.Errorf("%w: %s", errDamaged, verdict)
	}
	var found int32
	if err := s.quick.QueryRowContext(ctx, "PRAGMA user_version").Scan(&found); err != nil {
		return judge(err)
	}
	if found == version {
		return nil // nothing to write: whoever only reads takes no lock
	}
	tx, err := s.quick.BeginTx(ctx, nil)
	if err != nil {
		return judge(err)
	}
	defer tx.Rollback() //nolint:errcheck // after Commit it does nothing
	var at int32
	if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&at); err != nil {
		return judge(err)
	}
	if at > version {
		return errNewer
	}
	for n := max(at, 0); n < version; n++ {
		if _, err := tx.ExecContext(ctx, migrations[n]); err != nil {
			return judge(err)
		}
	}
	if at != version {
		if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", version)); err != nil {
			return judge(err)
		}
	}
	return judge(tx.Commit())
}

// judge marks damage, and says what it was that failed.
func judge(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("database: %w", judged(err))
}
