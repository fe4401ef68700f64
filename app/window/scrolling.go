package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"kindhum/app/theme"
)

// natural is a layout that knows how high its objects would be in a width where nothing had to scroll.
type natural interface {
	natural(all []fyne.CanvasObject, width float32) float32
}

// mostPasses is how often what is within one another is laid out: as often as wrapped texts and rows of controls
// are nested, and once more.
const mostPasses = 5

// highIn is how high an object is in a width. Wrapped texts and rows of controls know their height when they have
// been given their width, so it is laid out in it.
func highIn(o fyne.CanvasObject, width float32) float32 {
	if box, is := o.(*fyne.Container); is {
		if l, is := box.Layout.(natural); is {
			return l.natural(box.Objects, width)
		}
	}
	high := o.MinSize().Height
	for range mostPasses {
		o.Resize(fyne.NewSize(width, high))
		now := o.MinSize().Height
		if now == high {
			break
		}
		high = now
	}
	return high
}

// overflow is the layout of something that scrolls where it does not fit. Its least size is that of all it holds, so
// that who has the room gives it.
type overflow struct{}

// newOverflow is content that scrolls where it must, and what scrolls it.
func newOverflow(content fyne.CanvasObject) (*fyne.Container, *container.Scroll) {
	scroll := container.NewVScroll(content)
	return container.New(overflow{}, scroll), scroll
}

func (overflow) natural(all []fyne.CanvasObject, width float32) float32 {
	return highIn(all[0].(*container.Scroll).Content, width)
}

// Layout is Fyne's. The content has its width first, which its height comes from.
func (o overflow) Layout(all []fyne.CanvasObject, size fyne.Size) {
	scroll := all[0].(*container.Scroll)
	o.natural(all, size.Width)
	if scroll.Size() == size {
		scroll.Refresh()
		return
	}
	scroll.Resize(size)
}

// MinSize is Fyne's.
func (overflow) MinSize(all []fyne.CanvasObject) fyne.Size {
	return all[0].(*container.Scroll).Content.MinSize()
}

// outlinedWhole leaves room beneath controls for the last row of their outline, which an edge between two pixels of what
// scrolls them would cut.
func outlinedWhole(controls fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 2*theme.Outline, 0, 0), controls)
}

// stacked lays out what stays above and below something that scrolls. Where there is little room for that, they scroll
// too. Each of the three may be nil.
type stacked struct{ above, body, below fyne.CanvasObject }

// What the body has of the height at least, and what is below at most, where there is little.
const (
	leastBody = 0.3
	mostBelow = 0.45
)

// hardlyMore is what the body gives up besides: nobody scrolls for so little.
const hardlyMore = 24

// newStacked is a page: what stays above, the body, what stays below, which is the order of Tab too. The body knows by itself
// how to scroll.
func newStacked(above, body, below fyne.CanvasObject) *fyne.Container {
	l, objects := &stacked{body: body}, []fyne.CanvasObject{}
	if above != nil {
		l.above = newRevealed(above)
		objects = append(objects, l.above)
	}
	objects = append(objects, body)
	if below != nil {
		l.below = newRevealed(below)
		objects = append(objects, l.below)
	}
	return container.New(l, objects...)
}

// newRevealed is content that scrolls where it must, and so that whatever of it has the keys is seen.
func newRevealed(content fyne.CanvasObject) *fyne.Container {
	all, scroll := newOverflow(content)
	if box, is := content.(*fyne.Container); is {
		revealIn(scroll, box)
	}
	return all
}

// heights shares out a height.
func (l *stacked) heights(size fyne.Size) (above, body, below float32) {
	if l.above != nil {
		above = highIn(l.above, size.Width)
	}
	if l.below != nil {
		below = highIn(l.below, size.Width)
	}
	if least := size.Height * leastBody; size.Height-above-below < least {
		below = min(below, size.Height*mostBelow)
		if room := max(size.Height-below-least, 0); above > room+hardlyMore {
			above = room
		}
	}
	return above, size.Height - above - below, below
}

// Layout is Fyne's.
func (l *stacked) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if size.Height <= 0 {
		return
	}
	above, body, below := l.heights(size)
	y := float32(0)
	put := func(o fyne.CanvasObject, high float32) {
		if o != nil {
			o.Move(fyne.NewPos(0, y))
			o.Resize(fyne.NewSize(size.Width, high))
		}
		y += high
	}
	put(l.above, above)
	put(l.body, body)
	put(l.below, below)
}

// natural is the height of all three.
func (l *stacked) natural(_ []fyne.CanvasObject, width float32) float32 {
	high := float32(0)
	for _, o := range []fyne.CanvasObject{l.above, l.body, l.below} {
		if o != nil {
			high += highIn(o, width)
		}
	}
	return high
}

// MinSize is as wide as the widest of them; a body that scrolls asks for no height.
func (l *stacked) MinSize([]fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range []fyne.CanvasObject{l.above, l.below} {
		if o != nil {
			least := o.MinSize()
			size = fyne.NewSize(max(size.Width, least.Width), size.Height+least.Height)
		}
	}
	size.Width = max(size.Width, l.body.MinSize().Width)
	return size
}
