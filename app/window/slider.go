package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// slider is a slider of whole numbers. Left and right move it by a stride; keys that it does not know go on to other.
type slider struct {
	widget.Slider
	hint
	stride float64
	other  func(*fyne.KeyEvent)
	moved  func(float64) // by the person, on the way too
	left   func()        // it was let go at another place
	quiet  bool          // it is being set, not moved

	keys, hovered bool // it has the keys, the pointer
}

func newSlider(from, to, stride float64, other func(*fyne.KeyEvent)) *slider {
	s := &slider{stride: stride, other: other}
	s.self = s
	s.Min, s.Max, s.Step = from, to, 1
	s.Orientation = widget.Horizontal
	s.OnChanged = func(to float64) {
		if !s.quiet && s.moved != nil {
			s.moved(to)
		}
	}
	s.OnChangeEnded = func(float64) {
		if !s.quiet && s.left != nil {
			s.left()
		}
	}
	s.ExtendBaseWidget(s)
	return s
}

// tells has its name be a label, and its tooltip say what is under a key of the words.
func (s *slider) tells(t *tips, label, about string) *slider {
	s.tips, s.label, s.about = t, label, about
	return s
}

// Name is what it is called.
func (s *slider) Name() string { return s.called("") }

// MouseIn is Fyne's.
func (s *slider) MouseIn(e *desktop.MouseEvent) {
	s.hovered = true
	s.Slider.MouseIn(e)
	s.hint.MouseIn(e)
}

// MouseMoved is Fyne's.
func (s *slider) MouseMoved(e *desktop.MouseEvent) {
	s.Slider.MouseMoved(e)
	s.hint.MouseMoved(e)
}

// MouseOut is Fyne's.
func (s *slider) MouseOut() {
	s.hovered = false
	s.Slider.MouseOut()
	s.hint.MouseOut()
}

// FocusGained is Fyne's.
func (s *slider) FocusGained() {
	s.keys = true
	s.Slider.FocusGained()
	s.tips.keys(s)
}

// FocusLost is Fyne's.
func (s *slider) FocusLost() {
	s.keys = false
	s.Slider.FocusLost()
	s.tips.left(s)
}

// Tapped is Fyne's.
func (s *slider) Tapped(e *fyne.PointEvent) {
	s.tips.gone()
	s.Slider.Tapped(e)
}

// Dragged is Fyne's.
func (s *slider) Dragged(e *fyne.DragEvent) {
	s.tips.gone()
	s.Slider.Dragged(e)
}

// TypedRune is Fyne's.
func (s *slider) TypedRune(r rune) { typedSign(r, s.other) }

// set shows a number without calling back.
func (s *slider) set(to float64) {
	if s.Value == to {
		return
	}
	s.quiet = true
	s.SetValue(to)
	s.quiet = false
}

// TypedKey is Fyne's.
func (s *slider) TypedKey(e *fyne.KeyEvent) {
	s.tips.gone()
	switch e.Name {
	case fyne.KeyLeft:
		s.SetValue(s.Value - s.stride)
	case fyne.KeyRight:
		s.SetValue(s.Value + s.stride)
	default:
		s.other(e)
	}
}
