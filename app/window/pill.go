package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// rank is how much a pill asks for attention.
type rank uint8

const (
	plain    rank = iota // words alone
	option               // one of several: words alone, an outline when it is chosen
	outlined             // a fine outline
	leading              // filled: the one thing to do next
)

// pill is a button with a label that says what it does. Space or Return presses it when it has
// the keys; keys that it does not know go on to other.
type pill struct {
	widget.BaseWidget
	rank           rank
	text           string
	press          func()
	other          func(*fyne.KeyEvent)
	stir           func()                  // the pointer moved over it
	gained         func(fyne.CanvasObject) // the keys came to it
	part           float64
	focused, under bool
	chosen         bool // of several, it is the one
	label          label
}

func newPill(r rank, text string, press func()) *pill {
	p := &pill{rank: r, text: text, press: press, part: 1}
	p.ExtendBaseWidget(p)
	return p
}

// setText changes the label. It reports whether it was another one.
func (p *pill) setText(text string) bool {
	if p.text == text {
		return false
	}
	p.text = text
	p.Refresh()
	return true
}

// choose shows whether it is the one of several that is chosen.
func (p *pill) choose(chosen bool) {
	if p.chosen != chosen {
		p.chosen = chosen
		p.Refresh()
	}
}

// fadeTo shows it at a part of its strength; at 0 it cannot be pressed.
func (p *pill) fadeTo(part float64) {
	if p.part != part {
		p.part = part
		p.Refresh()
	}
}

// Tapped is Fyne's.
func (p *pill) Tapped(*fyne.PointEvent) {
	if p.part > 0 && p.press != nil {
		p.press()
	}
}

// FocusGained is Fyne's.
func (p *pill) FocusGained() {
	p.focused = true
	p.stirred()
	p.Refresh()
	if p.gained != nil && !p.under { // nothing may move away from under the pointer
		p.gained(p)
	}
}

// FocusLost is Fyne's.
func (p *pill) FocusLost() {
	p.focused = false
	p.Refresh()
}

// TypedKey is Fyne's.
func (p *pill) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		p.Tapped(nil)
	default:
		if p.other != nil {
			p.other(e)
		}
	}
}

// TypedRune is Fyne's.
func (p *pill) TypedRune(r rune) {
	if name, is := letterKeys[r]; is && p.other != nil {
		p.other(&fyne.KeyEvent{Name: name})
	}
}

// MouseIn is Fyne's.
func (p *pill) MouseIn(*desktop.MouseEvent) {
	p.under = true
	p.stirred()
	p.Refresh()
}

// MouseMoved is Fyne's.
func (p *pill) MouseMoved(*desktop.MouseEvent) { p.stirred() }

// MouseOut is Fyne's.
func (p *pill) MouseOut() {
	p.under = false
	p.Refresh()
}

func (p *pill) stirred() {
	if p.stir != nil {
		p.stir()
	}
}
