package window

import (
	"fyne.io/fyne/v2"

	"kindhum/app/store"
	"kindhum/app/theme"
)

// The sizes of what is said in a session, as usual.
const (
	lineRows = 3 // that a line has room for
)

// setTextSize has the words of a session in a size, in per cent, at once.
func (s *stage) setTextSize(percent int) {
	scale := float32(min(max(percent, store.MinTextSize), store.MaxTextSize)) / store.UsualTextSize
	if s.scale() == scale {
		return
	}
	s.word.setSize(theme.TypeWord * scale)
	s.line.setSize(theme.TypeLine * scale)
	s.Refresh()
}

// scale is the size of the words, where 1 is as usual.
func (s *stage) scale() float32 { return s.line.size / theme.TypeLine }

// wordHigh is how high the one word for the breath is.
func (s *stage) wordHigh() float32 { return max(28, s.word.rowHeight()) }

// wordsMore is how much more room the words need than as usual: larger ones take larger rows, and more of them.
func (s *stage) wordsMore() float32 {
	scale := s.scale()
	if scale <= 1 {
		return 0
	}
	return s.wordHigh() - 28 + lineRows*rowHigh(theme.TypeLine)*(scale*scale-1)
}

// seenOf is how many letters of a line are seen in a session where the window is as small as it can be, and
// whether that is all of it.
func (s *shell) seenOf(text string) (letters int, all bool) {
	small := fyne.NewSize(theme.LeastWidth, theme.LeastHeight)
	top, side := s.stage.lightPlace(small, guided)
	beneath := s.feet.guide.all.MinSize().Height + 10 + 46
	room := fyne.NewSize(small.Width-2*theme.Margin, small.Height-beneath-top-side-s.stage.wordHigh()-8)
	face := s.stage.line.face(text)
	rows, size := face.fit(text, room.Width, room.Height, s.stage.line.size)
	if len(face.wrapTo(text, room.Width, size, len(rows))) <= len(rows) {
		return len([]rune(text)), true
	}
	for _, row := range rows {
		letters += len([]rune(row))
	}
	return letters, false
}
