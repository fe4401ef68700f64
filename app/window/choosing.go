package window

import (
	"strings"

	"fyne.io/fyne/v2"

	"kindhum/app/breath"
	"kindhum/app/theme"
)

// choosers are the keys of the first ten practices, in the order in which they are offered.
const choosers = "1234567890"

// How wide the words of a pill may be, or of a menu: on a page, at rest, where two rows of them have room, and where
// it has a row to itself in the smallest window.
const (
	pillWide   = 210
	restPill   = 180
	narrowPill = theme.LeastWidth - 2*theme.Margin - 10 - 26
)

// choose has the practice of a key as the next one. It reports whether the key is one of choosers; Return then begins,
// whatever had the keys before.
func (s *shell) choose(name fyne.KeyName) bool {
	i := strings.Index(choosers, string(name))
	if len(name) != 1 || i < 0 {
		return false
	}
	s.reread()
	s.win.Canvas().Unfocus()
	if all := s.opts.Library.All(); i < len(all) {
		s.setPractice(all[i].ID)
	}
	return true
}

func (s *shell) setPractice(id string) {
	to := s.kept.session
	to.Practice = id
	s.setSession(to)
}

// choosePractice shows the practices to choose from, the first ones with their keys.
func (s *shell) choosePractice() {
	s.reread()
	f := s.feet.rest
	var items []*fyne.MenuItem
	for i, p := range s.opts.Library.All() {
		key := "\u2007" // as wide as a digit
		if i < len(choosers) {
			key = choosers[i : i+1]
		}
		item := fyne.NewMenuItem(key+"\u2002"+cut(p.Title, sized(pillWide), sized(theme.TypeText)), func() { s.setPractice(p.ID) })
		item.Checked = p.ID == s.kept.session.Practice
		items = append(items, item)
	}
	items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(s.text.Text("words_more"), s.openWords))
	f.menu = s.popUp(f.practice, items)
	s.win.Canvas().Unfocus() // so that its keys come by overKey
}

// overKey is a key while something lies over all the rest: a dialog, or the menu of practices, which takes the key of
// a practice or one of its own. It reports whether that is so.
func (s *shell) overKey(e *fyne.KeyEvent) bool {
	if d := s.shown.book.asking; d != nil {
		if e.Name == fyne.KeyEscape {
			d.Hide()
		}
		return true
	}
	menu := s.feet.rest.menu
	if menu == nil || !menu.Visible() {
		return false
	}
	if s.choose(e.Name) {
		menu.Dismiss()
	} else {
		menu.TypedKey(e)
	}
	return true
}

// patternNow is the pattern of the next session: the one that is chosen, or the practice's own.
func (s *shell) patternNow() breath.Pattern {
	if p, err := breath.Parse(s.kept.session.Pattern); err == nil {
		return p
	}
	if p, err := s.opts.Library.Find(s.kept.session.Practice); err == nil {
		return p.Pattern
	}
	return breath.Default
}
