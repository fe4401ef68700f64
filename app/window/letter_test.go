package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// A letter that brings the keys to a field comes to that field too, after its key. It is not written there; what is
// typed then is.
func TestALetterThatLeadsToAFieldIsNotWrittenThere(t *testing.T) {
	seen := 0
	for _, a := range actions() {
		for _, k := range a.keys {
			if k.mod != 0 || len(k.name) != 1 {
				continue
			}
			for _, at := range a.at {
				if come(at) == nil {
					continue
				}
				d := newDesk(t)
				come(at)(d)
				d.win.Canvas().Unfocus()
				d.press(k.name)
				to, writes := d.win.Canvas().Focused().(interface {
					fyne.Focusable
					fyne.Shortcutable
				})
				if !writes {
					continue
				}
				seen++
				was := d.written(to)
				to.TypedRune([]rune(strings.ToLower(string(k.name)))[0])
				if got := d.written(to); got != was {
					t.Errorf("%s by %s writes %q", a.name, k.name, got)
				}
				for _, r := range strings.ToLower(string(k.name)) + "o" {
					to.TypedKey(&fyne.KeyEvent{Name: fyne.KeyName(strings.ToUpper(string(r)))})
					to.TypedRune(r)
				}
				if got := d.written(to); !strings.Contains(got, strings.ToLower(string(k.name))+"o") {
					t.Errorf("%s by %s: what is typed then is %q", a.name, k.name, got)
				}
			}
		}
	}
	if seen < 2 {
		t.Errorf("only %d such letters were found", seen)
	}
}

// written is what stands in a field.
func (d *desk) written(f fyne.Focusable) string {
	switch f := f.(type) {
	case *field:
		return f.Text
	case *note:
		return f.Text
	case *search:
		return f.note.Text
	case *diaryField:
		return f.note.Text
	}
	return ""
}
