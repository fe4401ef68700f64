package window

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"kindhum/app/theme"
)

// pillRows is in how many rows a label is broken at most.
const pillRows = 3

// broken is a text in the rows it was broken into last, and what for. The driver asks for sizes several times a frame,
// so all that is measured is kept.
type broken struct {
	text        string
	width, size float32 // a width of 0 is as wide as it needs
	rows        []string
	wide, high  float32 // of the widest row, and of each
}

// in breaks a text into rows of a width, no more than most; what is left over ends with an ellipsis.
func (b *broken) in(text string, width, size float32, most int) {
	b.inFace(usual, text, width, size, most)
}

// inFace is in, in a typeface; one text is always in the same.
func (b *broken) inFace(face typeface, text string, width, size float32, most int) {
	if b.rows != nil && b.text == text && b.width == width && b.size == size {
		return
	}
	all := face.extent(text, size)
	*b = broken{text: text, width: width, size: size, rows: []string{text}, wide: all.Width, high: all.Height}
	if width <= 0 || all.Width <= width {
		return
	}
	b.rows = face.wrapTo(text, width, size, most)
	if len(b.rows) > most {
		b.rows = b.rows[:most]
		b.rows[most-1] = face.cut(b.rows[most-1]+"…", width, size)
	}
	b.wide = 0
	for _, row := range b.rows {
		b.wide = max(b.wide, face.measured(row, size))
	}
}

// pillMeasure is how a rank is laid out, in device-independent pixels.
type pillMeasure struct {
	size           float32 // of its type, as usual
	beside, around float32 // free of the label: left and right of it, above and below it together
	wide, high     float32 // at least
}

func (r rank) measure() pillMeasure {
	switch r {
	case leading:
		return pillMeasure{theme.TypeLead, 56, 24, 148, theme.HitLead}
	case outlined:
		return pillMeasure{theme.TypeLabel, 30, 18, 0, theme.Hit}
	case option:
		return pillMeasure{theme.TypeLabel, 26, 15, 0, 34}
	}
	return pillMeasure{theme.TypeSmall, 14, 20, 0, theme.Hit}
}

// inRows is the label of a pill as it is broken, and how much room it was broken for.
type inRows struct {
	broken
	room   float32 // that all of the pill may take in width; 0 is any
	of     float32 // the room it was broken for
	beside float32 // what it leaves free left and right together
}

// within has the label broken into rows where it is wider than a width; 0 is any.
func (p *pill) within(width float32) {
	if p.inRows.room == width {
		return
	}
	was := p.lay().rows
	p.inRows.room = width
	if !slices.Equal(was, p.lay().rows) {
		p.Refresh()
	}
}

// lay breaks the label. It leaves half of the usual free beside it where that spares it being broken.
func (p *pill) lay() *inRows {
	m, l := p.rank.measure(), &p.inRows
	size := sized(m.size)
	if l.rows != nil && l.text == p.text && l.size == size && l.of == l.room {
		return l
	}
	width := float32(0)
	l.of, l.beside = l.room, m.beside
	if l.room > 0 {
		if measured(p.text, size) > l.room-m.beside {
			l.beside /= 2
		}
		width = max(l.room-l.beside, 1)
	}
	l.in(p.text, width, size, pillRows)
	return l
}

// CreateRenderer is Fyne's.
func (p *pill) CreateRenderer() fyne.WidgetRenderer {
	r := &pillRenderer{pill: p, back: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type pillRenderer struct {
	pill  *pill
	back  *canvas.Rectangle
	label []*canvas.Text
}

func (r *pillRenderer) Destroy() {}

func (r *pillRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.back}
	for _, row := range r.label {
		all = append(all, row)
	}
	return all
}

func (r *pillRenderer) Layout(size fyne.Size) {
	high := r.pill.lay().high
	r.back.Resize(size)
	r.back.CornerRadius = min(size.Height, max(high, 19)*2) / 2
	y := (size.Height - high*float32(len(r.label))) / 2
	for i, row := range r.label {
		row.Move(fyne.NewPos(0, y+float32(i)*high))
		row.Resize(fyne.NewSize(size.Width, high))
	}
}

// MinSize leaves room to hit.
func (r *pillRenderer) MinSize() fyne.Size {
	m, l := r.pill.rank.measure(), r.pill.lay()
	wide := l.wide + l.beside
	if l.room == 0 || m.wide <= l.room {
		wide = max(wide, m.wide)
	}
	around := m.around
	if len(l.rows) > 1 {
		around *= 2.0 / 3
	}
	return fyne.NewSize(wide, max(m.high, l.high*float32(len(l.rows))+around))
}

// Refresh takes the colours of the theme and of the pill's state.
func (r *pillRenderer) Refresh() {
	c, p := paletteNow(), r.pill
	fill, stroke, text := color.NRGBA{}, color.NRGBA{}, c.Quiet
	width := float32(0)
	switch p.rank {
	case outlined:
		text, stroke, width = c.Text, theme.Faded(c.Edge, 0.9), 1
	case leading:
		text, fill = c.OnAct, c.Act
	}
	if p.chosen {
		text, fill, stroke, width = c.Text, c.Hover, c.Edge, 1.5
	}
	if p.under {
		if p.rank == leading {
			fill = theme.Between(c.Act, c.OnAct, 0.08)
		} else {
			fill, text = c.Hover, c.Text
		}
	}
	if p.focused {
		stroke, width = c.Focus, 2
		if p.rank == leading {
			stroke = theme.Between(c.Ground, c.Text, 0.75)
		}
	}
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = theme.Faded(fill, p.part), theme.Faded(stroke, p.part), width
	r.back.Hidden = fill.A == 0 && width == 0
	r.back.Refresh()
	r.write(theme.Faded(text, p.part))
}

// write has the label in its rows.
func (r *pillRenderer) write(c color.Color) {
	rows := r.pill.lay().rows
	changed := len(rows) != len(r.label)
	r.label = moreRows(r.label, len(rows))[:len(rows)]
	for i, row := range r.label {
		row.Text, row.TextSize, row.Color = rows[i], sized(r.pill.rank.measure().size), c
		row.Hidden = r.pill.part == 0
		row.Refresh()
	}
	if changed {
		r.Layout(r.pill.Size())
	}
}
