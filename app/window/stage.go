package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"kindhum/app/theme"
)

// The measures of the stage, in device-independent pixels.
const (
	footHigh = 262 // what the circle leaves free beneath it, where it can

	leastLight = 0.27 // part of the height that the light keeps, however large the words are

	least = 200 // the width and the height below which nothing is promised
)

// stage is the whole of the window: the light, the words under it, and one foot of controls. A page
// takes the place of all that while it is open.
type stage struct {
	widget.BaseWidget
	light              *circle
	word, line, notice *words
	menu               *pill
	shows
	veil *veil
	hush bool // the pointer is hidden
	stir func()
}

// shows is what is on the stage.
type shows struct {
	foot  fyne.CanvasObject
	page  fyne.CanvasObject // nil is none
	on    screen
	small bool // the light is small: there is more to read
	alone bool // nothing is to be seen but the light
}

func newStage(menu *pill, stir func()) *stage {
	s := &stage{
		light: newCircle(), menu: menu, stir: stir, veil: newVeil(),
		word:   newWords(theme.TypeWord, true, theme.WordLeave, theme.WordCome),
		line:   newWords(theme.TypeLine, false, theme.LineLeave, theme.LineCome),
		notice: newWords(sized(theme.TypeLabel), true, theme.NoteLeave, theme.NoteCome),
	}
	s.word.kind, s.line.kind = true, true
	s.ExtendBaseWidget(s)
	return s
}

// begin has the light be alone until the stage is set again, and be what the shader makes of it alone. Drivers without
// hardware make machine code for each kind of thing that they draw for the first time, a button, a text, a disc, before any of
// it is seen: the light is there a tenth of a second sooner so.
func (s *stage) begin() {
	s.alone = true
	s.light.plain.Hide()
}

// set changes what is on the stage.
func (s *stage) set(on screen, foot fyne.CanvasObject, small bool) {
	s.menu.tips.gone()
	s.change(func() { s.on, s.foot, s.small, s.alone = on, foot, small, false })
}

// open shows a page in place of everything, nil shows everything again.
func (s *stage) open(page fyne.CanvasObject) {
	s.menu.tips.gone()
	s.change(func() { s.page = page })
}

// Cursor hides the pointer while everything else is hidden too.
func (s *stage) Cursor() desktop.Cursor {
	if s.hush {
		return desktop.HiddenCursor
	}
	return desktop.DefaultCursor
}

// MouseIn is Fyne's.
func (s *stage) MouseIn(*desktop.MouseEvent) { s.stir() }

// MouseMoved is Fyne's.
func (s *stage) MouseMoved(*desktop.MouseEvent) { s.stir() }

// MouseOut is Fyne's.
func (s *stage) MouseOut() {}

// Tapped is Fyne's: a touch brings the controls back.
func (s *stage) Tapped(*fyne.PointEvent) { s.stir() }

// CreateRenderer is Fyne's.
func (s *stage) CreateRenderer() fyne.WidgetRenderer { return &stageRenderer{s} }

type stageRenderer struct{ s *stage }

func (r *stageRenderer) Destroy()           {}
func (r *stageRenderer) MinSize() fyne.Size { return fyne.NewSize(least, least) }

func (r *stageRenderer) Objects() []fyne.CanvasObject {
	all := r.s.seen()
	if t := r.s.menu.tips; t != nil { // above all the rest
		all = append(all, t.box)
	}
	return all
}

// seen is what is on the stage but for tooltips, from top to bottom.
func (s *stage) seen() []fyne.CanvasObject {
	if s.page != nil {
		return []fyne.CanvasObject{s.page, s.veil.cloth}
	}
	if s.alone {
		return []fyne.CanvasObject{s.light}
	}
	all := []fyne.CanvasObject{s.light, s.menu}
	if s.on == guided || s.on == toned {
		all = append(all, s.word, s.line)
	}
	all = append(all, s.notice)
	if s.foot != nil {
		all = append(all, s.foot)
	}
	return append(all, s.veil.cloth)
}

// Layout puts the light in the upper part, always at the same place for the same kind of screen.
func (r *stageRenderer) Layout(size fyne.Size) {
	s := r.s
	s.spread(size)
	if s.page != nil {
		margin := s.margin(size)
		wide := min(size.Width-2*margin, theme.Column)
		s.page.Move(fyne.NewPos((size.Width-wide)/2, s.pageTop()))
		s.page.Resize(fyne.NewSize(wide, size.Height-2*margin))
		return
	}
	s.menu.within(size.Width / 2)
	corner := s.menu.MinSize()
	s.menu.Resize(corner)
	s.menu.Move(fyne.NewPos(size.Width-corner.Width-4, 4))
	s.notice.setSize(sized(theme.TypeLabel))
	if s.foot == nil {
		return
	}
	wide := min(size.Width-2*theme.Margin, theme.Column)
	s.put(s.plan(size, s.foot, s.on), (size.Width-wide)/2, size, wide)
}

// margin is what is left free around a page: less where there is little room at all.
func (s *stage) margin(size fyne.Size) float32 {
	if size.Width < theme.LeastWidth || size.Height < theme.LeastHeight {
		return theme.Margin / 2
	}
	return theme.Margin
}

// lightPlace is where the light's square begins, and its side.
func (s *stage) lightPlace(size fyne.Size, on screen) (top, side float32) {
	share, small := float32(0.53), s.small && on == resting
	switch {
	case small:
		share = 0.27
	case size.Height < 640:
		share = 0.49
	}
	side = min(size.Width*0.92, size.Height*share)
	if small {
		return 4, side
	}
	if more := s.wordsMore(); more > 0 && (on == guided || on == toned) {
		side = max(min(side, size.Height-footHigh-more), size.Height*leastLight)
	}
	return max(4, (size.Height-side-footHigh)*0.3), side
}

// Refresh lays the stage out anew: what is on it may have changed.
func (r *stageRenderer) Refresh() {
	r.Layout(r.s.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
	canvas.Refresh(r.s) // what is new on the stage belongs to no canvas yet, and would not be drawn
}
