package window

import (
	"fyne.io/fyne/v2"

	"kindhum/app/theme"
)

// plan is where everything on the stage stands from top to bottom, in device-independent pixels.
type plan struct {
	top, light         float32 // where the light begins, and its side
	word, line, notice float32 // heights; at rest and at the end there is no word and no line
	foot               float32 // its height
}

// The light that is left where all the rest needs the room: a part of the height, and its bounds.
const (
	lastLight = 0.15
	minLight  = 38
	maxLight  = 96
)

// What is left free: beneath a word, between the foot and the notice, and beneath the last of them.
const (
	wordGap   = 8
	noticeGap = 2
	footGap   = 10
)

// plan shares the height out. Where a foot needs more of it than there is the light shrinks first, then the notice has
// one row for two, and then the foot scrolls.
func (s *stage) plan(size fyne.Size, foot fyne.CanvasObject, on screen) plan {
	p := plan{}
	p.top, p.light = s.lightPlace(size, on)
	need := highIn(foot, min(size.Width-2*theme.Margin, theme.Column))
	lightless := min(max(size.Height*lastLight, minLight), maxLight)
	if on == resting || on == ended {
		p.notice = noticeHigh(1)
		room := size.Height - p.notice - 6
		if !s.small || sized(1) > 1 || size.Height < theme.LeastHeight {
			p.shrink(room-need, lightless)
		}
		p.foot = max(room-p.top-p.light, 0)
		return p
	}
	p.word, p.notice = s.wordHigh(), noticeHigh(2)
	others := func() float32 { return p.word + wordGap + p.notice + noticeGap + footGap }
	line := lineRows*rowHigh(theme.TypeLine) - noticeGap // the last row has room beneath its letters
	if on == toned {
		line = rowHigh(theme.TypeLine) // what is said there is short
	}
	p.shrink(size.Height-others()-need-line, lightless)
	if p.left(size, others()) < need+rowHigh(theme.TypeLine)-noticeGap {
		p.notice = noticeHigh(1)
	}
	p.foot = max(min(need, p.left(size, others())-rowHigh(theme.TypeLine)), 0)
	p.line = max(p.left(size, others())-p.foot, rowHigh(theme.TypeLine))
	return p
}

// left is what is left beneath the light for the line and the foot.
func (p *plan) left(size fyne.Size, others float32) float32 {
	return size.Height - p.top - p.light - others
}

// shrink has the light end at a height, if it can be so small.
func (p *plan) shrink(end, least float32) {
	const above = 4
	if p.top+p.light <= end {
		return
	}
	p.light = min(p.light, max(end-above, least))
	p.top = min(p.top, max(end-p.light, above))
}

// put places all that is on the stage.
func (s *stage) put(p plan, x float32, size fyne.Size, wide float32) {
	s.light.Move(fyne.NewPos((size.Width-p.light)/2, p.top))
	s.light.Resize(fyne.NewSquareSize(p.light))
	y := p.top + p.light
	s.notice.Resize(fyne.NewSize(wide, p.notice))
	if s.on == resting || s.on == ended {
		s.notice.Move(fyne.NewPos(x, size.Height-p.notice-noticeGap))
		s.foot.Move(fyne.NewPos(x, y))
		s.foot.Resize(fyne.NewSize(wide, p.foot))
		return
	}
	s.foot.Move(fyne.NewPos(x, size.Height-p.foot-footGap))
	s.foot.Resize(fyne.NewSize(wide, p.foot))
	s.notice.Move(fyne.NewPos(x, size.Height-p.foot-footGap-p.notice-noticeGap))
	s.word.Move(fyne.NewPos(x, y))
	s.word.Resize(fyne.NewSize(wide, p.word))
	s.line.Move(fyne.NewPos(x, y+p.word+wordGap))
	s.line.Resize(fyne.NewSize(wide, p.line))
}
