package window

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// column lays objects under one another, as wide as there is room. One of them takes what is left of the height.
type column struct {
	gap   float32
	grows fyne.CanvasObject
}

// Layout is Fyne's. How high a wrapped text is depends on its width, which it is given first.
func (c *column) Layout(all []fyne.CanvasObject, size fyne.Size) {
	left, n := size.Height, 0
	for _, o := range all {
		if o.Visible() {
			n++
			if o != c.grows {
				left -= highIn(o, size.Width)
			}
		}
	}
	left -= c.gap * float32(max(n-1, 0))
	y := float32(0)
	for _, o := range all {
		if !o.Visible() {
			continue
		}
		high := max(left, 0)
		if o != c.grows {
			high = highIn(o, size.Width)
		}
		o.Resize(fyne.NewSize(size.Width, high))
		o.Move(fyne.NewPos(0, y))
		y += high + c.gap
	}
}

func (c *column) natural(all []fyne.CanvasObject, width float32) float32 {
	high := float32(0)
	for i, o := range all {
		if o.Visible() {
			high += highIn(o, width)
			if i > 0 {
				high += c.gap
			}
		}
	}
	return high
}

// MinSize is that of all of them, but of what grows no height.
func (c *column) MinSize(all []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range all {
		if !o.Visible() {
			continue
		}
		least := o.MinSize()
		size.Width = max(size.Width, least.Width)
		if o != c.grows {
			size.Height += least.Height
		}
		if i > 0 {
			size.Height += c.gap
		}
	}
	return size
}

// steady gives a wrapped text the height that the longest of some texts takes, so that nothing moves when
// another of them is shown.
type steady struct {
	texts []string
	width float32 // that it was last laid out in
}

// Layout is Fyne's.
func (s *steady) Layout(all []fyne.CanvasObject, size fyne.Size) {
	s.width = size.Width
	all[0].Resize(fyne.NewSize(size.Width, 0))
	high := min(all[0].MinSize().Height, size.Height)
	all[0].Resize(fyne.NewSize(size.Width, high))
	all[0].Move(fyne.NewPos(0, (size.Height-high)/2))
}

// MinSize is Fyne's.
func (s *steady) MinSize(all []fyne.CanvasObject) fyne.Size {
	size, rows := all[0].MinSize(), 1
	for _, text := range s.texts {
		rows = max(rows, len(wrap(text, s.width-2*fynetheme.InnerPadding(), fynetheme.TextSize())))
	}
	row := fyne.MeasureText("A", fynetheme.TextSize(), fyne.TextStyle{}).Height
	if s.width > 0 {
		size.Height = max(size.Height, float32(rows)*row+2*fynetheme.InnerPadding())
	}
	return size
}
