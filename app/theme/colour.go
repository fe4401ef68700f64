package theme

import (
	"image/color"
	"math"
)

// Faded is c at a part of its strength, 0..1; beyond that it is taken as the nearer end.
func Faded(c color.NRGBA, part float64) color.NRGBA {
	c.A = uint8(float64(c.A)*min(max(part, 0), 1) + 0.5)
	return c
}

// Between is the colour a part of the way from a to b, 0..1, in the numbers of sRGB as a screen blends them.
func Between(a, b color.NRGBA, part float64) color.NRGBA {
	mix := func(x, y uint8) uint8 { return uint8(float64(x) + part*(float64(y)-float64(x)) + 0.5) }
	return color.NRGBA{R: mix(a.R, b.R), G: mix(a.G, b.G), B: mix(a.B, b.B), A: mix(a.A, b.A)}
}

// Luminance is the relative luminance of an opaque colour, 0 (black) to 1 (white), as WCAG 2.2 defines it.
func Luminance(c color.NRGBA) float64 {
	part := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

// Contrast is the contrast ratio of two opaque colours, 1 to 21, as WCAG 2.2 defines it.
func Contrast(a, b color.NRGBA) float64 {
	x, y := Luminance(a), Luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}
