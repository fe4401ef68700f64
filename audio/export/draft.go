package export

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// draft is a file being written: buffered, but it can be seeked, which an encoder does to
// fill in its header at the end.
type draft struct {
	*bufio.Writer
	file *os.File
}

var _ io.WriteSeeker = (*draft)(nil)

// Seek writes out what is buffered and moves.
func (d *draft) Seek(offset int64, whence int) (int64, error) {
	if err := d.Flush(); err != nil {
		return 0, err
	}
	return d.file.Seek(offset, whence)
}

// replace lets write make a file beside path, and gives it that name when it is complete and on disk.
// Whatever goes wrong, the file beside it is gone afterwards and path is as it was.
func replace(path string, write func(*draft) error) error {
	place, mode, err := destination(path)
	if err != nil {
		return cannot(path, err)
	}
	// The name is short: one as long as can be has no room for more.
	name := filepath.Join(filepath.Dir(place), fmt.Sprintf(".kindhum-%08x.part", rand.Uint32()))
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return cannot(path, err)
	}
	err = fill(&draft{bufio.NewWriterSize(file, 1<<18), file}, write)
	if err == nil {
		err = os.Rename(name, place)
	}
	if err != nil {
		// The first error is the one to tell; a part that cannot be removed either adds nothing.
		_ = os.Remove(name)
		return cannot(path, err)
	}
	return nil
}

func fill(d *draft, write func(*draft) error) error {
	err := write(d)
	// An encoder that could not write says so in its own words; the file says why.
	if e := d.Flush(); e != nil {
		err = e
	}
	if err == nil {
		err = d.file.Sync()
	}
	if e := d.file.Close(); err == nil {
		err = e
	}
	return err
}
