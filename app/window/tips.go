package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"kindhum/app/theme"
)

// How long the pointer rests on a control before its tooltip comes, and how long the keys do.
const (
	tipAfter     = 600 * time.Millisecond
	tipAfterKeys = time.Second
)

// told is a control with a name and a tooltip.
type told interface {
	named
	Tip() string
}

// hint is what a control says of itself, to who rests on it and to who cannot see it.
type hint struct {
	tips  *tips
	self  told   // the control
	about string // of the words: "tip_" and this is what it does; where it is an action, its keys are told too
	label string // said before its text, which does not stand by itself
	key   string // its own, where the action has one for each of several
	whole string // its text, where less of it is shown
}

// called is the name of a control that shows a text.
func (h *hint) called(text string) string {
	if h.whole != "" {
		text = h.whole
	}
	if h.label != "" && text != "" {
		return h.label + ": " + text
	}
	return h.label + text
}

// Tip is the tooltip: what the control does, and its key where it has one.
func (h *hint) Tip() string {
	if h.tips == nil || h.about == "" {
		return h.whole
	}
	s := h.tips.shell
	text, keys := s.text.Text("tip_"+h.about), h.key
	if all := s.keysOf(h.about); keys == "" && len(all) > 0 && all[0].nth() < 0 { // a digit would be another's
		keys = s.keysText(all)
	}
	if keys != "" {
		text += " (" + keys + ")"
	}
	if h.whole != "" {
		text = h.whole + "\n" + text
	}
	return text
}

// MouseIn is Fyne's.
func (h *hint) MouseIn(e *desktop.MouseEvent) { h.tips.rest(h.self, e) }

// MouseMoved is Fyne's.
func (h *hint) MouseMoved(e *desktop.MouseEvent) { h.tips.rest(h.self, e) }

// MouseOut is Fyne's.
func (h *hint) MouseOut() { h.tips.out() }

// tips shows one tooltip at a time, above all else on the stage. The zero of its pointer shows none.
type tips struct {
	shell   *shell
	box     *tipBox
	under   told           // the pointer
	pointer *fyne.Position // while it is what the tooltip waits for; nil is the keys
	next    told           // whose tooltip is shown, or comes at a time
	at      int64
	shown   bool
	fade    fade
	hushed  bool
}

// rest is the pointer on a control, or moving there.
func (t *tips) rest(on told, e *desktop.MouseEvent) {
	if t == nil || on == nil {
		return
	}
	t.under = on
	var at fyne.Position
	if e != nil {
		at = e.AbsolutePosition
	}
	if t.shown && t.next == on && t.pointer != nil {
		return
	}
	t.await(on, &at, tipAfter)
}

// keys has come to a control.
func (t *tips) keys(on told) {
	if t == nil || t.hushed || on == nil {
		return
	}
	if t.under == on { // they came by its being pressed
		t.gone()
		return
	}
	t.await(on, nil, tipAfterKeys)
}

// hush does something that moves the keys without Tab.
func (t *tips) hush(do func()) {
	if t == nil {
		do()
		return
	}
	was := t.hushed
	t.hushed = true
	do()
	t.hushed = was
}

func (t *tips) await(on told, pointer *fyne.Position, after time.Duration) {
	t.gone()
	t.next, t.pointer, t.at = on, pointer, t.shell.now()+int64(after)
	t.shell.beat.start()
}

// out is the pointer leaving.
func (t *tips) out() {
	if t != nil {
		t.under = nil
		t.gone()
	}
}

// left is a control that the keys have gone from.
func (t *tips) left(by told) {
	if t != nil && t.next == by && t.pointer == nil {
		t.gone()
	}
}

// gone takes the tooltip away at once, and awaits none.
func (t *tips) gone() {
	if t == nil {
		return
	}
	if t.shown {
		t.box.hide()
	}
	t.next, t.shown, t.fade = nil, false, fade{}
}

// shortcut is a key with a modifier that was pressed while one writes. It reports whether it is one of the window's; what
// a field knows itself is the field's.
func (t *tips) shortcut(of fyne.Shortcut) bool {
	if t == nil {
		return false
	}
	t.gone()
	_, own := of.(*desktop.CustomShortcut)
	return own && t.shell.shortcut(of)
}

// moving says whether a tooltip is to come, or is coming.
func (t *tips) moving() bool { return t.next != nil && (!t.shown || t.fade.moving()) }

// tick shows what is to be seen now. A control that fades takes its tooltip with it.
func (t *tips) tick(now int64) {
	if t.next == nil {
		return
	}
	if !t.shell.awake(now) || t.shell.win.Canvas().Overlays().Top() != nil {
		t.gone()
		return
	}
	if !t.shown {
		if now < t.at {
			return
		}
		text := t.next.Tip()
		if text == "" || !t.next.Visible() {
			t.gone()
			return
		}
		t.shown = true
		t.box.set(text, t.shell.stage.Size().Width)
		t.box.Move(t.place(t.box.Size()))
		canvas.Refresh(t.shell.stage) // what was hidden belongs to no canvas yet, and would not be drawn
		t.fade = fade{last: now}
		t.fade.to(true, now)
		if t.shell.lessMotion() {
			t.fade.part = 1
		}
	}
	t.box.strengthen(t.fade.tick(now, theme.Answer))
}

// place is where a tooltip of a size lies: under its control, or above it where there is no room, and never beneath the
// pointer nor beyond the window.
func (t *tips) place(size fyne.Size) fyne.Position {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(t.next)
	return tipPlace(t.shell.stage.Size(), at, t.next.Size(), t.pointer, size)
}

// tipPlace is where in a window a tooltip lies for a control at a place. Where the control is as high as the window, the
// pointer alone is kept free.
func tipPlace(window fyne.Size, at fyne.Position, control fyne.Size, pointer *fyne.Position, tip fyne.Size) fyne.Position {
	middle := at.X + control.Width/2
	if pointer != nil {
		middle = pointer.X
	}
	x := min(max(middle-tip.Width/2, tipAway), window.Width-tip.Width-tipAway)
	if under := at.Y + control.Height + tipAway; under+tip.Height <= window.Height-tipAway {
		return fyne.NewPos(x, under)
	}
	if above := at.Y - tip.Height - tipAway; above >= tipAway {
		return fyne.NewPos(x, min(above, window.Height-tip.Height-tipAway))
	}
	y := at.Y
	if pointer != nil {
		y = pointer.Y
	}
	if under := y + tipPointer; under+tip.Height <= window.Height-tipAway {
		return fyne.NewPos(x, under)
	}
	return fyne.NewPos(x, max(y-tip.Height-tipAway, tipAway))
}

// How far a tooltip stays away, in device-independent pixels: from its control and the window's edge, and from the tip
// of a pointer, which has an arrow beneath it.
const (
	tipAway    = 6
	tipPointer = 26
)
