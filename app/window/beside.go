package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// within tells an object how wide it may be, where that is of use to it.
func within(o fyne.CanvasObject, width float32) {
	narrow, is := o.(interface{ within(float32) })
	if box, holds := o.(*fyne.Container); holds {
		narrow, is = box.Layout.(interface{ within(float32) })
	}
	if is {
		narrow.within(width)
	}
}

// wideOf is how wide an object is where it has all the room it can take.
func wideOf(o fyne.CanvasObject) float32 {
	switch o := o.(type) {
	case *pill:
		m := o.rank.measure()
		return max(measured(o.text, sized(m.size))+m.beside, m.wide)
	case *fyne.Container:
		f, is := o.Layout.(*flow)
		if !is {
			break
		}
		wide := float32(0)
		for _, inside := range o.Objects {
			if inside.Visible() {
				wide += wideOf(inside) + f.gap
			}
		}
		return max(wide-f.gap, 0)
	}
	return o.MinSize().Width
}

// beside lays two objects side by side: the second as wide as it is, the first in what is left. Where that would be
// less than a part of the width, the second stands beneath the first.
type beside struct {
	gap   float32
	under bool // the second stands beneath the first
}

// leastFirst is the part of the width that the first has at least.
const leastFirst = 0.44

// decide says which way they are laid out in a width, and how wide the second is.
func (b *beside) decide(all []fyne.CanvasObject, width float32) float32 {
	wide := wideOf(all[1])
	b.under = width-b.gap-wide < width*leastFirst
	if b.under {
		wide = width
	}
	within(all[1], wide)
	return wide
}

// Layout is Fyne's.
func (b *beside) Layout(all []fyne.CanvasObject, size fyne.Size) {
	if !all[1].Visible() {
		b.under = false
		all[0].Move(fyne.NewPos(0, 0))
		all[0].Resize(fyne.NewSize(size.Width, highIn(all[0], size.Width)))
		return
	}
	wide := b.decide(all, size.Width)
	if b.under {
		high := highIn(all[0], size.Width)
		all[0].Move(fyne.NewPos(0, 0))
		all[1].Move(fyne.NewPos(0, high+b.gap))
		own := fyne.NewSize(size.Width, highIn(all[1], size.Width))
		if _, is := all[1].(*pill); is {
			own = all[1].MinSize()
		}
		all[1].Resize(own)
		return
	}
	own := highIn(all[1], wide)
	all[1].Move(fyne.NewPos(size.Width-wide, (size.Height-own)/2))
	rest := size.Width - wide - b.gap
	high := highIn(all[0], rest)
	all[0].Move(fyne.NewPos(0, (size.Height-high)/2))
}

func (b *beside) natural(all []fyne.CanvasObject, width float32) float32 {
	if !all[1].Visible() {
		return highIn(all[0], width)
	}
	wide := b.decide(all, width)
	if b.under {
		return highIn(all[0], width) + b.gap + highIn(all[1], width)
	}
	return max(highIn(all[0], width-wide-b.gap), highIn(all[1], wide))
}

// MinSize is Fyne's.
func (b *beside) MinSize(all []fyne.CanvasObject) fyne.Size {
	size := all[0].MinSize()
	switch own := all[1].MinSize(); {
	case !all[1].Visible():
	case b.under:
		size = fyne.NewSize(max(size.Width, own.Width), size.Height+b.gap+own.Height)
	default:
		size.Height = max(size.Height, own.Height)
	}
	return size
}

// labelled lays out a label and what it is of: side by side, so that all of a page begin at the same place, or where
// that would be narrow one beneath the other.
type labelled struct{ under bool }

// The width of a label, and the part of the width that it may take.
const (
	labelWide = 92
	mostLabel = 0.34
)

func newLabelled(label, body fyne.CanvasObject) *fyne.Container {
	return container.New(&labelled{}, label, body)
}

// decide says which way they are laid out in a width, and how wide the label is then.
func (l *labelled) decide(all []fyne.CanvasObject, width float32) float32 {
	wide := sized(labelWide)
	l.under = wide > width*mostLabel || all[0].MinSize().Width > wide
	if l.under {
		return width
	}
	return wide
}

// Layout is Fyne's.
func (l *labelled) Layout(all []fyne.CanvasObject, size fyne.Size) {
	wide := l.decide(all, size.Width)
	label := all[0].MinSize().Height
	all[0].Resize(fyne.NewSize(wide, label))
	all[0].Move(fyne.NewPos(0, 0))
	if l.under {
		all[1].Move(fyne.NewPos(0, label))
		all[1].Resize(fyne.NewSize(size.Width, highIn(all[1], size.Width)))
		return
	}
	all[1].Move(fyne.NewPos(wide, 0))
	all[1].Resize(fyne.NewSize(size.Width-wide, max(highIn(all[1], size.Width-wide), size.Height)))
}

func (l *labelled) natural(all []fyne.CanvasObject, width float32) float32 {
	wide, label := l.decide(all, width), all[0].MinSize().Height
	if l.under {
		return label + highIn(all[1], width)
	}
	return max(label, highIn(all[1], width-wide))
}

// MinSize is Fyne's.
func (l *labelled) MinSize(all []fyne.CanvasObject) fyne.Size {
	label, body := all[0].MinSize(), all[1].MinSize()
	if l.under {
		return fyne.NewSize(body.Width, label.Height+body.Height)
	}
	return fyne.NewSize(body.Width, max(label.Height, body.Height))
}

// cell is the layout of something as wide as it is said to be, or as there is room, and as high as it must be.
type cell struct{ wide, most float32 }

func (c *cell) within(width float32) { c.most = width }

// Layout is Fyne's.
func (c *cell) Layout(all []fyne.CanvasObject, size fyne.Size) { all[0].Resize(size) }

// MinSize is Fyne's.
func (c *cell) MinSize(all []fyne.CanvasObject) fyne.Size {
	wide := c.wide
	if c.most > 0 {
		wide = min(wide, c.most)
	}
	least := all[0].MinSize()
	return fyne.NewSize(max(wide, least.Width), max(least.Height, 38))
}
