package window

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// longest is how many characters a field takes at once: with ten times as many Fyne lays out for seconds
// at every key.
const longest = 4000

// diaryField is a text of several rows. What is pasted and would make it longer than it can bear goes to long, whole.
type diaryField struct {
	note
	long  func(text string)
	fresh bool // it holds what nobody has read yet: the caret belongs at its end
}

// goToEnd puts the caret at the end of the text.
func (f *diaryField) goToEnd() {
	f.toEnd(func() { f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown}) })
}

// FocusGained is Fyne's. Where the rows end is known once they are laid out, and not before.
func (f *diaryField) FocusGained() {
	if f.fresh {
		f.fresh = false
		f.goToEnd()
	}
	f.note.FocusGained()
}

func newDiaryField(other func(*fyne.KeyEvent), long func(string)) *diaryField {
	f := &diaryField{note: note{typing: typing{other: other}}, long: long}
	f.self = f
	f.ExtendBaseWidget(f)
	return f
}

// TypedShortcut is Fyne's.
func (f *diaryField) TypedShortcut(shortcut fyne.Shortcut) {
	paste, is := shortcut.(*fyne.ShortcutPaste)
	if !is || paste.Clipboard == nil {
		f.note.TypedShortcut(shortcut)
		return
	}
	pasted := paste.Clipboard.Content()
	if utf8.RuneCountInString(f.Text)+utf8.RuneCountInString(pasted) <= longest {
		f.note.TypedShortcut(shortcut)
		return
	}
	if f.SelectedText() != "" { // it takes the selection's place
		f.note.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	}
	runes := []rune(f.Text)
	at := min(max(f.CursorTextOffset(), 0), len(runes))
	f.long(string(runes[:at]) + pasted + string(runes[at:]))
}

// search is a text of one row. Down goes on to what was found.
type search struct {
	note
	down func()
}

func newSearch(other func(*fyne.KeyEvent), down func()) *search {
	s := &search{note: note{typing: typing{other: other}}, down: down}
	s.self = s
	s.ExtendBaseWidget(s)
	return s
}

// TypedKey is Fyne's.
func (s *search) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		s.down()
	default:
		s.note.TypedKey(e)
	}
}

// keepLong keeps a text that is too long for the field at once.
func (d *diary) keepLong(text string) {
	if strings.TrimSpace(text) != "" {
		d.keepText(text, "journal_long")
	}
}
