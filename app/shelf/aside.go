package shelf

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"kindhum/app/draft"
	"kindhum/app/practice"
)

// The ends of the names of files that are none of the person's: kept aside, or not written to their end.
const (
	aside = ".removed"
	part  = ".part"
)

// stamp is the moment of a removal in the name of a file: those of one shelf stand in their order.
const stamp = "20060102T150405.000000000"

// errTaken is why something is not brought back as it was.
var errTaken = errors.New("another practice has its place")

// putAside is a file that was removed.
type putAside struct {
	name string // in the folder
	was  string // its name before
	when time.Time
}

// Remove takes the practice of an id from the shelf, and keeps it aside until Tidy: Restore brings it back, also
// where others of its id were removed before it. One that is not there is no error.
func (s *Shelf) Remove(id string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	name := s.file(id)
	if name == "" {
		return nil
	}
	s.state = ""
	for at := time.Now().UTC(); ; at = at.Add(1) {
		to := filepath.Join(s.dir, "."+name+"."+at.Format(stamp)+aside)
		if _, err := os.Lstat(to); err == nil {
			continue // a clock may stand still, or go back
		}
		return draft.Cause(os.Rename(filepath.Join(s.dir, name), to))
	}
}

// Aside are the practices that were removed since a moment and can be brought back, the last one last.
func (s *Shelf) Aside(since time.Time) []practice.Draft {
	s.mu.Lock()
	defer s.mu.Unlock()
	var all []practice.Draft
	files, _ := s.aside() // what cannot be read cannot be offered
	for _, f := range files {
		if f.when.Before(since) {
			continue
		}
		if d, err := practice.ReadDraft(os.DirFS(s.dir), f.name); err == nil {
			all = append(all, d)
		}
	}
	return all
}

// Restore brings back the practice of an id that was removed last: as it was where that is what is wanted, or as it is
// wanted, with what could not be written before it was removed. Where another practice has its place by now, that
// stays, and it becomes what it is to be beside it. It is on the shelf when Restore returns nil.
func (s *Shelf) Restore(wanted, beside practice.Draft) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	gone, is, found := s.removed(wanted.ID)
	if s.file(wanted.ID) != "" {
		wanted = beside
	}
	if s.file(wanted.ID) != "" {
		return errTaken
	}
	if to := filepath.Join(s.dir, gone.was); found && alike(is, wanted) && !there(to) {
		s.state = ""
		return draft.Cause(os.Rename(filepath.Join(s.dir, gone.name), to))
	}
	if err := s.put(wanted); err != nil || !found {
		return err
	}
	return draft.Cause(os.Remove(filepath.Join(s.dir, gone.name)))
}

// removed is what was removed last of an id.
func (s *Shelf) removed(id string) (putAside, practice.Draft, bool) {
	files, _ := s.aside() // where nothing can be read, there is nothing
	for _, f := range slices.Backward(files) {
		if d, err := practice.ReadDraft(os.DirFS(s.dir), f.name); err == nil && d.ID == id {
			return f, d, true
		}
	}
	return putAside{}, practice.Draft{}, false
}

// alike reports whether two drafts are written the same.
func alike(a, b practice.Draft) bool {
	a, b = a.Clone(), b.Clone()
	for _, d := range []practice.Draft{a, b} {
		for i := range d.Steps {
			d.Steps[i].Settle()
		}
	}
	return string(a.Encode()) == string(b.Encode())
}

func there(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// aside are the files that were removed, the last one last.
func (s *Shelf) aside() ([]putAside, error) {
	entries, err := s.hidden(aside)
	var all []putAside
	for _, e := range entries {
		if f, is := asideOf(e); is {
			all = append(all, f)
		}
	}
	slices.SortStableFunc(all, func(a, b putAside) int { return a.when.Compare(b.when) })
	return all, err
}

// asideOf takes the name and the moment of a removal out of the name of a file. One without a moment was removed by an
// earlier version: it has that of the file. It is false for a file that is none of ours.
func asideOf(e fs.DirEntry) (putAside, bool) {
	f := putAside{name: e.Name(), was: strings.TrimSuffix(e.Name()[1:], aside)}
	if at := len(f.was) - len(stamp); at > 0 {
		if when, err := time.Parse("."+stamp, f.was[at-1:]); err == nil {
			f.was, f.when = f.was[:at-1], when
			return f, practice.Named(f.was)
		}
	}
	if info, err := e.Info(); err == nil {
		f.when = info.ModTime()
	}
	return f, practice.Named(f.was)
}

// hidden are the hidden files whose names end so.
func (s *Shelf) hidden(end string) ([]fs.DirEntry, error) {
	entries, err := os.ReadDir(s.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		return e.IsDir() || !strings.HasPrefix(e.Name(), ".") || !strings.HasSuffix(e.Name(), end)
	}), err
}

// Tidy lets go of what was removed before a moment, and of what was not written to its end.
func (s *Shelf) Tidy(before time.Time) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	files, err := s.aside()
	errs := []error{err}
	for _, f := range files {
		if f.when.Before(before) {
			errs = append(errs, os.Remove(filepath.Join(s.dir, f.name)))
		}
	}
	halves, err := s.hidden(part)
	for _, half := range halves {
		errs = append(errs, os.Remove(filepath.Join(s.dir, half.Name())))
	}
	return draft.Cause(errors.Join(append(errs, err)...))
}
