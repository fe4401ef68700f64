package window

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"kindhum/app/theme"
)

// heading is a title in the middle, in the typeface of the kind lines and in as many rows as it needs.
type heading struct {
	widget.BaseWidget
	text   string
	size   float32 // of its type, at a text size of 100 %
	face   typeface
	rows   []*canvas.Text
	broken broken
}

func newHeading() *heading { return headingOf(theme.TypeTitle) }

// headingOf is a heading in a size of type.
func headingOf(size float32) *heading {
	h := &heading{size: size}
	h.ExtendBaseWidget(h)
	return h
}

func (h *heading) set(text string) {
	if h.text != text {
		h.text, h.face = text, kindlyFor(text)
		h.Refresh()
	}
}

// setSize changes the size of its type.
func (h *heading) setSize(size float32) {
	if h.size != size {
		h.size = size
		h.Refresh()
	}
}

// lay breaks the text.
func (h *heading) lay() *broken {
	h.broken.inFace(h.face, h.text, h.Size().Width, sized(h.size), math.MaxInt)
	return &h.broken
}

// CreateRenderer is Fyne's.
func (h *heading) CreateRenderer() fyne.WidgetRenderer {
	r := &headingRenderer{h}
	r.Refresh()
	return r
}

type headingRenderer struct{ h *heading }

func (r *headingRenderer) Destroy() {}

// MinSize is as high as it is in its width.
func (r *headingRenderer) MinSize() fyne.Size {
	return fyne.NewSize(1, r.h.lay().high*float32(max(len(r.h.lay().rows), 1)))
}

func (r *headingRenderer) Objects() []fyne.CanvasObject {
	all := make([]fyne.CanvasObject, len(r.h.rows))
	for i, row := range r.h.rows {
		all[i] = row
	}
	return all
}

// Layout breaks the text anew where its width is another one.
func (r *headingRenderer) Layout(size fyne.Size) {
	r.write()
	high := r.h.lay().high
	y := (size.Height - high*float32(len(r.h.rows))) / 2
	for i, row := range r.h.rows {
		row.Move(fyne.NewPos(0, y+float32(i)*high))
		row.Resize(fyne.NewSize(size.Width, high))
	}
}

// Refresh takes the colours of the theme.
func (r *headingRenderer) Refresh() {
	r.Layout(r.h.Size())
	for _, row := range r.h.rows {
		row.Refresh()
	}
}

func (r *headingRenderer) write() {
	h, lines := r.h, r.h.lay().rows
	h.rows = moreRows(h.rows, len(lines))[:len(lines)]
	for i, row := range h.rows {
		row.Text, row.TextSize, row.Color, row.FontSource = lines[i], sized(h.size), paletteNow().Text, h.face.font
	}
}

// centred is a text in the middle, wrapped.
func centred(text string) *widget.Label {
	l := widget.NewLabelWithStyle(text, fyne.TextAlignCenter, fyne.TextStyle{})
	l.Wrapping = fyne.TextWrapWord
	return l
}

// centredRow is controls side by side in the middle, in more rows where they need them.
func centredRow(all ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flow{gap: 6}, all...)
}

// gap is room between two things in a column.
func gap(high float32) fyne.CanvasObject {
	return container.NewGridWrap(fyne.NewSize(1, high), layout.NewSpacer())
}
