package export

import (
	"bufio"
	"io"
	"os"

	drafts "kindhum/app/draft"
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

// replace lets write make the file of a path. Whatever goes wrong, path is as it was afterwards.
func replace(path string, write func(*draft) error) error {
	place, mode, err := destination(path)
	if err == nil {
		err = drafts.Replace(place, mode, func(file *os.File) error {
			return fill(&draft{bufio.NewWriterSize(file, 1<<18), file}, write)
		})
	}
	if err != nil {
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
	return err
}
