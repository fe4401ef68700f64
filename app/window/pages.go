package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// openPage is what a page that is open does by itself; what is nil it does not.
type openPage struct {
	title  string // its key; turnTo sets it
	update func() // something was changed
	keyed
	leave  func()
	stays  bool              // while another screen comes
	back   func()            // leads to the page that this one belongs to; nil closes it
	top    fyne.CanvasObject // stays under the title
	scroll *container.Scroll // of all the rest; turnTo makes it
	rows   func() []*pill    // of its list
	depth  int               // how many pages lie before it
	under  *layer            // the page that it lies on; nil is none
	opener fyne.Focusable    // what had the keys on the stage when it opened
}

// keyed is what the keys of a page do.
type keyed struct {
	place place // whose actions they are
	of    any   // what those are done with
}

func (p openPage) updated() {
	if p.update != nil {
		p.update()
	}
}

// turnTo shows a title and what belongs to it in place of everything else.
func (s *shell) turnTo(key string, body fyne.CanvasObject, page openPage) {
	again := s.page.title == key
	title := newHeading()
	title.set(s.text.Text(key))
	done := s.pill(outlined, "done", s.goBack)
	if page.back != nil || page.under != nil {
		done = s.pill(outlined, "back", s.goBack).tells("done")
	}
	above := container.NewVBox(title, gap(4))
	if page.top != nil {
		above.Add(page.top)
	}
	inner, scroll := newOverflow(body)
	scroll.OnScrolled = func(fyne.Position) { s.tips.gone() }
	page.title, page.scroll = key, scroll
	s.leavePage()
	s.show(newStacked(above, inner, container.NewVBox(gap(2), centredRow(done))), page)
	if again {
		s.stage.unveil() // it is the page that was there, made anew
	}
}

// show shows a page in place of everything else, when the one before was left. Who comes back to a page has the keys
// where they were.
func (s *shell) show(body fyne.CanvasObject, page openPage) {
	was := s.shown.left
	page.opener = was.opener
	if page.depth > was.depth {
		s.shown.trail[was.depth] = was.name
	}
	s.page = page
	s.stage.open(body)
	s.win.Canvas().Unfocus()
	if page.depth < was.depth {
		s.focusNamed(body, s.shown.trail[page.depth])
	}
}

// whence is where the person was when a page was left.
type whence struct {
	depth  int
	name   string // of what had the keys
	opener fyne.Focusable
}

// goBack leads to the page before, or to the stage.
func (s *shell) goBack() {
	switch {
	case s.page.under != nil:
		s.uncover(s.page.under)
	case s.page.back != nil:
		s.page.back()
	default:
		s.closePage()
	}
}

// openPage shows a page that only is read.
func (s *shell) openPage(key string, body fyne.CanvasObject) { s.turnTo(key, body, openPage{}) }

func (s *shell) closePage() {
	s.leavePage()
	s.win.Canvas().Unfocus()
	s.stage.open(nil)
	s.arrange()
	s.wake()
	s.goBackTo(s.shown.left.opener)
}

// leavePage has the page that is open, if one is, put its things in order.
func (s *shell) leavePage() {
	page, keys := s.page, s.win.Canvas().Focused()
	s.shown.left = whence{page.depth, nameOf(keys), page.opener}
	if s.stage.page == nil {
		s.shown.left.opener = keys
	}
	s.page = openPage{}
	call(page.leave)
	if page.under != nil {
		call(page.under.page.leave)
	}
}

// safetyText is the safety card.
func safetyText(s *shell) fyne.CanvasObject {
	box := container.NewVBox()
	for _, line := range s.text.Lines("safety") {
		box.Add(centred(line))
	}
	return box
}

func (s *shell) openSafety() {
	box := container.NewVBox()
	for _, line := range s.text.Lines("safety") {
		box.Add(left(line))
	}
	s.openPage("safety", box)
}

// openNotice says once what has happened to what is kept, if anything has.
func (s *shell) openNotice() {
	box := container.NewVBox(s.newTroubles()...)
	if notice := s.opts.Store.Notice(); notice != "" {
		box.Add(left(notice))
		s.remember(s.opts.Store.Told)
	}
	if len(box.Objects) > 0 {
		s.openPage("notice", box)
	}
}

func (s *shell) openAbout() {
	s.openPage("about", container.NewVBox(left(s.text.Text("about_text")), left("Kindhum "+s.opts.Version)))
}

// left is a text from the left, wrapped.
func left(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Wrapping = fyne.TextWrapWord
	return l
}
