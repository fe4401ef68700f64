package window

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// field is where a text of one line is written, in as many rows as it needs. It takes no more than it has room for,
// and nothing that cannot be shown. Esc and the function keys go on to other, Return to enter, and with a
// modifier whatever the window knows.
type field struct {
	typing
	most   int // letters
	held   string
	typed  func(string)            // by the person
	full   func()                  // there was no room for it
	left   func()                  // the keys went elsewhere
	gained func(fyne.CanvasObject) // the keys came here
	enter  func()
}

// newField is a field with a text, of so many rows at least.
func newField(text string, most, rows int, other func(*fyne.KeyEvent)) *field {
	f := &field{typing: typing{other: other}, most: most, held: text}
	f.self = f
	f.between(rows, mostRows)
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
		f.instead(f.held)
		call(f.full)
	case clean != text:
		f.instead(clean) // and comes back here
	case clean != f.held:
		f.held = clean
		if f.typed != nil {
			f.typed(clean)
		}
	}
}

// instead puts another text in the place of what was typed, with the caret before the same letters as it is now.
func (f *field) instead(text string) {
	rest := utf8.RuneCountInString(f.Text) - f.CursorTextOffset()
	f.SetText(text)
	f.caret.note(&f.typing, max(utf8.RuneCountInString(text)-rest, 0))
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
	if f.gained != nil { // first: it may scroll, and that takes a tooltip away
		f.gained(f)
	}
	f.typing.FocusGained()
}

// FocusLost is Fyne's.
func (f *field) FocusLost() {
	f.typing.FocusLost()
	call(f.left)
}

// TypedKey is Fyne's.
func (f *field) TypedKey(e *fyne.KeyEvent) {
	if e.Name != fyne.KeyReturn && e.Name != fyne.KeyEnter {
		f.typing.TypedKey(e)
		return
	}
	f.tips.gone()
	f.taken()
	call(f.enter)
}

// TypedShortcut is Fyne's. Where nothing that was typed can be taken back, what the page can take back is meant.
func (f *field) TypedShortcut(s fyne.Shortcut) {
	if paste, is := s.(*fyne.ShortcutPaste); is && utf8.RuneCountInString(paste.Clipboard.Content()) > f.most {
		call(f.full) // laying out megabytes only to refuse them would take minutes
		return
	}
	was := f.Text
	f.typing.TypedShortcut(s)
	if _, undo := s.(*fyne.ShortcutUndo); undo && f.Text == was && f.tips != nil {
		f.tips.shell.shortcut(s)
	}
}
