package store

import (
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite" // registers the driver
)

// inspect looks at the first bytes before SQLite does: it would delete the
// write-ahead log of an emptied file, and switch a newer one to its journal mode.
func inspect(path string) error {
	if info, err := os.Lstat(path); err == nil && info.IsDir() {
		return fmt.Errorf("%w: it is a folder", errDamaged)
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600) // SQLite gives -wal and -shm the same mode
	if err != nil {
		return fmt.Errorf("database: %w", err)
	}
	defer f.Close() //nolint:errcheck // nothing was written
	if err := f.Chmod(0o600); err != nil && !errors.Is(err, errors.ErrUnsupported) {
		return fmt.Errorf("database: %w", err)
	}
	var head [100]byte // the header of the SQLite file format
	n, err := io.ReadFull(f, head[:])
	switch {
	case n == 0 && errors.Is(err, io.EOF):
		if info, err := os.Stat(path + "-wal"); err == nil && info.Size() > 0 {
			return fmt.Errorf("%w: it was emptied", errDamaged)
		}
		return nil
	case err != nil && !errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("database: %w", err)
	case n < len(head) || string(head[:16]) != "SQLite format 3\x00":
		return fmt.Errorf("%w: it is not of SQLite", errDamaged)
	case int32(binary.BigEndian.Uint32(head[60:])) > version:
		return errNewer
	}
	return nil
}

// connect names a pool of one connection: little memory, and no lock between our own.
func connect(path, synchronous string) *sql.DB {
	if path == ":memory:" {
		return single("file::memory:?_pragma=foreign_keys(1)")
	}
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // C:/ of Windows
	}
	query := url.Values{"_txlock": {"immediate"}, "_pragma": {
		"busy_timeout(5000)", "journal_mode(wal)", "synchronous(" + synchronous + ")",
		"cache_size(-256)", "mmap_size(0)", "foreign_keys(1)", "secure_delete(1)", // what is deleted is overwritten
	}}
	return single((&url.URL{Scheme: "file", Path: slashed, RawQuery: query.Encode()}).String())
}

func single(dsn string) *sql.DB {
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		panic(err) // only an unregistered driver: the import above registers it
	}
	db.SetMaxOpenConns(1)
	return db
}
