package window

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// Everything is reached by Tab, and Esc leaves the page from wherever the keys are.
func TestTheJournalByKeys(t *testing.T) {
	b := newBook(t, noteOf(5, "five"))
	b.opens(t, 1)
	b.did("Deleted.", func(context.Context) error { return nil })
	var order []string
	for range 12 {
		b.win.Canvas().(interface{ FocusNext() }).FocusNext()
		name := "?"
		switch o := b.win.Canvas().Focused().(type) {
		case *pill:
			name = o.text
		case *diaryField:
			name = "field"
		case *search:
			name = "search"
		case *entryList:
			name = "list"
		}
		if len(order) > 0 && name == order[0] {
			break
		}
		order = append(order, name)
	}
	if got := strings.Join(order, ", "); got != "field, Keep, Another question, search, More, list, Undo, Done" {
		t.Errorf("Tab goes to %s", got)
	}
	for i := range order {
		for range i + 1 {
			b.win.Canvas().(interface{ FocusNext() }).FocusNext()
		}
		b.press(fyne.KeyEscape)
		if b.stage.page != nil {
			t.Fatalf("Esc does not leave from %s", order[i])
		}
		b.opens(t, 1)
		b.did("Deleted.", func(context.Context) error { return nil })
	}
	b.win.Canvas().Focus(b.view.search)
	b.press(fyne.KeyDown)
	b.press(fyne.KeyReturn)
	b.until(t, "an open entry", func() bool { return b.opened != nil })
	b.press(fyne.KeyEscape)
	if b.view.inner() || b.win.Canvas().Focused() != b.view.list {
		t.Error("Esc does not go back to the list")
	}
	b.press(fyne.KeyF1)
	if b.page.place != onKeys || b.stage.page == b.view.all {
		t.Error("F1 does not show the keys")
	}
	b.press(fyne.KeyEscape)
	if b.stage.page != b.view.all || b.win.Canvas().Focused() != b.view.list {
		t.Error("Esc does not lead back to the journal")
	}
}

// With a question of two rows and a line beneath, the list still has room for some entries.
func TestTheJournalFitsIntoASmallWindow(t *testing.T) {
	b := newBook(t, sessionOf(9, "after it", "and later"), noteOf(5, "five"))
	b.opens(t, 2)
	room, field := b.view.all.Size(), float32(0)
	place := func(o fyne.CanvasObject) float32 { return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y }
	for _, question := range b.text.Lines("journal_questions") {
		b.view.question(question)
		b.did(b.text.Text("journal_long"), func(context.Context) error { return nil })
		if need := b.view.all.MinSize(); need.Width > room.Width || need.Height > room.Height {
			t.Fatalf("%q: %v are needed, there are %v", question, need, room)
		}
		if high := b.view.list.Size().Height; high < 2*diaryHigh() {
			t.Errorf("%q leaves %v for the list", question, high)
		}
		if b.view.ask.Size().Height < b.view.ask.MinSize().Height {
			t.Errorf("%q is cut", question)
		}
		if at := place(b.view.field); field == 0 {
			field = at
		} else if at != field {
			t.Errorf("%q moves the field to %v", question, at)
		}
	}
	look := func(name string) {
		t.Helper()
		if need := b.view.all.MinSize(); need.Width > room.Width || need.Height > room.Height {
			t.Errorf("%s: %v are needed, there are %v", name, need, room)
		}
		for _, o := range test.LaidOutObjects(b.view.all) {
			if s, is := o.(*container.Scroll); is && s.Content.MinSize().Width > s.Size().Width {
				t.Errorf("%s: %v wide in %v", name, s.Content.MinSize().Width, s.Size().Width)
			}
		}
	}
	b.reads(t, 0)
	look("a session")
	b.back()
	b.openExport()
	look("export")
	b.openErase()
	look("delete everything")
}
