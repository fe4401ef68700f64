package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
)

// Who opens a note goes on writing at its end; who turns to the next part reads on at its beginning.
func TestTheCaretIsAtTheEndOfANoteThatIsOpened(t *testing.T) {
	for name, text := range map[string]string{
		"short": "one", "rows": "one\ntwo", "wrapped": strings.Repeat("a row that is wrapped ", 12) + "end", "a space": strings.Repeat("a row ", 40),
		"nothing": "", "an empty row": "one\n",
	} {
		b := newBook(t, sessionOf(9, text))
		b.opens(t, 1)
		b.reads(t, 0)
		f := b.opened.editors[0].field
		b.win.Canvas().Focus(f)
		test.Type(f, "+")
		if f.Text != text+"+" {
			t.Errorf("%s: it became %q", name, f.Text)
		}
	}
	b := newBook(t, noteOf(1, strings.Repeat("a long one, part by part. ", 400)))
	b.opens(t, 1)
	b.reads(t, 0)
	e := b.opened.editors[0]
	b.win.Canvas().Focus(e.field)
	for _, turn := range []struct {
		to   *pill
		ends bool
	}{{e.after, false}, {e.after, false}, {e.before, true}} {
		turn.to.press()
		was := e.field.Text
		b.win.Canvas().Focus(e.field)
		test.Type(e.field, "+")
		if at := strings.HasSuffix(e.field.Text, "+"); at != turn.ends || len(e.field.Text) != len(was)+1 {
			t.Errorf("at the end: %v, wanted %v", at, turn.ends)
		}
	}
}
