package window

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// field is where a text of one line is written, in as many rows as it needs. It takes no more than it has room for,
// and nothing that cannot be shown. Esc and the function keys go on to other, Return to enter, and with a
// modifier whatever the window knows.
type field struct {
	widget.Entry
	hint
	other  func(*fyne.KeyEvent)
	most   int // letters
	held   string
	typed  func(string)            // by the person
	full   func()                  // there was no room for it
	left   func()                  // the keys went elsewhere
	gained func(fyne.CanvasObject) // the keys came here
	enter  func()
}

// newField is a field with a text. Where rows is more than one, long texts wrap.
func newField(text string, most, rows int, other func(*fyne.KeyEvent)) *field {
	f := &field{other: other, most: most, held: text}
	f.self = f
	if rows > 1 {
		f.MultiLine, f.Wrapping = true, fyne.TextWrapWord
		f.SetMinRowsVisible(rows)
	}
	f.ExtendBaseWidget(f)
	f.SetText(text)
	f.OnChanged = f.change
	f.OnSubmitted = func(string) { call(f.enter) }
	return f
}

// tells has its name be a label, and its tooltip say what is under a key of the words.
func (f *field) tells(t *tips, label, about string) *field {
	f.tips, f.label, f.about = t, label, about
	return f
}

// Name is what it is called.
func (f *field) Name() string { return f.called("") }

func call(f func()) {
	if f != nil {
		f()
	}
}

// change takes what was typed, as far as there is room for it.
func (f *field) change(text string) {
	clean := oneLine(text)
	switch {
	case utf8.RuneCountInString(clean) > f.most:
		f.SetText(f.held)
		call(f.full)
	case clean != text:
		f.SetText(clean) // and comes back here
	case clean != f.held:
		f.held = clean
		if f.typed != nil {
			f.typed(clean)
		}
	}
}

// oneLine is a text on one line, without what cannot be shown.
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, ""))
}

// FocusGained is Fyne's.
func (f *field) FocusGained() {
	f.Entry.FocusGained()
	if f.gained != nil {
		f.gained(f)
	}
	f.tips.keys(f)
}

// TypedRune is Fyne's.
func (f *field) TypedRune(r rune) {
	f.tips.gone()
	if !f.wasKey(r) {
		f.Entry.TypedRune(r)
	}
}

// FocusLost is Fyne's.
func (f *field) FocusLost() {
	f.Entry.FocusLost()
	f.tips.left(f.self)
	call(f.left)
}

// AcceptsTab is false: Tab goes on to the next control.
func (f *field) AcceptsTab() bool { return false }

// TypedKey is Fyne's.
func (f *field) TypedKey(e *fyne.KeyEvent) {
	f.tips.gone()
	f.taken()
	switch {
	case passes(e.Name):
		f.other(e)
	case e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter:
		call(f.enter)
	default:
		f.Entry.TypedKey(e)
	}
}

// TypedShortcut is Fyne's.
func (f *field) TypedShortcut(s fyne.Shortcut) {
	if paste, is := s.(*fyne.ShortcutPaste); is && utf8.RuneCountInString(paste.Clipboard.Content()) > f.most {
		call(f.full) // laying out megabytes only to refuse them would take minutes
		return
	}
	if f.tips.shortcut(s) {
		return
	}
	f.Entry.TypedShortcut(s)
}
