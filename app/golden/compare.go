package golden

import (
	"fmt"
	"image"
	"image/color"
)

// Difference is how far two pictures are from each other, in steps of a channel, 0 to 255.
type Difference struct {
	Mean float64     // over all pixels, of the channel that differs most
	Most int         // of the pixel that differs most
	At   image.Point // that pixel, from the upper left corner
}

// String is for messages.
func (d Difference) String() string {
	return fmt.Sprintf("%.3f on the mean, %d at most, at %v", d.Mean, d.Most, d.At)
}

// Compare compares two pictures of the same size. The error says that they are not.
func Compare(a, b image.Image) (Difference, error) {
	size := a.Bounds().Size()
	if other := b.Bounds().Size(); other != size {
		return Difference{}, fmt.Errorf("a picture of %v beside one of %v", size, other)
	}
	var d Difference
	sum := 0
	each(a, b, func(at image.Point, a, b color.RGBA) {
		off := distance(a, b)
		sum += off
		if off > d.Most {
			d.Most, d.At = off, at
		}
	})
	d.Mean = float64(sum) / float64(max(size.X*size.Y, 1))
	return d, nil
}

// Beside is two pictures of the same size side by side, and what differs between them, ten times as strong as it is.
func Beside(a, b image.Image) image.Image {
	size := a.Bounds().Size()
	img := image.NewRGBA(image.Rect(0, 0, 3*size.X, size.Y))
	stronger := func(a, b uint8) uint8 { return uint8(min(255, 10*max(int(a)-int(b), int(b)-int(a)))) }
	each(a, b, func(at image.Point, a, b color.RGBA) {
		img.SetRGBA(at.X, at.Y, a)
		img.SetRGBA(size.X+at.X, at.Y, b)
		img.SetRGBA(2*size.X+at.X, at.Y, color.RGBA{stronger(a.R, b.R), stronger(a.G, b.G), stronger(a.B, b.B), 255})
	})
	return img
}

func each(a, b image.Image, do func(at image.Point, a, b color.RGBA)) {
	from, other := a.Bounds().Min, b.Bounds().Min
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			do(image.Pt(x, y), opaque(a, from.X+x, from.Y+y), opaque(b, other.X+x, other.Y+y))
		}
	}
}

// Shrink is a picture in which each square of so many pixels of the one that was is one pixel, their mean. What is left
// over at the right and below is left out. Grain is gone in it, and so is most of a file.
func Shrink(img image.Image, by int) image.Image {
	b := img.Bounds()
	small := image.NewRGBA(image.Rect(0, 0, b.Dx()/by, b.Dy()/by))
	for y := range small.Bounds().Dy() {
		for x := range small.Bounds().Dx() {
			small.SetRGBA(x, y, mean(img, image.Rect(0, 0, by, by).Add(b.Min).Add(image.Pt(x*by, y*by))))
		}
	}
	return small
}

func mean(img image.Image, of image.Rectangle) color.RGBA {
	var r, g, b int
	for y := of.Min.Y; y < of.Max.Y; y++ {
		for x := of.Min.X; x < of.Max.X; x++ {
			c := opaque(img, x, y)
			r, g, b = r+int(c.R), g+int(c.G), b+int(c.B)
		}
	}
	n := of.Dx() * of.Dy()
	part := func(sum int) uint8 { return uint8((sum + n/2) / n) }
	return color.RGBA{part(r), part(g), part(b), 255}
}
