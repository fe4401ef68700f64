package export

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	drafts "kindhum/app/draft"
)

var (
	errFolder      = errors.New("it is a folder; name a file in it")
	errSpecial     = errors.New("it is no ordinary file; choose another name")
	errProtected   = errors.New("it is write-protected; choose another name")
	errCircle      = errors.New("its links lead in a circle; choose another name")
	errInterrupted = errors.New("interrupted")
)

// destination is the file that a path comes to through links, even where the last of them leads to nothing yet, and
// the permissions for what is written there. It is an error where a file must not be replaced.
func destination(path string) (string, fs.FileMode, error) {
	const most = 40 // links, as in Linux
	for range most {
		info, err := os.Lstat(path)
		if errors.Is(err, fs.ErrNotExist) {
			return path, 0o666, nil
		}
		if err != nil {
			return "", 0, err
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			return path, info.Mode().Perm(), replaceable(path, info)
		}
		to, err := os.Readlink(path)
		if err != nil {
			return "", 0, err
		}
		if !filepath.IsAbs(to) {
			folder, err := filepath.EvalSymlinks(filepath.Dir(path))
			if err != nil {
				return "", 0, err
			}
			to = filepath.Join(folder, to)
		}
		path = to
	}
	return "", 0, errCircle
}

// replaceable says why an existing file must not be replaced. That would need no more than a folder that can be
// written to, but whoever protects a file means the file.
func replaceable(path string, info fs.FileInfo) error {
	switch {
	case info.IsDir():
		return errFolder
	case !info.Mode().IsRegular():
		return errSpecial // a pipe or a device: to open it may wait for ever
	case info.Mode().Perm()&0o222 == 0:
		return errProtected
	}
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return file.Close()
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// cannot says why in one line, with the name that the person gave instead of the draft's.
func cannot(path string, err error) error {
	if errors.Is(err, errInterrupted) {
		return fmt.Errorf("file %s was not written: %w", shown(path), err)
	}
	return fmt.Errorf("file %s cannot be written: %w", shown(path), drafts.Cause(err))
}

// shown is a path for a line of text: quoted where it holds what would break the line or the terminal.
func shown(path string) string {
	odd := func(r rune) bool { return !unicode.IsPrint(r) || r == unicode.ReplacementChar }
	if strings.ContainsFunc(path, odd) {
		return strconv.Quote(path)
	}
	return path
}
