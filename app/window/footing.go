package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindhum/app/theme"
)

// footing lays out the foot of a screen: what is told at its top, what is to be done next, and what else there is at
// its bottom. Where there is not room for all, what is to be done next stays in sight, and the rest scrolls.
type footing struct {
	told, next, rest fyne.CanvasObject // next may be nil
	gap              float32           // beneath next
}

// leastRest is the part of what is left that the rest has at least.
const leastRest = 0.42

func newFooting(l *footing) *fyne.Container {
	all := container.New(l, l.told)
	if l.next != nil {
		all.Add(l.next)
	}
	all.Add(l.rest)
	return all
}

// heights are those of all three in a width where nothing has to scroll.
func (l *footing) heights(width float32) (told, next, rest float32) {
	if l.next != nil {
		next = highIn(l.next, width) + l.gap
	}
	return highIn(l.told, width), next, highIn(l.rest, width)
}

func (l *footing) natural(_ []fyne.CanvasObject, width float32) float32 {
	told, next, rest := l.heights(width)
	return told + theme.Gap + next + rest
}

// Layout is Fyne's.
func (l *footing) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	told, next, rest := l.heights(size.Width)
	left := max(size.Height-theme.Gap-next, 0)
	if told+rest > left {
		rest = min(rest, max(left-told, left*leastRest))
		told = left - rest
	}
	put := func(o fyne.CanvasObject, y, high float32) {
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, high))
	}
	put(l.told, 0, told)
	if l.next != nil {
		put(l.next, size.Height-rest-next, next-l.gap)
	}
	put(l.rest, size.Height-rest, rest)
}

// MinSize is Fyne's: that of all of it.
func (l *footing) MinSize(all []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range all {
		least := o.MinSize()
		size = fyne.NewSize(max(size.Width, least.Width), size.Height+least.Height)
	}
	if l.next != nil {
		size.Height += l.gap
	}
	size.Height += theme.Gap
	return size
}

// over lays objects over one another, of which one is seen.
type over struct{}

func (over) natural(all []fyne.CanvasObject, width float32) (high float32) {
	for _, o := range all {
		if o.Visible() {
			high = max(high, highIn(o, width))
		}
	}
	return high
}

// Layout is Fyne's.
func (over) Layout(all []fyne.CanvasObject, size fyne.Size) {
	for _, o := range all {
		if o.Visible() {
			o.Resize(size)
		}
	}
}

// MinSize is Fyne's.
func (over) MinSize(all []fyne.CanvasObject) (size fyne.Size) {
	for _, o := range all {
		if o.Visible() {
			size = size.Max(o.MinSize())
		}
	}
	return size
}
