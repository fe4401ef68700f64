package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// openPage is what a page that is open does by itself; what is nil it does not.
type openPage struct {
	title  string                  // its key; turnTo sets it
	update func()                  // something was changed
	key    func(fyne.KeyName) bool // a key that no control has taken; it reports whether it is one of the page's
	leave  func()
	stays  bool              // while another screen comes
	back   func()            // leads to the page that this one belongs to; nil closes it
	top    fyne.CanvasObject // stays under the title
	scroll *container.Scroll // of all the rest; turnTo makes it
}

func (p openPage) updated() {
	if p.update != nil {
		p.update()
	}
}

// turnTo shows a title and what belongs to it in place of everything else.
func (s *shell) turnTo(key string, body fyne.CanvasObject, page openPage) {
	again := s.page.title == key
	s.leavePage()
	title := newHeading()
	title.set(s.text.Text(key))
	done := s.pill(outlined, "done", s.closePage)
	if page.back != nil {
		done = s.pill(outlined, "back", page.back)
	}
	above := container.NewVBox(title, gap(4))
	if page.top != nil {
		above.Add(page.top)
	}
	inner, scroll := newOverflow(body)
	page.title, page.scroll = key, scroll
	s.page = page
	s.stage.open(newStacked(above, inner, container.NewVBox(gap(2), centredRow(done))))
	if again {
		s.stage.unveil() // it is the page that was there, made anew
	}
	s.win.Canvas().Unfocus()
}

// openPage shows a page that only is read.
func (s *shell) openPage(key string, body fyne.CanvasObject) { s.turnTo(key, body, openPage{}) }

func (s *shell) closePage() {
	s.leavePage()
	s.win.Canvas().Unfocus()
	s.stage.open(nil)
	s.arrange()
	s.wake()
}

// leavePage has the page that is open, if one is, put its things in order.
func (s *shell) leavePage() {
	page := s.page
	s.page = openPage{}
	if page.leave != nil {
		page.leave()
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

func (s *shell) openKeys() {
	box := container.New(layout.NewCustomPaddedVBoxLayout(-6)) // close enough for a small window
	for _, key := range []string{"begin", "choose", "pause", "end", "longer", "ease", "volume", "mute", "full", "read", "find", "help"} {
		box.Add(left(s.text.Text("key_" + key)))
	}
	s.openPage("keys", box)
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
