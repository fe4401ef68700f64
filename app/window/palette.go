package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// palette is the colours of one variant. Text colours stand at least 4.5:1 from the background, controls 3:1.
type palette struct {
	ground, raised    color.NRGBA // the window, and what lies on it (menus, entries)
	text, quiet       color.NRGBA // words, and words that stand back
	edge, focus       color.NRGBA // outline of a control, and of the one that has the keys
	act, onAct, hover color.NRGBA // the one button that leads on, its words, a touch of light
	light             light
}

// light is the colours of the circle, from its heart outward; far drifts toward farther and back.
// line is what fills the ring.
type light struct{ heart, body, far, farther, line color.NRGBA }

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}

// night and day are one room at two hours: the same lavender and peach, dimmed or in the sun.
var (
	night = palette{
		ground: rgb(0x14141f), raised: rgb(0x1f1e2d),
		text: rgb(0xeae5f1), quiet: rgb(0xaca5be),
		edge: rgb(0x757090), focus: rgb(0xd9c8f5),
		act: rgb(0xcdbdeb), onAct: rgb(0x1b1828), hover: rgb(0x2a283b),
		light: light{heart: rgb(0xffe6d0), body: rgb(0xd8b4d8), far: rgb(0x6a70c0), farther: rgb(0x4f8fae), line: rgb(0xa796d6)},
	}
	day = palette{
		ground: rgb(0xf7f3ee), raised: rgb(0xfffcf8),
		text: rgb(0x38334c), quiet: rgb(0x655f7b),
		edge: rgb(0x7d7790), focus: rgb(0x5b4f86),
		act: rgb(0x5b4f86), onAct: rgb(0xffffff), hover: rgb(0xebe5e6),
		light: light{heart: rgb(0xffe9cf), body: rgb(0xf3c0b2), far: rgb(0xc3b1e6), farther: rgb(0xa5cbe0), line: rgb(0x8d7abf)},
	}
)

// paletteNow is the palette of the variant that the system asks for.
func paletteNow() palette {
	if fyne.CurrentApp().Settings().ThemeVariant() == theme.VariantLight {
		return day
	}
	return night
}

// faded is c at a part (0..1) of its strength.
func faded(c color.NRGBA, part float64) color.NRGBA {
	c.A = uint8(float64(c.A)*min(max(part, 0), 1) + 0.5)
	return c
}

// between is the colour a part (0..1) of the way from a to b.
func between(a, b color.NRGBA, part float64) color.NRGBA {
	mix := func(x, y uint8) uint8 { return uint8(float64(x) + part*(float64(y)-float64(x)) + 0.5) }
	return color.NRGBA{R: mix(a.R, b.R), G: mix(a.G, b.G), B: mix(a.B, b.B), A: mix(a.A, b.A)}
}
