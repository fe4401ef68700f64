//go:build e2e

package main_test

import (
	"encoding/binary"
	"image"
	"image/color"
	"os"

	"golang.org/x/sys/unix"
)

// picture is what the display showed at a moment: an X window dump, version 7 (X11/XWDFile.h), which is a head of
// big-endian words, a colour map, and rows of pixels.
type picture struct {
	width, height, row int
	order              binary.ByteOrder
	pixels             []byte
}

// read is what the display shows now.
func (s *screen) read() picture {
	s.d.t.Helper()
	dump, err := os.ReadFile(s.file)
	if err != nil {
		s.d.t.Fatalf("the screen's picture: %v", err)
	}
	return s.parse(dump)
}

// live is what the display shows at any moment: it changes while it is looked at, and costs nothing until then.
func (s *screen) live() picture {
	s.d.t.Helper()
	file, err := os.Open(s.file)
	if err != nil {
		s.d.t.Fatalf("the screen's picture: %v", err)
	}
	defer file.Close() //nolint:errcheck // it was only read
	about, err := file.Stat()
	if err != nil {
		s.d.t.Fatalf("the screen's picture: %v", err)
	}
	dump, err := unix.Mmap(int(file.Fd()), 0, int(about.Size()), unix.PROT_READ, unix.MAP_SHARED)
	if err != nil {
		s.d.t.Fatalf("the screen's picture: %v", err)
	}
	s.d.t.Cleanup(func() { _ = unix.Munmap(dump) }) // it was mapped
	return s.parse(dump)
}

// parse is the picture in a dump.
func (s *screen) parse(dump []byte) picture {
	s.d.t.Helper()
	if len(dump) < 100 {
		s.d.t.Fatalf("the screen's picture has %d bytes", len(dump))
	}
	word := func(i int) int { return int(binary.BigEndian.Uint32(dump[4*i:])) }
	head, colours, bits := word(0), word(19), word(11)
	p := picture{width: word(4), height: word(5), row: word(12), order: binary.LittleEndian, pixels: dump[head+12*colours:]}
	if word(7) != 0 {
		p.order = binary.BigEndian
	}
	if word(1) != 7 || bits != 32 || len(p.pixels) < p.row*p.height {
		s.d.t.Fatalf("the screen's picture is of another kind: version %d, %d bits", word(1), bits)
	}
	return p
}

// at is the colour of a pixel; black outside.
func (p picture) at(x, y int) color.RGBA {
	if x < 0 || y < 0 || x >= p.width || y >= p.height {
		return color.RGBA{A: 255}
	}
	v := p.order.Uint32(p.pixels[y*p.row+4*x:])
	return color.RGBA{byte(v >> 16), byte(v >> 8), byte(v), 255}
}

// image is a part of the picture.
func (p picture) image(part image.Rectangle) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, part.Dx(), part.Dy()))
	for y := range part.Dy() {
		row := img.Pix[y*img.Stride:]
		for x := range part.Dx() {
			c := p.at(part.Min.X+x, part.Min.Y+y)
			row[4*x], row[4*x+1], row[4*x+2], row[4*x+3] = c.R, c.G, c.B, c.A
		}
	}
	return img
}
