package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"kindhum/app/theme"
)

// The measures of a tooltip, in device-independent pixels.
const (
	tipWide = 300 // at most
	tipSide = 10  // beside its words
	tipOver = 6   // above and below them
)

// tipBox is the words of a tooltip on what they lie on. It takes neither the pointer nor the keys.
type tipBox struct {
	widget.BaseWidget
	back *canvas.Rectangle
	rows []*canvas.Text
	part float64
}

func newTipBox() *tipBox {
	b := &tipBox{back: canvas.NewRectangle(nil)}
	b.back.CornerRadius, b.back.StrokeWidth = theme.Corner/2, theme.Outline
	b.ExtendBaseWidget(b)
	b.Hide()
	return b
}

// set wraps a text into a window of a width, and takes the size that it needs.
func (b *tipBox) set(text string, window float32) {
	size := sized(theme.TypeSmall)
	most := min(tipWide, window-2*tipAway) - 2*tipSide
	b.rows, b.part = nil, 0
	wide, high := float32(0), fyne.MeasureText("A", size, fyne.TextStyle{}).Height
	for _, line := range strings.Split(text, "\n") {
		for _, row := range wrap(line, most, size) {
			t := canvas.NewText(row, nil)
			t.TextSize = size
			t.Move(fyne.NewPos(tipSide, tipOver+float32(len(b.rows))*high))
			t.Resize(fyne.NewSize(t.MinSize().Width, high))
			wide = max(wide, t.MinSize().Width)
			b.rows = append(b.rows, t)
		}
	}
	b.Resize(fyne.NewSize(wide+2*tipSide, float32(len(b.rows))*high+2*tipOver))
	b.Refresh()
	b.Show()
}

func (b *tipBox) hide() {
	b.rows = nil
	b.Hide()
}

// strengthen shows it at a part of its strength.
func (b *tipBox) strengthen(part float64) {
	if b.part != part {
		b.part = part
		b.Refresh()
	}
}

// text is what it says.
func (b *tipBox) text() string {
	var rows []string
	for _, t := range b.rows {
		rows = append(rows, t.Text)
	}
	return strings.Join(rows, " ")
}

// CreateRenderer is Fyne's.
func (b *tipBox) CreateRenderer() fyne.WidgetRenderer { return &tipRenderer{b} }

type tipRenderer struct{ b *tipBox }

func (r *tipRenderer) Destroy()              {}
func (r *tipRenderer) MinSize() fyne.Size    { return fyne.Size{} }
func (r *tipRenderer) Layout(size fyne.Size) { r.b.back.Resize(size) }

func (r *tipRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.b.back}
	for _, t := range r.b.rows {
		all = append(all, t)
	}
	return all
}

// Refresh takes the colours of the theme.
func (r *tipRenderer) Refresh() {
	c, b := paletteNow(), r.b
	b.back.FillColor, b.back.StrokeColor = theme.Faded(c.Raised, b.part), theme.Faded(c.Edge, b.part)
	b.back.Refresh()
	for _, t := range b.rows {
		t.Color = theme.Faded(c.Text, b.part)
		t.Refresh()
	}
}
