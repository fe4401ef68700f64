package shelf

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"kindhum/app/draft"
	"kindhum/app/practice"
)

// Shelf is the folder of the person's own practices. Its methods may be called concurrently.
type Shelf struct {
	dir   string
	mu    sync.Mutex
	state string // of the folder, when it was last read
	own   practice.Own
	write func(path string, data []byte) error
}

// New is the shelf in a folder, which need not exist.
func New(dir string) *Shelf { return &Shelf{dir: dir, write: WriteFile} }

// Read is what stands on the shelf now. What did not change since is not read again. It must not be changed.
func (s *Shelf) Read() practice.Own {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.read()
}

func (s *Shelf) read() practice.Own {
	if state := s.look(); state != s.state {
		s.own, s.state = practice.ReadOwn(os.DirFS(s.dir)), state
	}
	return s.own
}

// look is what tells one state of the folder from another, without reading its files.
func (s *Shelf) look() string {
	var b strings.Builder
	note := func(name string, info fs.FileInfo, err error) {
		fmt.Fprintf(&b, "%q %v", name, err)
		if err == nil {
			fmt.Fprintf(&b, " %d %v %v", info.Size(), info.Mode(), info.ModTime().UnixNano())
		}
	}
	info, err := os.Stat(s.dir)
	note(".", info, err)
	if err != nil || !info.IsDir() {
		return b.String()
	}
	entries, err := os.ReadDir(s.dir)
	fmt.Fprint(&b, err)
	for _, e := range entries {
		if practice.Named(e.Name()) {
			info, err := os.Stat(filepath.Join(s.dir, e.Name()))
			note(e.Name(), info, err)
		}
	}
	return b.String()
}

// Practices are the practices that stand on the shelf now.
func (s *Shelf) Practices() []practice.Practice { return s.Read().Practices() }

// file is the name of the file in which a practice stands, "" for none.
func (s *Shelf) file(id string) string {
	for _, f := range s.read().Files {
		if f.Draft.ID == id {
			return f.Name
		}
	}
	return ""
}

// Put writes a practice down, in the place of the one with its id. It is on the disk when Put returns nil;
// otherwise everything is as it was, and the error says why in one line.
func (s *Shelf) Put(d practice.Draft) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.put(d)
}

func (s *Shelf) put(d practice.Draft) error {
	if err := d.Check(); err != nil {
		return err
	}
	data := d.Encode()
	if _, err := practice.ParseDraft(data); err != nil {
		return err // it is too large as a whole
	}
	if err := s.open(); err != nil {
		return draft.Cause(err)
	}
	name := s.file(d.ID)
	if name == "" {
		var err error
		if name, err = s.free(d.ID); err != nil {
			return draft.Cause(err)
		}
	}
	s.state = "" // a file may change twice within what the file system can tell apart
	return draft.Cause(s.write(filepath.Join(s.dir, name), data))
}

// open makes the folder, and sees that nobody else reads in it.
func (s *Shelf) open() error {
	if err := os.MkdirAll(s.dir, 0o700); err != nil {
		return err
	}
	return os.Chmod(s.dir, 0o700)
}

// free is the name of a file for an id that no file has: one that cannot be read may have its name.
func (s *Shelf) free(id string) (string, error) {
	id = id[:min(len(id), 64)]
	return unused(s.dir, id)
}

// unused is a name for a practice file that nothing in a folder has.
func unused(dir, id string) (string, error) {
	name := id + ".toml"
	for i := 2; ; i++ {
		_, err := os.Lstat(filepath.Join(dir, name))
		switch {
		case os.IsNotExist(err):
			return name, nil
		case err != nil:
			return "", err
		}
		name = fmt.Sprintf("%s-%d.toml", id, i)
	}
}
