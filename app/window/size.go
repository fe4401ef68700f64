package window

import (
	"fyne.io/fyne/v2"

	"kindhum/app/theme"
)

// lineRows is how many rows a line has room for, in the usual size.
const lineRows = 3

// setTextSize has the words of a session in a size, in per cent, at once.
func (s *stage) setTextSize(percent int) {
	scale := typeScale(percent)
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

// noticeHigh is how high a notice of some rows is.
func noticeHigh(rows float32) float32 { return rows * (rowHigh(sized(theme.TypeLabel)) + 1) }

// seenOf is how many letters of a line are seen in a session where the window is as small as it can be, and
// whether that is all of it.
func (s *shell) seenOf(text string) (letters int, all bool) {
	small := fyne.NewSize(theme.LeastWidth, theme.LeastHeight)
	p := s.stage.plan(small, s.feet.guide.all, guided)
	room := fyne.NewSize(small.Width-2*theme.Margin, p.line)
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
