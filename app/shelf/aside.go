package shelf

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"kindhum/app/draft"
	"kindhum/app/practice"
)

// The ends of the names of files that are none of the person's: kept aside, or not written to their end.
const (
	aside = ".removed"
	part  = ".part"
)

// Remove takes the practice of an id from the shelf, and keeps it aside until Tidy: Restore brings it back. One
// that is not there is no error.
func (s *Shelf) Remove(id string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	name := s.file(id)
	if name == "" {
		return nil
	}
	s.state = ""
	return draft.Cause(os.Rename(filepath.Join(s.dir, name), filepath.Join(s.dir, "."+name+aside)))
}

// Restore brings back the practice of an id that was removed last. It is false where it is not there any more, or
// something else has its place.
func (s *Shelf) Restore(id string) (bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		return false, draft.Cause(err)
	}
	for _, e := range entries {
		name, is := strings.CutSuffix(e.Name(), aside)
		if !is {
			continue
		}
		if d, err := practice.ReadDraft(os.DirFS(s.dir), e.Name()); err != nil || d.ID != id || s.file(id) != "" {
			continue
		}
		to := filepath.Join(s.dir, strings.TrimPrefix(name, "."))
		if _, err := os.Lstat(to); err == nil {
			return false, nil
		}
		s.state = ""
		return true, draft.Cause(os.Rename(filepath.Join(s.dir, e.Name()), to))
	}
	return false, nil
}

// Tidy lets go of what was kept aside, and of what was not written to its end.
func (s *Shelf) Tidy() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	entries, err := os.ReadDir(s.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	var errs []error
	for _, e := range entries {
		name := e.Name()
		ours := strings.HasPrefix(name, ".") && (strings.HasSuffix(name, ".toml"+aside) || strings.HasSuffix(name, part))
		if ours && !e.IsDir() {
			errs = append(errs, os.Remove(filepath.Join(s.dir, name)))
		}
	}
	return draft.Cause(errors.Join(append(errs, err)...))
}
