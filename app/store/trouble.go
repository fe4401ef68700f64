package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"
	"modernc.org/sqlite"
)

// SQLite's result codes (sqlite.org/rescode.html) that mean damage, or are said in plain words. The extended codes
// have them in their low byte.
const (
	codeBusy       = 5
	codeReadOnly   = 8
	codeIO         = 10
	codeCorrupt    = 11
	codeFull       = 13
	codeCannotOpen = 14
	codeNotADB     = 26
)

// judged marks an error of SQLite that means that the file is damaged.
func judged(err error) error {
	var e *sqlite.Error
	if errors.As(err, &e) && (e.Code()&0xff == codeCorrupt || e.Code()&0xff == codeNotADB) {
		return fmt.Errorf("%w: %w", errDamaged, err)
	}
	return err
}

// putAside renames a damaged file, with its side files, to kindhum.db.damaged-DATE, and begins a
// new one that says so. Of several processes that find the damage, one does it.
func putAside(dir string) (err error) {
	lock := flock.New(filepath.Join(dir, Name+".lock"), flock.SetPermissions(0o600))
	if err := lock.Lock(); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, lock.Unlock()) }()
	s, err := open(dir)
	if err == nil {
		return s.Close() // another process was quicker
	}
	if !errors.Is(err, errDamaged) {
		return err
	}
	path := filepath.Join(dir, Name)
	aside, err := unused(path + ".damaged-" + time.Now().Format("2006-01-02"))
	if err != nil {
		return err
	}
	for _, side := range []string{"-wal", "-shm", ""} { // the file itself last: it says that all is done
		if err := os.Rename(path+side, aside+side); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if s, err = open(dir); err != nil {
		return err
	}
	notice := fmt.Sprintf("What was kept could not be read any more. It was put aside as %s, and a new file begun.", aside)
	return errors.Join(s.put(context.Background(), keyNotice, notice), s.Close())
}

// unused is a name that no file has yet.
func unused(name string) (string, error) {
	try := name
	for i := 2; ; i++ {
		_, err := os.Lstat(try)
		if errors.Is(err, fs.ErrNotExist) {
			return try, nil
		}
		if err != nil {
			return "", err
		}
		try = fmt.Sprintf("%s-%d", name, i)
	}
}

// inMemory is a store that keeps nothing, because of why.
func inMemory(dir string, why error) (*Store, error) {
	db := connect(":memory:", "OFF")
	s := &Store{quick: db, firm: db, memory: why, dir: dir}
	path := filepath.Join(dir, Name)
	if dir == "" || s.copyOf(path) != nil {
		s.quick = connect(":memory:", "OFF") // nothing there that could be read: begin empty
		s.firm = s.quick
	}
	// What a newer version keeps in tables that we know can be read; the rest is left alone.
	if err := s.create(context.Background()); err != nil && !errors.Is(err, errNewer) {
		return nil, errors.Join(err, s.Close())
	}
	s.notice = fmt.Sprintf("Nothing can be kept in %s (%v). See that the folder can be written to; until then everything works, and is forgotten.", path, reason(why))
	switch {
	case errors.Is(why, errHomeless):
		s.notice = "Nothing can be kept, because there is no home folder. Set HOME to yours; until then everything works, and is forgotten."
	case errors.Is(why, errNewer):
		s.notice = fmt.Sprintf("%s was written by a newer Kindhum, and is left as it is. Until you use that one, everything works, and is forgotten.", path)
	}
	return s, nil
}

// copyOf loads a file that can be read, if not written, so that what was chosen holds and the log
// can be seen.
func (s *Store) copyOf(path string) error {
	data, err := os.ReadFile(path) //nolint:gosec // the path is our own
	if err != nil {
		return err
	}
	if len(data) < 100 {
		return errDamaged
	}
	// In memory there is no write-ahead log: the file's header (sqlite.org/fileformat.html, bytes 18
	// and 19) must not ask for one.
	data[18], data[19] = 1, 1
	conn, err := s.quick.Conn(context.Background())
	if err != nil {
		return err
	}
	err = conn.Raw(func(driver any) error {
		into, ok := driver.(interface{ Deserialize([]byte) error })
		if !ok {
			return errors.ErrUnsupported
		}
		return into.Deserialize(data)
	})
	return errors.Join(err, conn.Close())
}

// reason is what went wrong in words for the person: the innermost of an error of the file system, as the path is told
// already, and no code of SQLite's.
func reason(err error) error {
	var file *fs.PathError
	var base *sqlite.Error
	switch {
	case errors.As(err, &file):
		return file.Err
	case errors.As(err, &base):
		return plain{base}
	}
	return err
}

// plain is an error of SQLite in plain words.
type plain struct{ from *sqlite.Error }

// Error implements error.
func (p plain) Error() string {
	switch p.from.Code() & 0xff {
	case codeBusy:
		return "another process keeps it busy"
	case codeReadOnly:
		return "it cannot be written to"
	case codeIO: // a full disk is often no more than that to SQLite
		return "the disk is full or cannot be written to"
	case codeFull:
		return "the disk is full"
	case codeCannotOpen:
		return "the disk is full or the folder cannot be written to"
	}
	return strings.TrimSpace(strings.TrimSuffix(p.from.Error(), fmt.Sprintf("(%d)", p.from.Code())))
}

// Unwrap leads to SQLite's own.
func (p plain) Unwrap() error { return p.from }

// advice is what to do where nothing can be kept because of an error, as half of a line.
func (s *Store) advice(err error) string {
	var base *sqlite.Error
	switch {
	case errors.Is(err, errHomeless):
		return "set HOME to your home folder"
	case errors.Is(err, errNewer):
		return "use the newer Kindhum, or set XDG_DATA_HOME to another folder"
	case errors.As(err, &base) && base.Code()&0xff == codeBusy:
		return "try once more"
	}
	return fmt.Sprintf("see that %s can be written to, and that the disk has room", s.dir)
}

// Notice is one line to tell the person, until Told is called; "" if there is none.
func (s *Store) Notice() string { return s.notice }

// Told takes note that the person has read the notice.
func (s *Store) Told(ctx context.Context) error {
	if s.notice == "" || s.memory != nil {
		return nil // in memory it is true for as long as this lasts
	}
	_, err := s.firm.ExecContext(ctx, "DELETE FROM settings WHERE key = ?", keyNotice)
	return err
}

// told is the notice that an earlier process left.
func (s *Store) told() string {
	var text string
	err := s.get(context.Background(), keyNotice, &text)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return ""
	}
	return text
}
