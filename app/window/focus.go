package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// named is a control that has a name which stands for it without what is around it.
type named interface {
	fyne.CanvasObject
	Name() string
}

// focus gives the keys to a control. Its tooltip waits until they come to it by Tab.
func (s *shell) focus(to fyne.Focusable) {
	s.tips.hush(func() { s.win.Canvas().Focus(to) })
}

// namedIn are the controls in a thing that are seen, from top to bottom.
func namedIn(o fyne.CanvasObject) (found []named) {
	if o == nil || !o.Visible() {
		return nil
	}
	switch o := o.(type) {
	case *stage:
		for _, inside := range o.seen() {
			found = append(found, namedIn(inside)...)
		}
	case named:
		found = append(found, o)
	case *fyne.Container:
		for _, inside := range o.Objects {
			found = append(found, namedIn(inside)...)
		}
	case *container.Scroll:
		found = namedIn(o.Content)
	}
	return found
}

// nameOf is the name of what has the keys, "" where nothing has or it has none.
func nameOf(f fyne.Focusable) string {
	if n, is := f.(named); is {
		return n.Name()
	}
	return ""
}

// focusNamed gives the keys to the control of a name in a thing, and reports whether there is one.
func (s *shell) focusNamed(in fyne.CanvasObject, name string) bool {
	for _, n := range namedIn(in) {
		if f, is := n.(fyne.Focusable); is && name != "" && n.Name() == name {
			s.focus(f)
			return true
		}
	}
	return false
}

// keepKeys returns what gives the keys, where something in a list has them now, to what is in its place when the list was made
// anew: that of the same name, or what followed it, or the last, or to nothing.
func (s *shell) keepKeys(list fyne.CanvasObject) func() {
	keys, was := s.win.Canvas().Focused(), namedIn(list)
	at := slices.IndexFunc(was, func(n named) bool { return any(n) == any(keys) })
	if at < 0 {
		return func() {}
	}
	return func() {
		all := namedIn(list)
		switch {
		case s.focusNamed(list, nameOf(keys)):
			return
		case len(all) == 0:
			s.win.Canvas().Unfocus() // or a key would go to what is there no more
			return
		}
		followed := max(len(was)-at-1, 1) // and is followed by as many now
		if f, is := all[max(len(all)-followed, 0)].(fyne.Focusable); is {
			s.focus(f)
		}
	}
}

// goBackTo gives the keys to what opened a page, where it is still there.
func (s *shell) goBackTo(opener fyne.Focusable) {
	if o, is := opener.(named); is && slices.Contains(namedIn(s.stage), o) {
		s.focus(opener)
	}
}

// pressNth presses a pill of several, if there are as many.
func pressNth(all []*pill, n int) {
	if n >= 0 && n < len(all) && all[n].press != nil {
		all[n].press()
	}
}

// rowKey goes from row to row of a page's list.
func (s *shell) rowKey(k stroke) {
	if s.page.rows == nil {
		return
	}
	rows := s.page.rows()
	at := slices.IndexFunc(rows, func(p *pill) bool { return p.focused })
	if len(rows) == 0 {
		return
	}
	switch k.name {
	case fyne.KeyUp:
		at--
	case fyne.KeyDown:
		at++
	case fyne.KeyHome:
		at = 0
	case fyne.KeyEnd:
		at = len(rows) - 1
	}
	s.focus(rows[min(max(at, 0), len(rows)-1)])
}

// scrollKey scrolls the page.
func (s *shell) scrollKey(k stroke) {
	scroll := s.page.scroll
	if scroll == nil {
		return
	}
	most := max(scroll.Content.MinSize().Height-scroll.Size().Height, 0)
	y, page := scroll.Offset.Y, max(scroll.Size().Height-scrollStep, scrollStep)
	switch k.name {
	case fyne.KeyUp:
		y -= scrollStep
	case fyne.KeyDown:
		y += scrollStep
	case fyne.KeyPageUp:
		y -= page
	case fyne.KeyPageDown:
		y += page
	case fyne.KeyHome:
		y = 0
	case fyne.KeyEnd:
		y = most
	}
	scroll.ScrollToOffset(fyne.NewPos(0, min(max(y, 0), most)))
}

// scrollStep is how far an arrow scrolls, in device-independent pixels.
const scrollStep = 48
