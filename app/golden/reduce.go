package golden

import (
	"cmp"
	"image"
	"image/color"
	"slices"
)

// Reduce is img in at most 256 colours. The commonest stay exactly as they are, so that a surface keeps its colour;
// each other becomes the nearest of them. Off is how far the furthest is from what it was, in steps of a channel.
func Reduce(img image.Image) (reduced *image.Paletted, off int) {
	all := counted(img)
	var kept []color.RGBA
	for radius := 0; ; radius++ {
		if kept = apart(all, radius); kept != nil {
			break
		}
	}
	palette, at := make(color.Palette, len(kept)), map[color.RGBA]uint8{}
	for i, c := range kept {
		palette[i] = c
	}
	for _, c := range all {
		nearest, far := 0, 256
		for i, k := range kept {
			if d := distance(c, k); d < far {
				nearest, far = i, d
			}
		}
		at[c], off = uint8(nearest), max(off, far)
	}
	b := img.Bounds()
	reduced = image.NewPaletted(image.Rect(0, 0, b.Dx(), b.Dy()), palette)
	for y := range b.Dy() {
		for x := range b.Dx() {
			reduced.SetColorIndex(x, y, at[opaque(img, b.Min.X+x, b.Min.Y+y)])
		}
	}
	return reduced, off
}

// counted is the colours of a picture, the commonest first.
func counted(img image.Image) []color.RGBA {
	many := map[color.RGBA]int{}
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			many[opaque(img, x, y)]++
		}
	}
	all := make([]color.RGBA, 0, len(many))
	for c := range many {
		all = append(all, c)
	}
	number := func(c color.RGBA) int { return int(c.R)<<16 | int(c.G)<<8 | int(c.B) }
	slices.SortFunc(all, func(a, b color.RGBA) int {
		return cmp.Or(cmp.Compare(many[b], many[a]), cmp.Compare(number(a), number(b)))
	})
	return all
}

// apart is so many of the colours that each other is within a radius of one of them; nil where 256 are too few.
func apart(all []color.RGBA, radius int) []color.RGBA {
	kept := []color.RGBA{}
	for _, c := range all {
		if slices.ContainsFunc(kept, func(k color.RGBA) bool { return distance(c, k) <= radius }) {
			continue
		}
		if len(kept) == 256 {
			return nil
		}
		kept = append(kept, c)
	}
	return kept
}

// distance is that of the channel that differs most, 0 to 255.
func distance(a, b color.RGBA) int {
	off := func(a, b uint8) int { return max(int(a)-int(b), int(b)-int(a)) }
	return max(off(a.R, b.R), off(a.G, b.G), off(a.B, b.B))
}

// opaque is a colour of a picture of which nothing shines through.
func opaque(img image.Image, x, y int) color.RGBA {
	r, g, b, _ := img.At(x, y).RGBA()
	return color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 255}
}
