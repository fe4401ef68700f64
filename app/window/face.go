package window

import (
	"bytes"
	"slices"
	"sync"
	"unicode"

	"fyne.io/fyne/v2"
	"github.com/go-text/typesetting/font"
	"golang.org/x/text/unicode/norm"

	"kindhum/assets"
)

// typeface is what a text is drawn in, and so measured in: where the two differ, rows are clipped.
type typeface struct{ font fyne.Resource }

// usual is the typeface of the theme, which looks elsewhere for what it lacks.
var usual typeface

// kindly is the typeface of the kind lines and of titles, and the letters it has, in order.
var kindly = sync.OnceValue(func() (k struct {
	typeface
	has []rune
},
) {
	k.font = fyne.NewStaticResource("fraunces.ttf", assets.Face())
	parsed, err := font.ParseTTF(bytes.NewReader(assets.Face()))
	if err != nil {
		panic(err) // it is embedded, and a test reads it
	}
	for all := parsed.Cmap.Iter(); all.Next(); {
		r, _ := all.Char()
		k.has = append(k.has, r)
	}
	slices.Sort(k.has)
	return k
})

// kindlyFor is the typeface of the kind lines, where it can write all of a text, or else the usual one. A text is in
// one hand: what stands for a single letter of another alphabet would stand out, and a font of its own is
// looked up for it anew, with none to be sure of.
func kindlyFor(text string) typeface {
	k := kindly()
	for _, r := range text {
		if _, has := slices.BinarySearch(k.has, r); !has {
			return usual
		}
	}
	for _, r := range norm.NFC.String(text) { // the face has places for accents in the letters that carry them alone
		if _, has := slices.BinarySearch(k.has, r); !has || unicode.Is(unicode.Mn, r) {
			return usual
		}
	}
	return k.typeface
}

// measured is how wide a text is.
func (f typeface) measured(text string, size float32) float32 { return f.extent(text, size).Width }

// extent is how wide and how high a text is.
func (f typeface) extent(text string, size float32) fyne.Size {
	extent, _ := fyne.CurrentApp().Driver().RenderedTextSize(text, size, fyne.TextStyle{}, f.font)
	return extent
}
