package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"kindhum/app/theme"
)

// heading is a title in the middle, in the typeface of the kind lines.
type heading struct {
	widget.BaseWidget
	text *canvas.Text
	size float32 // of type, at a text size of 100 %
}

func newHeading() *heading {
	h := &heading{text: canvas.NewText("", nil), size: theme.TypeTitle}
	h.text.Alignment = fyne.TextAlignCenter
	h.ExtendBaseWidget(h)
	return h
}

func (h *heading) set(text string) { h.setIn(kindlyFor(text), text) }

// setCut shows as much of a text as has room in a width.
func (h *heading) setCut(text string, width float32) {
	face := kindlyFor(text)
	h.setIn(face, face.cut(text, width, h.text.TextSize))
}

func (h *heading) setIn(face typeface, text string) {
	if h.text.Text != text || h.text.FontSource != face.font {
		h.text.Text, h.text.FontSource = text, face.font
		h.Refresh()
	}
}

// Refresh takes the colours of the theme, and the size of text that is chosen.
func (h *heading) Refresh() {
	h.text.Color, h.text.TextSize = paletteNow().Text, sized(h.size)
	h.BaseWidget.Refresh()
}

// CreateRenderer is Fyne's.
func (h *heading) CreateRenderer() fyne.WidgetRenderer {
	h.text.Color, h.text.TextSize = paletteNow().Text, sized(h.size)
	return widget.NewSimpleRenderer(h.text)
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
