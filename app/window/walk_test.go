package window

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// box is a rectangle in the window.
type box struct{ x, y, right, bottom float32 }

func boxOf(at fyne.Position, size fyne.Size) box {
	return box{at.X, at.Y, at.X + size.Width, at.Y + size.Height}
}

func (b box) and(c box) box {
	return box{max(b.x, c.x), max(b.y, c.y), min(b.right, c.right), min(b.bottom, c.bottom)}
}

func (b box) empty() bool { return b.right-b.x <= slack || b.bottom-b.y <= slack }

// holds reports whether another one lies within it.
func (b box) holds(c box) bool {
	return c.x >= b.x-slack && c.y >= b.y-slack && c.right <= b.right+slack && c.bottom <= b.bottom+slack
}

// slack is what the rounding of sizes may take.
const slack = 1.1

// drawnText is a text that is drawn: where, the room it has, and what scrolls it.
type drawnText struct {
	text   string
	at     box // as it is measured
	room   box // of all it is drawn in, up to what scrolls it
	seen   box // that the window and what scrolls it let through
	scroll *container.Scroll
}

// walker looks at all that is drawn.
type walker struct {
	texts  []drawnText
	beyond []string // what does not fit, that is no text
}

// walk looks at an object and all in it. path is where it is, for messages.
func (w *walker) walk(o fyne.CanvasObject, at fyne.Position, room, seen box, scroll *container.Scroll) {
	if o == nil || !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	own := boxOf(at, o.Size())
	switch o := o.(type) {
	case *canvas.Text:
		w.text(o, at, room.and(own), seen, scroll)
	case *fyne.Container:
		for _, inside := range o.Objects {
			w.walk(inside, at, room.and(own), seen, scroll)
		}
	case *container.Scroll:
		if _, is := o.Content.(*fyne.Container); is && o.Direction == container.ScrollVerticalOnly {
			if need := o.Content.MinSize(); need.Width > o.Size().Width+slack || need.Height > o.Content.Size().Height+slack {
				w.beyond = append(w.beyond, fmt.Sprintf("what scrolls needs %v, and has %v", need, o.Content.Size()))
			}
		}
		inner := boxOf(at.Add(o.Content.Position()), o.Content.Size())
		inner.x, inner.right = max(inner.x, own.x), min(inner.right, own.right)
		if !room.holds(own) {
			w.beyond = append(w.beyond, fmt.Sprintf("what scrolls is at %v, with room in %v", own, room))
		}
		w.walk(o.Content, at, inner, seen.and(own), o)
	case *pill:
		if !room.holds(own) {
			w.beyond = append(w.beyond, fmt.Sprintf("the button %q is at %v, with room in %v", o.text, own, room))
		}
		w.inside(o, at, room.and(own), seen, scroll)
	case *slider:
		if !room.holds(own) || own.right-own.x < leastSlider {
			w.beyond = append(w.beyond, fmt.Sprintf("a slider is at %v, with room in %v", own, room))
		}
	case fyne.Widget:
		if e := entryOf(o); e != nil {
			f, is := o.(*field) // it grows as far as its bound
			w.entry(o, e.Text == "" || is && f.rows.shown < f.rows.most, at, room.and(own), seen, scroll)
			return
		}
		w.inside(o, at, room.and(own), seen, scroll)
	}
}

// leastSlider is how long a slider is at least, to be of use.
const leastSlider = 60

// entryOf is the entry that a widget is, or nil.
func entryOf(o fyne.Widget) *widget.Entry {
	switch o := o.(type) {
	case *widget.Entry:
		return o
	case *note:
		return &o.Entry
	case *field:
		return &o.Entry
	case *search:
		return &o.Entry
	case *findField:
		return &o.Entry
	case *diaryField:
		return &o.Entry
	}
	return nil
}

// inside walks what a widget draws.
func (w *walker) inside(o fyne.Widget, at fyne.Position, room, seen box, scroll *container.Scroll) {
	for _, in := range test.WidgetRenderer(o).Objects() {
		w.walk(in, at, room, seen, scroll)
	}
}

// entry looks at an entry: what is written scrolls in it, and what stands there at first must not have to. Of some all
// has to be seen.
func (w *walker) entry(e fyne.Widget, all bool, at fyne.Position, room, seen box, scroll *container.Scroll) {
	own := boxOf(at, e.Size())
	if !room.holds(own) {
		w.beyond = append(w.beyond, fmt.Sprintf("an entry is at %v, with room in %v", own, room))
	}
	if !all {
		return
	}
	in := &walker{}
	in.inside(e, at, own, seen, scroll)
	for _, t := range in.texts {
		t.room = own
		w.texts = append(w.texts, t)
	}
}

func (w *walker) text(t *canvas.Text, at fyne.Position, room, seen box, scroll *container.Scroll) {
	if strings.TrimSpace(t.Text) == "" {
		return
	}
	size, _ := fyne.CurrentApp().Driver().RenderedTextSize(t.Text, t.TextSize, t.TextStyle, t.FontSource)
	switch over := t.Size().Width - size.Width; t.Alignment {
	case fyne.TextAlignCenter:
		at.X += over / 2
	case fyne.TextAlignTrailing:
		at.X += over
	}
	at.Y += (t.Size().Height - size.Height) / 2
	w.texts = append(w.texts, drawnText{t.Text, boxOf(at, size), room, seen, scroll})
}

// faults are the texts that have not the room they need, and those that overlap.
func (w *walker) faults() []string {
	all := w.beyond
	for i, t := range w.texts {
		if !t.room.holds(t.at) {
			all = append(all, fmt.Sprintf("%q takes %v, and has %v", t.text, t.at, t.room))
		}
		for _, o := range w.texts[:i] {
			a, b := t.at, o.at
			if t.scroll != o.scroll {
				a, b = a.and(t.seen), b.and(o.seen)
			}
			if lap := a.and(b); !lap.empty() && !a.empty() && !b.empty() && lap.bottom-lap.y > lapped*(a.bottom-a.y) {
				all = append(all, fmt.Sprintf("%q at %v lies over %q at %v", t.text, a, o.text, b))
			}
		}
	}
	return all
}

// lapped is the part of a row's height that may lie on another row: its letters do not.
const lapped = 0.2

// look is the faults of all that a window shows now.
func lookAt(win fyne.Window) []string {
	c := win.Canvas()
	whole := boxOf(fyne.Position{}, c.Size())
	w := &walker{}
	w.walk(c.Content(), fyne.Position{}, whole, whole, nil)
	all := w.faults()
	if len(w.texts) == 0 {
		all = append(all, "nothing is drawn")
	}
	if top := c.Overlays().Top(); top != nil {
		over := &walker{}
		over.walk(top, fyne.Position{}, whole, whole, nil)
		all = append(all, over.faults()...)
	}
	return all
}

// lays has the window laid out as the driver does, until nothing changes any more.
func lays(win fyne.Window, size fyne.Size) {
	win.Resize(size)
	for range 3 {
		win.Content().Refresh()
	}
}

// TestTheWalkFindsWhatIsWrong breaks a screen in each of the ways that the walk is for.
func TestTheWalkFindsWhatIsWrong(t *testing.T) {
	test.NewTempApp(t)
	text := func(s string, x, y, wide float32) fyne.CanvasObject {
		o := canvas.NewText(s, nil)
		o.TextSize = 20
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(wide, 30))
		return o
	}
	for name, c := range map[string]struct {
		broken bool
		all    []fyne.CanvasObject
	}{
		"all is well":         {false, []fyne.CanvasObject{text("one", 0, 0, 100), text("two", 0, 30, 100)}},
		"one over another":    {true, []fyne.CanvasObject{text("one", 0, 0, 100), text("two", 10, 10, 100)}},
		"too narrow":          {true, []fyne.CanvasObject{text("one and two", 0, 0, 40)}},
		"beyond the window":   {true, []fyne.CanvasObject{text("one", 180, 0, 100)}},
		"beneath its end":     {true, []fyne.CanvasObject{text("one", 0, 190, 100)}},
		"too wide to scroll":  {true, []fyne.CanvasObject{scrolled(text("one and two", 0, 0, 300), 50)}},
		"as it should scroll": {false, []fyne.CanvasObject{scrolled(text("one", 0, 0, 60), 90)}},
	} {
		win := test.NewTempWindow(t, container.NewWithoutLayout(c.all...))
		win.SetPadded(false)
		win.Resize(fyne.NewSize(200, 200))
		if got := lookAt(win); (len(got) > 0) != c.broken {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func scrolled(o fyne.CanvasObject, wide float32) fyne.CanvasObject {
	s := container.NewVScroll(container.NewWithoutLayout(o))
	s.Content.Resize(fyne.NewSize(wide, 400))
	s.Resize(fyne.NewSize(wide, 100))
	return s
}
