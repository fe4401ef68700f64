package window

import (
	"fyne.io/fyne/v2"

	"kindhum/app/control"
)

// key carries out a key that no control has taken.
func (s *shell) key(e *fyne.KeyEvent) {
	s.stir()
	if s.overKey(e) {
		return
	}
	if s.stage.page != nil && e.Name != fyne.KeyF11 {
		s.pageKey(e)
		return
	}
	switch e.Name {
	case fyne.KeyF1:
		s.openKeys()
	case fyne.KeyH:
		s.openHelp()
	case fyne.KeyF11:
		s.fullScreen()
	case fyne.KeyUp:
		s.setVolume(s.kept.sound.Volume + volumeStep)
	case fyne.KeyDown:
		s.setVolume(s.kept.sound.Volume - volumeStep)
	case fyne.KeyM:
		s.mute()
	default:
		s.screenKey(e.Name)
	}
}

// pageKey is a key while a page is open: one of the page's own, or it leaves the page.
func (s *shell) pageKey(e *fyne.KeyEvent) {
	if s.page.key != nil && s.page.key(e.Name) {
		return
	}
	switch e.Name {
	case fyne.KeyEscape, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF1:
		if s.page.back != nil {
			s.page.back()
			return
		}
		s.closePage()
	case fyne.KeyH:
		s.openHelp()
	}
}

// screenKey is a key whose meaning is the screen's.
func (s *shell) screenKey(name fyne.KeyName) {
	switch {
	case s.shown.on == resting && (name == fyne.KeyReturn || name == fyne.KeyEnter):
		s.begin()
	case s.shown.on == resting && s.choose(name):
	case s.shown.on == ended && name == fyne.KeyEscape:
		s.rest()
	case s.shown.on == ended && name == fyne.KeyL:
		s.wish(control.MethodLonger) // while the last sound fades there is still time
	case s.shown.on == guided || s.shown.on == toned:
		s.playingKey(name)
	}
}

func (s *shell) playingKey(name fyne.KeyName) {
	switch name {
	case fyne.KeySpace:
		s.wish(control.MethodToggle)
	case fyne.KeyEscape:
		s.wish(control.MethodStop)
	case fyne.KeyL:
		s.wish(control.MethodLonger)
	case fyne.KeyE:
		if s.shown.on == guided {
			s.easeOrBack()
		}
	}
}

// letterKeys are the keys that letters stand for, which lie elsewhere on other keyboards.
var letterKeys = map[rune]fyne.KeyName{'?': fyne.KeyF1, '/': keyFind}

// letter is a letter that no control has taken.
func (s *shell) letter(r rune) {
	if name, is := letterKeys[r]; is {
		s.key(&fyne.KeyEvent{Name: name})
	}
}
