package window

import "fyne.io/fyne/v2"

// openMenu shows what else there is.
func (s *shell) openMenu() {
	item := func(key string, act func()) *fyne.MenuItem { return fyne.NewMenuItem(s.text.Text(key), act) }
	var items []*fyne.MenuItem
	switch s.shown.on {
	case resting:
		items = append(items, item("begin_tone", s.tone), item("pattern", s.openPatterns), item("save", s.openSave))
	case ended:
		items = append(items, item("back_to_rest", s.rest), item("sound", s.openSound), item("save", s.openSave))
	default:
		items = append(items, item("sound", s.openSound))
	}
	full := item("full_screen", s.fullScreen)
	full.Checked = s.win.FullScreen()
	items = append(items, item("words", s.openWords), item("settings", s.openSettings), full, item("language", s.openLanguage), fyne.NewMenuItemSeparator(),
		item("journal", s.feet.diary.open), item("help", s.openHelp), item("safety", s.openSafety), item("keys", s.openKeys), item("about", s.openAbout))
	s.popUp(s.stage.menu, items)
}

// rest leaves the card after a session.
func (s *shell) rest() {
	if s.shown.on != ended {
		return
	}
	s.shown.on = resting
	s.changed(ended, s.now())
	s.follow.take(s.shown.snap, false, s.now())
	s.arrange()
	s.wake()
}

func (s *shell) fullScreen() { s.win.SetFullScreen(!s.win.FullScreen()) }
