package window

import (
	"image/color"
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"kindhum/app/theme"
)

// pageRise is how far beneath its place a page begins, in device-independent pixels.
const pageRise = 10

// longFrame is what counts of a frame that takes longer, as one may in which something is drawn for the first time:
// what comes softly would be there at once after it.
const longFrame = 3 * tickTime

// veil lies in the colour of the ground over what has just come to the stage, and is lifted: so all of it comes softly, though
// Fyne can fade no more than single objects. Who leafs quickly sees each page at once: a veil for each would flicker. Nothing waits for it: what lies beneath has pointer and keys from the beginning.
type veil struct {
	soft  func() bool // whether what changes may come softly; nil is no
	draw  func()      // has frames be drawn while it moves
	cloth *canvas.Rectangle
	whole bool          // it lies over the light too
	first bool          // what comes is the first after the light
	takes time.Duration // 0: it is lifted
	gone  time.Duration // of that, by now
	at    int64         // when that was, monotonic, ns; 0: it has only fallen
	last  int64         // when it was last seen to fall
	part  float64       // of its strength, 1..0
}

func newVeil() *veil {
	v := &veil{cloth: canvas.NewRectangle(nil)}
	v.cloth.Hide()
	return v
}

// moving says whether it is not lifted yet.
func (v *veil) moving() bool { return v.takes > 0 }

// fall lays it over what has come.
func (v *veil) fall(takes time.Duration, whole bool) {
	v.whole = whole || v.whole && v.moving() // what it still lies over comes as softly as what is new
	v.takes, v.gone, v.at, v.first = takes, 0, 0, false
	v.show(1)
	v.cloth.Show()
}

// show has it at a part of its strength.
func (v *veil) show(part float64) {
	v.part = part
	v.cloth.FillColor = theme.Faded(seenGround(paletteNow().Ground), part)
	v.cloth.Refresh()
}

// seenGround is the ground as a cleared window shows it, so that the veil ends without an edge.
func seenGround(c color.NRGBA) color.NRGBA {
	seen := func(v uint8) uint8 { return uint8(math.Round(cleared(v) * 255)) }
	return color.NRGBA{R: seen(c.R), G: seen(c.G), B: seen(c.B), A: c.A}
}

// change changes what is on the stage. It comes softly, where other things are to be seen then: but a light that stays where it
// is stays as it is.
func (s *stage) change(what func()) {
	was := s.shows
	top, side := s.lightPlace(s.Size(), s.on)
	what()
	newTop, newSide := s.lightPlace(s.Size(), s.on)
	turned := s.page != was.page
	screen := s.page == nil && (s.on != was.on || s.small != was.small || s.alone != was.alone)
	switch {
	case !turned && !screen || s.veil.soft == nil || !s.veil.soft():
	case screen:
		takes := theme.Screen
		if was.alone {
			takes = theme.Page // a person waits for it
		}
		s.veil.fall(takes, turned || top != newTop || side != newSide)
		s.veil.first = was.alone
	default:
		s.veil.fall(theme.Page, true)
	}
	s.Refresh()
	if s.veil.moving() {
		s.veil.draw()
	}
}

// lift draws the veil as it is to be seen now.
func (s *stage) lift(now int64) {
	v := s.veil
	if !v.moving() {
		return
	}
	if v.at == 0 {
		if v.takes == theme.Page && v.last != 0 && now-v.last < int64(theme.Apart) {
			s.unveil()
			return
		}
		v.at, v.last = now, now
	}
	v.gone += min(time.Duration(now-v.at), longFrame)
	v.at = now
	part := 1 - ease(float64(v.gone)/float64(v.takes))
	if part == 0 {
		s.unveil()
		return
	}
	v.show(part)
	s.rise()
}

// unveil has what is on the stage be there at once.
func (s *stage) unveil() {
	v := s.veil
	if v.moving() {
		v.takes, v.part = 0, 0
		v.cloth.Hide()
		s.rise()
	}
}

// rise has the page where it is by now.
func (s *stage) rise() {
	if s.page != nil {
		s.page.Move(fyne.NewPos(s.page.Position().X, s.pageTop()))
	}
}

// pageTop is where the page begins.
func (s *stage) pageTop() float32 {
	top := s.margin(s.Size())
	if !s.veil.moving() {
		return top
	}
	return top + float32(math.Round(pageRise*s.veil.part))
}

// spread lays the veil over what it is to cover on a stage of a size.
func (s *stage) spread(size fyne.Size) {
	y := float32(0)
	if !s.veil.whole {
		top, side := s.lightPlace(size, s.on)
		y = top + side
	}
	s.veil.cloth.Move(fyne.NewPos(0, y))
	s.veil.cloth.Resize(fyne.NewSize(size.Width, size.Height-y))
}
