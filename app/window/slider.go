package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// slider is a slider of whole numbers. Left and right move it by a stride; keys that it does not know go on to other.
type slider struct {
	widget.Slider
	stride float64
	other  func(*fyne.KeyEvent)
	moved  func(float64) // by the person, on the way too
	left   func()        // it was let go at another place
	quiet  bool          // it is being set, not moved

	keys, hovered bool // it has the keys, the pointer
}

func newSlider(from, to, stride float64, other func(*fyne.KeyEvent)) *slider {
	s := &slider{stride: stride, other: other}
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
	switch e.Name {
	case fyne.KeyLeft:
		s.SetValue(s.Value - s.stride)
	case fyne.KeyRight:
		s.SetValue(s.Value + s.stride)
	default:
		s.other(e)
	}
}
