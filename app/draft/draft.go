package draft

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// most is how many files of one name there may be.
const most = 10_000

// New lets write make a file in a folder, called name and extension, or name-2 and so on where that is taken.
// It returns the file's path. The error is that of write, or says in one line why there is no file. It may be called
// concurrently.
func New(folder, name, extension string, write func(io.Writer) error) (string, error) {
	part := filepath.Join(folder, fmt.Sprintf(".%s%s.%08x.part", name, extension, rand.Uint32()))
	file, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600) //nolint:gosec // the person chose the folder
	if err != nil {
		return "", cannot(folder, err)
	}
	path := ""
	if err = fill(file, write); err == nil {
		path, err = place(part, filepath.Join(folder, name), extension)
	}
	if err != nil {
		// The first error is the one to tell; a part that cannot be removed either adds nothing.
		_ = os.Remove(part)
		return "", cannot(folder, err)
	}
	return path, nil
}

func fill(file *os.File, write func(io.Writer) error) error {
	to := bufio.NewWriterSize(file, 1<<16)
	err := write(to)
	if err == nil {
		err = to.Flush()
	}
	if err == nil {
		err = file.Sync()
	}
	if e := file.Close(); err == nil {
		err = e
	}
	return err
}

// place gives a part the first name that is free. A link fails where there is a file already, which a
// new name would not; where the folder knows no links, looking has to do.
func place(part, stem, extension string) (string, error) {
	for n := 1; n <= most; n++ {
		path := stem + extension
		if n > 1 {
			path = fmt.Sprintf("%s-%d%s", stem, n, extension)
		}
		err := os.Link(part, path)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err == nil {
			return path, os.Remove(part)
		}
		if _, there := os.Lstat(path); !errors.Is(there, fs.ErrNotExist) {
			continue
		}
		return path, os.Rename(part, path)
	}
	return "", fmt.Errorf("%s%s: %w", filepath.Base(stem), extension, fs.ErrExist)
}

// cannot says why in one line, with the folder that the person chose instead of the part's name.
func cannot(folder string, err error) error {
	return fmt.Errorf("no file could be written in %s: %w", folder, Cause(err))
}

// Cause is what the system says of a file, without the file's name: of a draft nobody knows it.
func Cause(err error) error {
	var at *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &at):
		return at.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}
