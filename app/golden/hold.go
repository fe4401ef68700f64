package golden

import (
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
)

// Golden is a picture as it should be, in a file.
type Golden struct {
	Path   string
	Failed string  // where the picture that differs is written, beside the golden and what differs
	Mean   float64 // what it may differ by, as Difference has it
	Most   int
	Update bool // the golden is what comes now, where it does not hold any more
}

// Hold reports what differs between a picture and its golden: nil where that is no more than it may be.
func Hold(g Golden, img image.Image) error {
	want, err := Read(g.Path)
	if err != nil && !(g.Update && errors.Is(err, os.ErrNotExist)) {
		return fmt.Errorf("golden: %w", err)
	}
	var d Difference
	if err == nil {
		d, err = Compare(want, img)
	}
	if err == nil && d.Mean <= g.Mean && d.Most <= g.Most {
		return nil
	}
	if g.Update {
		reduced, _ := Reduce(img)
		return Write(g.Path, reduced)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("golden %s: %w; it comes as %s", g.Path, err, g.Failed), Write(g.Failed, img))
	}
	return errors.Join(fmt.Errorf("golden %s: %v; %.3f and %d are let pass; see %s", g.Path, d, g.Mean, g.Most, g.Failed),
		Write(g.Failed, Beside(want, img)))
}

// Read reads a PNG file.
func Read(path string) (image.Image, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close() //nolint:errcheck // it is only read from
	img, err := png.Decode(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return img, nil
}

// Write writes a PNG file of few bytes, and the folder it lies in.
func Write(path string, img image.Image) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	return errors.Join(encoder.Encode(file, img), file.Close())
}
