package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// option is a pill of several, or one that is on or off, with a text of its own.
func (s *shell) option(text string, press func()) *pill {
	return s.choice(option, text, press)
}

// choice is a pill of a rank, with a text of its own.
func (s *shell) choice(r rank, text string, press func()) *pill {
	p := newPill(r, text, press)
	p.other, p.stir, p.gained, p.tips = s.key, s.stir, s.reveal, s.tips
	return p
}

// button is a pill with the text of a key that comes into sight when the keys come to it.
func (s *shell) button(key string, press func()) *pill {
	p := s.pill(outlined, key, press)
	p.gained = s.reveal
	return p
}

// quiet is a text of one row that stands back.
func quiet(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Importance = widget.LowImportance
	return l
}

// caption is a text that stands back, in as many rows as it needs.
func caption(text string) *widget.Label {
	l := left(text)
	l.Importance = widget.LowImportance
	return l
}

// quietLines is a small text that stands back, in as many rows as it needs.
func quietLines(text string) *widget.Label {
	l := left(text)
	l.Importance, l.SizeName = widget.LowImportance, fynetheme.SizeNameCaptionText
	return l
}

// said is a place for a line about what happened; it takes no room while there is none.
func said() *widget.Label {
	l := left("")
	l.Hide()
	return l
}

// note shows a line in such a place, "" is none. What is around it makes room.
func (s *shell) note(l *widget.Label, line string) {
	if l.Text == line && l.Visible() == (line != "") {
		return
	}
	l.SetText(line)
	reveal(l, line != "")
	s.relay()
}

// named is a label and what belongs to it.
func (s *shell) named(key string, body fyne.CanvasObject) fyne.CanvasObject {
	return newLabelled(quiet(s.text.Text(key)), body)
}

// inset leaves room beside a page for what scrolls it.
func inset(body fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 0, 0, 10), body)
}

// reveal scrolls the page so that what has the keys is seen.
func (s *shell) reveal(o fyne.CanvasObject) {
	if scroll := s.page.scroll; scroll != nil {
		show(scroll, o)
	}
}

// revealIn has the pills in some content show themselves in what scrolls it when the keys come to them.
func revealIn(scroll *container.Scroll, content *fyne.Container) {
	for _, o := range content.Objects {
		switch o := o.(type) {
		case *pill:
			o.gained = func(p fyne.CanvasObject) { show(scroll, p) }
		case *fyne.Container:
			revealIn(scroll, o)
		}
	}
}

// show scrolls so that an object is seen.
func show(scroll *container.Scroll, o fyne.CanvasObject) {
	if top, there := placeIn(scroll.Content, o); there {
		showPart(scroll, top, o.Size().Height)
	}
}

// showPart scrolls so that so much is seen of what is so far down.
func showPart(scroll *container.Scroll, top, high float32) {
	y := top - scroll.Offset.Y
	switch beyond := y + high - scroll.Size().Height; {
	case y < 0:
		scroll.ScrollToOffset(fyne.NewPos(0, top))
	case beyond > 0:
		scroll.ScrollToOffset(fyne.NewPos(0, scroll.Offset.Y+min(beyond, y)))
	}
}

// placeIn is how far down in a thing another one is that is seen. The driver knows that only of what was drawn before.
func placeIn(all, o fyne.CanvasObject) (float32, bool) {
	_, top, there := scrollOf(all, o, nil)
	return top, there
}
