package window

import (
	"fyne.io/fyne/v2"

	"kindhum/app/theme"
)

// flow lays objects in rows, as many in a row as fit into the width, in the middle or from the left.
type flow struct {
	gap   float32
	left  bool
	width float32 // that it was last laid out in: what the next MinSize counts rows for
}

// Layout is Fyne's.
func (f *flow) Layout(all []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	y := float32(0)
	for _, row := range f.rows(all, size.Width) {
		wide, high := f.extent(row)
		x := (size.Width - wide) / 2
		if f.left {
			x = 0
		}
		for _, o := range row {
			own := o.MinSize()
			o.Resize(own)
			o.Move(fyne.NewPos(x, y+(high-own.Height)/2))
			x += own.Width + f.gap
		}
		y += high + f.gap
	}
}

// MinSize is as wide as the widest object, and as high as the rows at the width last given.
func (f *flow) MinSize(all []fyne.CanvasObject) fyne.Size {
	width := f.width
	if width == 0 {
		width = theme.LeastWidth - 2*theme.Margin
	}
	var size fyne.Size
	for i, row := range f.rows(all, width) {
		_, high := f.extent(row)
		if i > 0 {
			size.Height += f.gap
		}
		size.Height += high
		for _, o := range row {
			size.Width = max(size.Width, o.MinSize().Width)
		}
	}
	return size
}

// rows are the objects by rows. One that is wider than the width is told so, and may be broken in itself.
func (f *flow) rows(all []fyne.CanvasObject, width float32) [][]fyne.CanvasObject {
	var rows [][]fyne.CanvasObject
	used := float32(0)
	for _, o := range all {
		if !o.Visible() {
			continue
		}
		within(o, width)
		wide := o.MinSize().Width
		if len(rows) == 0 || used+f.gap+wide > width {
			rows, used = append(rows, nil), -f.gap
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], o)
		used += f.gap + wide
	}
	return rows
}

func (f *flow) extent(row []fyne.CanvasObject) (wide, high float32) {
	for i, o := range row {
		if i > 0 {
			wide += f.gap
		}
		wide += o.MinSize().Width
		high = max(high, o.MinSize().Height)
	}
	return wide, high
}
