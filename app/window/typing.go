package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// typing is what all fields for text have in common: a name and a tooltip, and which keys are the window's. Keys that a
// field does not know go on to other. Tab goes on to the next control.
type typing struct {
	widget.Entry
	hint
	caret caret
	rows  rows
	other func(*fyne.KeyEvent)
}

// Name is what it is called.
func (t *typing) Name() string { return t.called("") }

// FocusGained is Fyne's.
func (t *typing) FocusGained() {
	t.Entry.FocusGained()
	t.showWhole()
	t.tips.keys(t.self)
}

// FocusLost is Fyne's.
func (t *typing) FocusLost() {
	t.Entry.FocusLost()
	t.tips.left(t.self)
}

// TypedKey is Fyne's.
func (t *typing) TypedKey(e *fyne.KeyEvent) {
	t.tips.gone()
	t.taken()
	if passes(e.Name) {
		t.other(e)
		return
	}
	write := func() { t.Entry.TypedKey(e) }
	switch e.Name {
	case fyne.KeyDelete:
		t.delete(write)
	case fyne.KeyEnd, fyne.KeyPageDown, fyne.KeyDown:
		t.toEnd(write)
	case fyne.KeyLeft, fyne.KeyRight:
		t.step(write)
	default:
		t.edit(write)
	}
}

// TypedRune is Fyne's.
func (t *typing) TypedRune(r rune) {
	t.tips.gone()
	if !t.wasKey(r) {
		t.edit(func() { t.Entry.TypedRune(r) })
	}
}

// TypedShortcut is Fyne's.
func (t *typing) TypedShortcut(s fyne.Shortcut) {
	if t.tips.shortcut(s) {
		return
	}
	if k, is := s.(*desktop.CustomShortcut); is && k.Modifier&^fyne.KeyModifierShift == fyne.KeyModifierShortcutDefault {
		// What Fyne's field has no keys for, or others.
		switch {
		case k.KeyName == fyne.KeyHome:
			t.edit(func() { t.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageUp}) })
			return
		case k.KeyName == fyne.KeyEnd:
			t.toEnd(func() { t.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown}) })
			return
		case k.KeyName == fyne.KeyZ:
			s = &fyne.ShortcutRedo{}
		}
	}
	if _, paste := s.(*fyne.ShortcutPaste); paste {
		t.edit(func() { t.Entry.TypedShortcut(s) })
		return
	}
	t.Entry.TypedShortcut(s)
	t.refit()
	t.showCaret()
}

// MouseDown is Fyne's.
func (t *typing) MouseDown(e *desktop.MouseEvent) {
	t.toEnd(func() { t.Entry.MouseDown(e) })
}

// AcceptsTab is false: Tab goes on to the next control.
func (t *typing) AcceptsTab() bool { return false }
