package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Name is the name of the database in its folder.
const Name = "kindhum.db"

// Store is an open database. All its methods may be called concurrently.
type Store struct {
	quick  *sql.DB // synchronous NORMAL
	firm   *sql.DB // synchronous FULL; in memory the same as quick
	memory error   // why it is in memory; nil on disk
	dir    string  // the folder it is in, or would be
	notice string
}

var (
	errDamaged = errors.New("database is damaged")
	errNewer   = errors.New("database is of a newer version")
	// errHomeless is that the environment names no folder of the person's at all.
	errHomeless = errors.New("there is no home folder")
)

// Open opens the database in dir, or in Dir() for "", making both if need be.
// A damaged file is kept aside and a new one begun; where the file cannot be
// used, the store is in memory. Notice then says so. An error means that not even
// memory could serve.
func Open(dir string) (*Store, error) {
	if dir == "" {
		if dir = Dir(); dir == "" {
			return inMemory("", errHomeless)
		}
	}
	s, err := open(dir)
	if errors.Is(err, errDamaged) {
		if err = putAside(dir); err == nil {
			s, err = open(dir)
		}
	}
	if err != nil {
		return inMemory(dir, err)
	}
	return s, nil
}

// open opens and migrates the database in dir. The error is errDamaged where
// the file should be put aside, errNewer where it must be left alone.
func open(dir string) (*Store, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("folder: %w", err)
	}
	if err := os.Chmod(dir, 0o700); err != nil {
		return nil, fmt.Errorf("folder: %w", err)
	}
	path := filepath.Join(dir, Name)
	if err := inspect(path); err != nil {
		return nil, err
	}
	s := &Store{quick: connect(path, "NORMAL"), firm: connect(path, "FULL"), dir: dir}
	if err := s.create(context.Background()); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	s.notice = s.told()
	return s, nil
}

// Close ends the use of the database. No other method may be called after it.
func (s *Store) Close() error {
	err := s.quick.Close()
	if s.firm != s.quick {
		err = errors.Join(err, s.firm.Close())
	}
	if err != nil {
		return fmt.Errorf("database: %w", err)
	}
	return nil
}
