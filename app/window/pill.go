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
	hint
	rank   rank
	text   string
	press  func()
	other  func(*fyne.KeyEvent)
	stir   func()                  // the pointer moved over it
	gained func(fyne.CanvasObject) // the keys came to it
	part   float64
	inRows inRows
	pillState
}

// pillState is what is seen of a pill beside its text.
type pillState struct {
	focused, under bool // it has the keys, the pointer
	chosen         bool // of several, it is the one
}

func newPill(r rank, text string, press func()) *pill {
	p := &pill{rank: r, text: text, press: press, part: 1}
	p.self = p
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

// Name is what it is called: its text, with what it belongs to.
func (p *pill) Name() string { return p.called(p.text) }

// tells has its tooltip say what is under a key of the words.
func (p *pill) tells(about string) *pill {
	p.about = about
	return p
}

// of says what it belongs to, where its text does not stand by itself.
func (p *pill) of(label string) *pill {
	p.label = label
	return p
}

// by says which key of several of an action is its own.
func (p *pill) by(key string) *pill {
	p.key = key
	return p
}

// setCut changes the label to one of which only a part may be shown. It reports whether another is shown.
func (p *pill) setCut(text, shown string) bool {
	p.whole = ""
	if text != shown {
		p.whole = text
	}
	return p.setText(shown)
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
	p.tips.gone()
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
	p.tips.keys(p)
}

// FocusLost is Fyne's.
func (p *pill) FocusLost() {
	p.focused = false
	p.tips.left(p)
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
	typedSign(r, p.other)
}

// MouseIn is Fyne's.
func (p *pill) MouseIn(e *desktop.MouseEvent) {
	p.hint.MouseIn(e)
	p.under = true
	p.stirred()
	p.Refresh()
}

// MouseMoved is Fyne's.
func (p *pill) MouseMoved(e *desktop.MouseEvent) {
	p.stirred()
	p.hint.MouseMoved(e)
}

// MouseOut is Fyne's.
func (p *pill) MouseOut() {
	p.under = false
	p.hint.MouseOut()
	p.Refresh()
}

func (p *pill) stirred() {
	if p.stir != nil {
		p.stir()
	}
}
