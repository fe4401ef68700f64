package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kindhum/app/theme"
)

// A field has as many rows as its text needs, up to a bound, and gives them back.
func TestAFieldGrowsWithItsText(t *testing.T) {
	b := newBook(t)
	b.opens(t, 0)
	f := b.view.field
	b.win.Canvas().Focus(f)
	least := f.Size().Height
	row := fynetextRow(f)
	for n := 2; n <= mostRows+3; n++ {
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if rows := min(n, mostRows); f.rows.shown != rows || f.Size().Height < least+float32(rows-2)*row-slack {
			t.Errorf("with %d rows it shows %d, and is %v high", n, f.rows.shown, f.Size().Height)
		}
	}
	f.SetText("")
	if f.rows.shown != 2 || f.Size().Height > least+slack {
		t.Errorf("empty it shows %d rows, and is %v high", f.rows.shown, f.Size().Height)
	}
	if faults := lookAt(b.win); len(faults) > 0 {
		t.Error(strings.Join(faults, "\n"))
	}
}

// fynetextRow is how high a row of a field is.
func fynetextRow(f *diaryField) float32 {
	was := f.MinSize().Height
	f.SetMinRowsVisible(f.rows.shown + 1)
	defer f.SetMinRowsVisible(f.rows.shown)
	return f.MinSize().Height - was
}

// seenWhole reports whether an object can be seen in what scrolls it, or the lower end of it where it is higher than that.
func (b *diaryDesk) seenWhole(o fyne.CanvasObject) bool {
	scroll, top, there := scrollOf(b.stage.page, o, nil)
	if !there || scroll == nil {
		return there
	}
	y := top - scroll.Offset.Y
	if o.Size().Height > scroll.Size().Height {
		return y < scroll.Size().Height
	}
	return y >= -slack && y+o.Size().Height <= scroll.Size().Height+slack
}

// With large type not all of the journal has room: what has the keys is scrolled to, and the row that is written in, too.
func TestWhatHasTheKeysIsSeenInTheJournal(t *testing.T) {
	for _, size := range []fyne.Size{fyne.NewSize(theme.LeastWidth, theme.LeastHeight), fyne.NewSize(theme.WindowWidth, theme.WindowHeight)} {
		b := furnished(t, "de")
		resizeType(2)
		lays(b.win, size)
		b.opens(t, 2)
		lays(b.win, size)
		for n := range 8 {
			b.win.Canvas().FocusNext()
			o, is := b.win.Canvas().Focused().(fyne.CanvasObject)
			if _, list := o.(*entryList); is && !list && !b.seenWhole(o) {
				t.Errorf("%v: after %d times Tab the keys are out of sight", size, n+1)
			}
		}
		f := b.view.field
		b.win.Canvas().Focus(f)
		for range 5 {
			test.Type(f, "some words and some more ")
		}
		scroll, top, there := scrollOf(b.stage.page, f, nil)
		if !there {
			t.Fatal("there is no field")
		}
		if at := top + min(f.CursorPosition().Y, f.Size().Height) - scroll.Offset.Y; at < 0 || at > scroll.Size().Height {
			t.Errorf("%v: the row that is written in is at %v of %v", size, at, scroll.Size().Height)
		}
	}
}

// What comes beneath the search when something is looked for has its room at once.
func TestTheWaysOfTheSearchAreSeen(t *testing.T) {
	for _, scale := range []float32{0.8, 1, 2} {
		for _, size := range []fyne.Size{fyne.NewSize(theme.LeastWidth, theme.LeastHeight), fyne.NewSize(theme.WindowWidth, theme.WindowHeight)} {
			b := furnished(t, "en")
			resizeType(scale)
			lays(b.win, size)
			b.openHelp()
			lays(b.win, size)
			p := b.page.of.(*helpPage)
			p.find.focus()
			test.Type(p.find.field, "breath")
			scroll, top, there := scrollOf(b.stage.page, p.find.ways, nil)
			if !there {
				t.Fatal("there are no ways")
			}
			if end := top + p.find.ways.Size().Height - scroll.Offset.Y; scale < 2 && end > scroll.Size().Height+slack {
				t.Errorf("%v at %v: the ways end at %v of %v", size, scale, end, scroll.Size().Height)
			}
			for range 2 {
				b.win.Canvas().FocusNext()
				if o := b.win.Canvas().Focused().(fyne.CanvasObject); !b.seenWhole(o) {
					t.Errorf("%v at %v: %s is out of sight", size, scale, nameOf(b.win.Canvas().Focused()))
				}
			}
			if faults := lookAt(b.win); len(faults) > 0 {
				t.Errorf("%v at %v: %s", size, scale, strings.Join(faults, "\n"))
			}
		}
	}
}
