package theme

import "image/color"

// Palette is the colours of one variant. All are opaque. Words stand at least 4.5:1 from whatever lies beneath them,
// and what shows a control, or that it has the keys, 3:1; where contrast is asked for, 7:1 and 4.5:1.
type Palette struct {
	Ground, Raised    color.NRGBA // the window, and what lies on it (menus, entries)
	Text, Quiet       color.NRGBA // words, and words that stand back
	Edge, Focus       color.NRGBA // outline of a control, and of the one that has the keys
	Act, OnAct, Hover color.NRGBA // the one button that leads on, its words, a touch of light
	Light             Light
}

// Light is the colours of the circle, from its heart outward; Far drifts toward Farther and back.
// Line is what fills the ring.
type Light struct{ Heart, Body, Far, Farther, Line color.NRGBA }

// Variant is which of the palettes: by day or by night, and as usual or with the contrast that some eyes need.
type Variant struct{ Light, Strong bool }

// Variants are all there are.
func Variants() []Variant {
	return []Variant{{}, {Light: true}, {Strong: true}, {Light: true, Strong: true}}
}

// String is a name for lists and messages.
func (v Variant) String() string {
	name := "dark"
	if v.Light {
		name = "light"
	}
	if v.Strong {
		name += ", strong"
	}
	return name
}

// Of is the palette of a variant.
func Of(v Variant) Palette {
	switch {
	case v.Light && v.Strong:
		return noon
	case v.Light:
		return day
	case v.Strong:
		return midnight
	}
	return night
}

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}

// All four are one room at different hours: the same lavender and peach, dimmed or in the sun.
var (
	night = Palette{
		Ground: rgb(0x14141f), Raised: rgb(0x1f1e2d),
		Text: rgb(0xeae5f1), Quiet: rgb(0xaca5be),
		Edge: rgb(0x757090), Focus: rgb(0xd9c8f5),
		Act: rgb(0xcdbdeb), OnAct: rgb(0x1b1828), Hover: rgb(0x2a283b),
		Light: Light{Heart: rgb(0xffe6d0), Body: rgb(0xd8b4d8), Far: rgb(0x6a70c0), Farther: rgb(0x4f8fae), Line: rgb(0xa796d6)},
	}
	day = Palette{
		Ground: rgb(0xf7f3ee), Raised: rgb(0xfffcf8),
		Text: rgb(0x38334c), Quiet: rgb(0x655f7b),
		Edge: rgb(0x7d7790), Focus: rgb(0x5b4f86),
		Act: rgb(0x5b4f86), OnAct: rgb(0xffffff), Hover: rgb(0xebe5e6),
		Light: Light{Heart: rgb(0xffe9cf), Body: rgb(0xf3c0b2), Far: rgb(0xc3b1e6), Farther: rgb(0xa5cbe0), Line: rgb(0x8d7abf)},
	}
	midnight = Palette{
		Ground: rgb(0x07070c), Raised: rgb(0x12111b),
		Text: rgb(0xffffff), Quiet: rgb(0xd8d2e6),
		Edge: rgb(0xb3accb), Focus: rgb(0xf1e8ff),
		Act: rgb(0xe9dfff), OnAct: rgb(0x07070c), Hover: rgb(0x29263a),
		Light: Light{Heart: rgb(0xfff3e6), Body: rgb(0xe8cbe8), Far: rgb(0x7c83d8), Farther: rgb(0x63a9cc), Line: rgb(0xd2c4fa)},
	}
	noon = Palette{
		Ground: rgb(0xffffff), Raised: rgb(0xffffff),
		Text: rgb(0x171226), Quiet: rgb(0x3d3753),
		Edge: rgb(0x544d6c), Focus: rgb(0x32236b),
		Act: rgb(0x3b2d70), OnAct: rgb(0xffffff), Hover: rgb(0xe9e4ef),
		Light: Light{Heart: rgb(0xffdcb0), Body: rgb(0xee9f8a), Far: rgb(0xa98fdd), Farther: rgb(0x7fb2d4), Line: rgb(0x5d45a0)},
	}
)
