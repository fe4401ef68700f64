package practice

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// How many practices of a person's own are read, and how many bytes of them in all.
const (
	maxOwn     = 200
	maxOwnSize = 8 << 20
)

// Own is the person's own practices, as they stand in a folder.
type Own struct {
	Files    []File
	Troubles []Trouble // what could not be read, and why
}

// File is a practice of the person's own.
type File struct {
	Name  string // in the folder
	Draft Draft
}

// Trouble is a file that could not be read.
type Trouble struct {
	Name string // of the file
	Why  *Fault
}

// Error implements error: "mine.toml, line 3: step 2 has no lines".
func (t Trouble) Error() string {
	if t.Why.Line > 0 {
		return t.Shown() + ", " + t.Why.Error()
	}
	return t.Shown() + ": " + t.Why.Error()
}

// Shown is the name of the file for a line of text, quoted as in Go where it holds what cannot be shown.
func (t Trouble) Shown() string { return distinct(t.Name) }

// ReadOwn reads the practice files of a folder, in the order of their names. What cannot be read is a trouble, and
// everything else is there all the same. A folder that does not exist is an empty one. It never waits: what is
// no ordinary file is not opened.
func ReadOwn(folder fs.FS) Own {
	var own Own
	info, err := fs.Stat(folder, ".")
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return own
	case err == nil && !info.IsDir():
		err = errors.New("it is no folder")
	}
	var entries []fs.DirEntry
	if err == nil {
		entries, err = fs.ReadDir(folder, ".") // what could be read of it is told all the same
	}
	if err != nil {
		own.Troubles = append(own.Troubles, Trouble{"practices", unreadable(err)})
	}
	left := maxOwnSize
	for _, e := range entries {
		if !Named(e.Name()) {
			continue
		}
		d, size, f := readOne(folder, e.Name(), left)
		left -= size
		if f == nil && len(own.Files) == maxOwn {
			f = fault("many")
		}
		if f == nil {
			f = own.taken(d.ID)
		}
		if f != nil {
			own.Troubles = append(own.Troubles, Trouble{e.Name(), f})
			if f.Key == "many" {
				break
			}
			continue
		}
		own.Files = append(own.Files, File{e.Name(), d})
	}
	return own
}

// Named reports whether a file is one for a practice, by its name.
func Named(name string) bool {
	return strings.EqualFold(path.Ext(name), ".toml") && !strings.HasPrefix(name, ".")
}

// ReadDraft reads one practice file of a folder. The error is a *Fault; like ReadOwn it never waits.
func ReadDraft(folder fs.FS, name string) (Draft, error) {
	d, _, f := readOne(folder, name, maxOwnSize)
	if f != nil {
		return Draft{}, f
	}
	return d, nil
}

// readOne reads a file of at most so many bytes.
func readOne(folder fs.FS, name string, most int) (Draft, int, *Fault) {
	if !utf8.ValidString(name) {
		return Draft{}, 0, fault("unreadable", "its name is no text in UTF-8")
	}
	info, err := fs.Stat(folder, name)
	switch {
	case err != nil:
		return Draft{}, 0, unreadable(err)
	case info.IsDir():
		return Draft{}, 0, fault("folder")
	case !info.Mode().IsRegular():
		return Draft{}, 0, fault("special")
	case info.Size() > MaxFile:
		return Draft{}, 0, fault("size", strconv.Itoa(MaxFile>>10))
	case info.Size() > int64(most):
		return Draft{}, 0, fault("many")
	}
	data, err := readSome(folder, name)
	if err != nil {
		return Draft{}, 0, unreadable(err)
	}
	d, err := ParseDraft(data)
	var f *Fault
	errors.As(err, &f)
	return d, len(data), f
}

// readSome reads a file, no more of it than shows that it is too large to be a practice.
func readSome(folder fs.FS, name string) ([]byte, error) {
	file, err := folder.Open(name)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(file, MaxFile+1))
	return data, errors.Join(err, file.Close())
}

// distinct is a name as it can be told from others: a space before it and what cannot be printed are seen. The name of a practice
// file never ends in a quotation mark itself.
func distinct(name string) string {
	if odd := func(r rune) bool { return !unicode.IsGraphic(r) }; name != printable(name) || strings.ContainsFunc(name, odd) {
		return strconv.Quote(name)
	}
	return name
}

// unreadable is what the system says, without the path: the file is named already.
func unreadable(err error) *Fault {
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	return fault("unreadable", printable(err.Error()))
}

// taken is a fault where a file before has the same id.
func (o Own) taken(id string) *Fault {
	for _, f := range o.Files {
		if f.Draft.ID == id {
			return fault("twice", quote(id), distinct(f.Name))
		}
	}
	return nil
}

// Practices are the practices in the files.
func (o Own) Practices() []Practice {
	all := make([]Practice, len(o.Files))
	for i, f := range o.Files {
		all[i] = f.Draft.Practice()
	}
	return all
}
