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

// New lets write make a file in a folder, called name and extension, or name-2 and so on where that is taken. Only its
// owner can read it. It returns the file's path. The error is that of write, or says in one line why there is no file.
// It may be called concurrently.
func New(folder, name, extension string, write func(io.Writer) error) (string, error) {
	path := ""
	err := whole(folder, 0o600, func(file *os.File) error {
		to := bufio.NewWriterSize(file, 1<<16)
		if err := write(to); err != nil {
			return err
		}
		return to.Flush()
	}, func(part string) (err error) {
		path, err = place(part, filepath.Join(folder, name), extension)
		return err
	})
	if err != nil {
		return "", fmt.Errorf("no file could be written in %s: %w", folder, Cause(err))
	}
	return path, nil
}

// Replace lets write make the file of a path, in place of what is there; mode is for a file that is new, less the umask.
// Where the error is not nil, all is as it was; the error is that of write, or the system's, with the draft's name in it.
// It may be called concurrently.
func Replace(path string, mode fs.FileMode, write func(*os.File) error) error {
	return whole(filepath.Dir(path), mode, write, func(part string) error { return os.Rename(part, path) })
}

// Bytes is a write for Replace, of bytes that are there already.
func Bytes(data []byte) func(*os.File) error {
	return func(file *os.File) error {
		_, err := file.Write(data)
		return err
	}
}

// whole lets write make a file in a folder and, when all of it is on the disk, has place give it its name.
func whole(folder string, mode fs.FileMode, write func(*os.File) error, place func(part string) error) error {
	// The name is short: one as long as can be has no room for more.
	part := filepath.Join(folder, fmt.Sprintf(".kindhum-%08x.part", rand.Uint32()))
	file, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode) //nolint:gosec // the person chose the folder
	if err != nil {
		return err
	}
	err = write(file)
	if err == nil {
		err = file.Sync()
	}
	if e := file.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = place(part)
	}
	if err != nil {
		// The first error is the one to tell; a part that cannot be removed either adds nothing.
		_ = os.Remove(part)
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
