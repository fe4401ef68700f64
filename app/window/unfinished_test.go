package window

import (
	"errors"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"kindhum/app/store"
)

// putsDown waits until what is typed was put down, and is what an earlier window left, as a later one would find it.
func (b *diaryDesk) putsDown(t *testing.T) {
	t.Helper()
	b.until(t, "it is put down", func() bool { return !b.desk.shell.kept.jots.due })
	b.desk.settle(t)
}

// afterwards is what a window finds that comes after one which went without a word.
func (b *diaryDesk) afterwards(t *testing.T, notes, practices int) {
	t.Helper()
	n, rest, err := b.store.KeepUnfinished(t.Context())
	if err != nil || n != notes || len(rest) != practices {
		t.Fatalf("%d notes and %q are left; %v", n, rest, err)
	}
}

// newJotting is a window that has taken up what an earlier one left: nothing.
func newJotting(t *testing.T, entries ...store.Entry) *diaryDesk {
	t.Helper()
	b := newBookIn(t, "en", entries...)
	b.takeUp()
	b.until(t, "it is known what was left", func() bool { return b.desk.shell.kept.jots.known })
	b.putsDown(t)
	return b
}

func TestWhatIsTypedOutlastsTheWindow(t *testing.T) {
	b := newJotting(t, sessionOf(9, "as it was"))
	b.opens(t, 1)
	b.reads(t, 0)
	test.Type(b.opened.editors[0].field, ", changed")
	test.Type(b.opened.editors[1].field, "another")
	b.putsDown(t)
	b.afterwards(t, 2, 0)
	if got := b.texts(t); !slices.Equal(got, []string{"as it was, changed", "another"}) {
		t.Errorf("%q", got)
	}
}

func TestAnAnswerOutlastsTheWindowWithItsQuestion(t *testing.T) {
	b := newJotting(t)
	b.opens(t, 0)
	test.Type(b.view.field, " the rain ")
	b.putsDown(t)
	b.closePage() // it waits for the next time
	b.afterwards(t, 1, 0)
	if all := b.kept(t); len(all) != 1 || all[0].Notes[0].Text != "the rain" || all[0].Notes[0].Question != b.asking.text {
		t.Errorf("%+v", all)
	}
}

func TestTheNoteAfterASessionOutlastsTheWindow(t *testing.T) {
	b := newJotting(t, sessionOf(7))
	b.see(b.playing("running", time.Second))
	ending := b.playing("ending", time.Minute)
	ending.Row = 7
	b.see(ending)
	test.Type(b.feet.end.note, "softer")
	b.putsDown(t)
	b.afterwards(t, 1, 0)
	if all := b.kept(t); len(all) != 1 || len(all[0].Notes) != 1 || all[0].Notes[0].Text != "softer" {
		t.Errorf("%+v", all)
	}
}

// What is kept, given up or deleted is not unfinished.
func TestWhatIsKeptIsNotKeptOnceMore(t *testing.T) {
	b := newJotting(t, sessionOf(9, "one"))
	b.opens(t, 1)
	test.Type(b.view.field, "the rain")
	b.putsDown(t)
	b.diary.keep()
	b.said(t, "note_kept")
	b.putsDown(t)
	b.afterwards(t, 0, 0)

	test.Type(b.view.field, "no")
	b.putsDown(t)
	b.view.field.SetText("")
	b.putsDown(t)
	b.afterwards(t, 0, 0)

	test.Type(b.view.field, "gone with all")
	b.putsDown(t)
	b.openErase()
	b.erase()
	b.until(t, "all is deleted", func() bool { return len(b.rows) == 0 })
	b.afterwards(t, 0, 0)
	b.putsDown(t) // it still stands in its field
	b.afterwards(t, 1, 0)
}

func TestAPracticeOutlastsTheWindow(t *testing.T) {
	b := newJotting(t)
	b.openWords()
	b.tap(t, "Hum breath", 0)
	b.types(b.fields()[0], "My ")
	b.putsDown(t)
	if len(b.shelfFiles(t)) != 0 {
		t.Error("it is written while one types")
	}
	b.afterwards(t, 0, 1)

	later := newDesk(t)
	later.opts.Store = b.store
	later.takeUp()
	later.turn(t)
	later.settle(t)
	if p := later.file(t, "hum-breath.toml"); p.Title != "My Hum breath" {
		t.Errorf("%+v", p)
	}
	if later.shown.notice != later.text.Text("unfinished_kept") {
		t.Errorf("it says %q", later.shown.notice)
	}
	for later.kept.jots.due {
		later.turn(t)
	}
	later.settle(t)
	b.afterwards(t, 0, 0)
	if filepath.Dir(later.folder) == filepath.Dir(b.folder) {
		t.Fatal("both have the same shelf")
	}
}

// Where what was left cannot be kept, nothing takes its place.
func TestWhatCannotBeKeptStaysWhereItIs(t *testing.T) {
	b := newBookIn(t, "en")
	left := store.Unfinished{Notes: []store.Note{{Written: time.Now(), Text: "from before"}}}
	if err := b.store.SetUnfinished(t.Context(), left); err != nil {
		t.Fatal(err)
	}
	b.disk.refuse = errors.New("the disk is full")
	b.takeUp()
	b.turn(t)
	b.opens(t, 0)
	test.Type(b.view.field, "now")
	b.putsDown(t)
	b.putDown()
	b.desk.settle(t)
	b.afterwards(t, 1, 0)
	if got := b.texts(t); !slices.Equal(got, []string{"from before"}) {
		t.Errorf("%q", got)
	}
}
