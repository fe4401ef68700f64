package window

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kindhum/app/control"
)

// removesRow deletes a row of the list by its key, and waits for it.
func (b *diaryDesk) removesRow(t *testing.T, row int) {
	t.Helper()
	rows := len(b.rows)
	b.desk.shell.focus(b.view.list)
	b.view.list.to(row)
	b.press(fyne.KeyDelete)
	b.lists(t, rows-1)
}

// takesBack presses Ctrl+Z and waits for the line about it, with what can be taken back then ("" is nothing).
func (b *diaryDesk) takesBack(t *testing.T, next string) {
	t.Helper()
	b.strike(ctrl(fyne.KeyZ))
	want := b.text.Text("journal_undone")
	if next != "" {
		want += " " + strings.ReplaceAll(b.text.Text("journal_before"), "{what}", b.text.Text(next))
	}
	b.until(t, want, func() bool { return b.view.tail.said.Text == want })
	if b.view.tail.pill.Visible() != (next != "") {
		t.Errorf("%q: whether it can be undone is not seen", want)
	}
}

func TestWhatIsDeletedComesBackWhenThePageWasLeft(t *testing.T) {
	b := newBook(t, noteOf(1, "one"), noteOf(2, "two"), noteOf(3, "three"))
	before := b.texts(t)
	b.opens(t, 3)
	b.removesRow(t, 0)
	b.removesRow(t, 0)
	b.until(t, "the line", func() bool { return b.view.tail.pill.Visible() })
	b.press(fyne.KeyEscape)
	if b.view != nil {
		t.Fatal("the page is still open")
	}
	b.strike(ctrl(fyne.KeyJ))
	b.lists(t, 1)
	if b.view.tail.said.Text != b.text.Text("journal_deleted") || !b.view.tail.pill.Visible() {
		t.Errorf("opened again it says %q", b.view.tail.said.Text)
	}
	b.takesBack(t, "journal_deleted")
	b.lists(t, 2)
	if got := b.texts(t); !slices.Equal(got, []string{"two", "one"}) {
		t.Errorf("the last comes first: %q", got)
	}
	b.takesBack(t, "")
	b.lists(t, 3)
	b.strike(ctrl(fyne.KeyZ)) // there is no more
	if got := b.texts(t); !slices.Equal(got, before) {
		t.Errorf("%q, it was %q", got, before)
	}
}

// A change that was made while the page was being left can be taken back, too, before what was done earlier.
func TestAChangeAndDeletionsAreTakenBackInTurn(t *testing.T) {
	b := newBook(t, noteOf(1, "one"), noteOf(2, "two"))
	before := b.texts(t)
	b.opens(t, 2)
	b.removesRow(t, 0)
	b.reads(t, 0)
	b.opened.editors[0].field.SetText("one, and more")
	b.closePage()
	b.opens(t, 1)
	b.until(t, "the change", func() bool { return len(b.doings.all) == 2 })
	b.closePage()
	b.opens(t, 1)
	if b.view.tail.said.Text != b.text.Text("journal_changed") {
		t.Errorf("it says %q", b.view.tail.said.Text)
	}
	b.view.field.SetText("kept meanwhile")
	b.keep()
	want := b.text.Text("note_kept") + " " + strings.ReplaceAll(b.text.Text("journal_before"), "{what}", b.text.Text("journal_changed"))
	b.until(t, want, func() bool { return b.view.tail.said.Text == want })
	b.takesBack(t, "journal_deleted")
	b.takesBack(t, "")
	if got := b.texts(t); !slices.Equal(got[1:], before) && !slices.Equal(got[:2], before) {
		t.Errorf("%q, it was %q", got, before)
	}
}

// What could not be taken back can be tried again.
func TestWhatCannotBeTakenBackStaysToBeTaken(t *testing.T) {
	b := newBook(t, noteOf(1, "one"))
	b.opens(t, 1)
	b.reads(t, 0)
	b.opened.editors[0].field.SetText("changed")
	b.back()
	b.said(t, "journal_changed")
	b.disk.refuse = errors.New("no space left")
	b.strike(ctrl(fyne.KeyZ))
	b.until(t, "the line", func() bool {
		return strings.HasPrefix(b.view.tail.said.Text, b.text.Text("journal_not_undone")) && b.view.tail.pill.Visible()
	})
	b.disk.refuse = nil
	b.takesBack(t, "")
	if got := b.texts(t); !slices.Equal(got, []string{"one"}) {
		t.Errorf("%q", got)
	}
}

// "Delete everything" promises that nothing is left: nothing comes back then, nor while it is being done.
func TestNothingComesBackWhenEverythingIsDeleted(t *testing.T) {
	b := newBook(t, noteOf(1, "one"), noteOf(2, "two"))
	b.opens(t, 2)
	b.removesRow(t, 0)
	b.openErase()
	b.button(t, "journal_delete_all").press()
	b.takeBack() // before the disk has done it
	b.said(t, "journal_all_deleted")
	b.strike(ctrl(fyne.KeyZ))
	b.closePage()
	b.opens(t, 0)
	b.strike(ctrl(fyne.KeyZ))
	b.wishes.ask(control.MethodPause, nil) // after it, whatever there was to write is written
	b.wished(t)
	if got := b.texts(t); len(got) != 0 || b.view.tail.all.Visible() {
		t.Errorf("there is %q again", got)
	}
}
