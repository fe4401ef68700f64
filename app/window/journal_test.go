package window

import (
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kindhum/app/store"
	"kindhum/app/theme"
)

// diaryDesk is a desk with a journal.
type diaryDesk struct {
	*desk
	*diary
	disk *watched
}

func newBook(t *testing.T, entries ...store.Entry) *diaryDesk {
	t.Helper()
	return newBookIn(t, "en", entries...)
}

// newBookIn is a journal in a language.
func newBookIn(t *testing.T, language string, entries ...store.Entry) *diaryDesk {
	t.Helper()
	d := newDeskIn(t, language)
	if err := d.store.Restore(t.Context(), entries...); err != nil {
		t.Fatal(err)
	}
	b := &diaryDesk{desk: d, diary: d.feet.diary, disk: &watched{Store: d.store}}
	d.shell.opts.Store = b.disk
	d.win.Resize(fyne.NewSize(theme.LeastWidth, theme.LeastHeight))
	d.safetySeen()
	return b
}

// until does what is to be done on the UI goroutine until something is so.
func (b *diaryDesk) until(t *testing.T, what string, so func() bool) {
	t.Helper()
	for over := time.After(20 * time.Second); !so(); { // only a failure waits for it
		select {
		case f := <-b.todo:
			f()
		case <-over:
			t.Fatal("never: " + what)
		}
	}
}

// opens opens the page and waits until all of it is there.
func (b *diaryDesk) opens(t *testing.T, rows int) {
	t.Helper()
	b.diary.open()
	b.lists(t, rows)
	b.until(t, "a question", func() bool { return b.asking.text != "" })
}

// lists waits until there are so many rows.
func (b *diaryDesk) lists(t *testing.T, rows int) {
	t.Helper()
	b.until(t, "the rows", func() bool { return len(b.rows) == rows && (rows > 0 || b.view.nothing.Text != "") })
}

// said waits for a line.
func (b *diaryDesk) said(t *testing.T, key string) {
	t.Helper()
	want := b.text.Text(key)
	b.until(t, want, func() bool { return b.view.tail.said.Text == want })
}

// kept is all that the store holds.
func (b *diaryDesk) kept(t *testing.T) []store.Entry {
	t.Helper()
	var all []store.Entry
	for e, err := range b.store.Entries(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, e)
	}
	return all
}

// texts are the texts of all notes, newest entry first.
func (b *diaryDesk) texts(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, e := range b.kept(t) {
		for _, n := range e.Notes {
			all = append(all, n.Text)
		}
	}
	return all
}

func noteOf(id int64, text string) store.Entry {
	return store.Entry{Notes: []store.Note{{ID: id, Written: time.UnixMilli(1_790_000_000_000 + id*1000), Text: text}}}
}

func sessionOf(id int64, texts ...string) store.Entry {
	e := store.Entry{Session: store.Record{
		ID: id, Start: time.UnixMilli(1_790_000_000_000 + id*1000), Practice: "hum-breath", Elapsed: 5 * time.Minute, Breaths: 30,
	}}
	for i, text := range texts {
		e.Notes = append(e.Notes, store.Note{ID: id*10 + int64(i), Session: id, Written: e.Session.Start, Text: text})
	}
	return e
}

// reads opens a row and waits for it.
func (b *diaryDesk) reads(t *testing.T, row int) {
	t.Helper()
	b.view.list.Select(row)
	b.until(t, "an open entry", func() bool { return b.opened != nil })
}

func TestWhatIsWrittenIsKeptWithItsQuestion(t *testing.T) {
	b := newBook(t)
	b.opens(t, 0)
	if b.view.nothing.Text != b.text.Text("journal_empty") {
		t.Errorf("of nothing it says %q", b.view.nothing.Text)
	}
	asked := map[string]bool{}
	for range b.text.Lines("journal_questions") {
		question := b.asking.text
		if asked[question] || b.view.ask.Text != question {
			t.Fatalf("%q is asked again, or %q is shown", question, b.view.ask.Text)
		}
		asked[question] = true
		test.Type(b.view.field, " soft ")
		b.keep()
		if b.view.field.Text != "" {
			t.Errorf("the field still holds %q", b.view.field.Text)
		}
		b.lists(t, len(asked))
		if e := b.kept(t)[0]; len(asked) == 1 && (e.Notes[0].Question != question || e.Notes[0].Text != "soft") {
			t.Errorf("kept: %+v", e)
		}
	}
	b.keep() // nothing is written: nothing is kept, and nothing else asked
	if b.win.Canvas().Focused() != b.view.field || len(b.kept(t)) != len(asked) {
		t.Error("of nothing something is kept")
	}
	last := b.asking.text
	b.closePage()
	b.opens(t, len(asked))
	if b.asking.text == last {
		t.Error("opened again, it asks the same")
	}
}

func TestWhatIsBegunIsNeverLost(t *testing.T) {
	b := newBook(t, noteOf(1, "one"))
	b.opens(t, 1)
	question := b.asking.text
	test.Type(b.view.field, "half a thou")
	b.see(b.playing("running", time.Second)) // a session begins, from anywhere
	if b.stage.page != nil || b.view != nil {
		t.Fatal("the page is still open")
	}
	b.see(b.playing("paused", 2*time.Second))
	b.opens(t, 1)
	if b.view.field.Text != "half a thou" || b.asking.text != question {
		t.Fatalf("%q to %q", b.view.field.Text, b.asking.text)
	}
	b.reads(t, 0)
	b.opened.editors[0].field.SetText("one, and more")
	b.see(b.playing("ending", 3*time.Second))
	b.desk.shell.rest()
	b.opens(t, 1)
	b.until(t, "the change", func() bool { return b.texts(t)[0] == "one, and more" })
	b.reads(t, 0)
	b.opened.editors[0].field.SetText("one, and still more")
	if !b.keepNow() {
		t.Fatal("it could not be kept")
	}
	if got := b.texts(t); len(got) != 2 || got[0] != "half a thou" || got[1] != "one, and still more" {
		t.Errorf("%q", got)
	}
	if !b.keepNow() || len(b.texts(t)) != 2 {
		t.Error("kept twice")
	}
}

func TestWhatTheJournalCannotWriteStays(t *testing.T) {
	b := newBook(t, noteOf(1, "one"))
	b.disk.refuse = errors.New("no space left")
	b.opens(t, 1)
	b.view.field.SetText("first")
	b.keep()
	b.view.field.SetText("second")
	b.until(t, "it comes back", func() bool { return b.view.field.Text == "first\nsecond" })
	b.said(t, "not_kept")
	b.reads(t, 0)
	b.opened.editors[0].field.SetText("changed")
	b.back()
	b.until(t, "it comes back", func() bool { return b.view.field.Text == "changed\nfirst\nsecond" })
	if b.keepNow() || !b.keepNow() {
		t.Error("closing is refused not once")
	}
	if got := b.texts(t); len(got) != 1 || got[0] != "one" {
		t.Errorf("%q", got)
	}
	b.disk.refuse, b.held = nil, false
	if !b.keepNow() || b.texts(t)[0] != "changed\nfirst\nsecond" {
		t.Errorf("%q", b.texts(t))
	}
}

func TestAChangeIsKeptByLeavingAndCanBeUndone(t *testing.T) {
	for name, c := range map[string]struct{ to, want string }{
		"another text": {" one, and more \n", "one, and more"},
		"no text":      {" \n ", ""},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBook(t, sessionOf(1, "one"), noteOf(5, "five"))
			before := b.texts(t)
			b.opens(t, 2)
			b.reads(t, 1)
			b.press(fyne.KeyEscape) // nothing was changed
			if b.view.inner() || b.view.tail.all.Visible() {
				t.Fatal("it says something of nothing")
			}
			b.reads(t, 1)
			b.opened.editors[0].field.SetText(c.to)
			b.press(fyne.KeyEscape)
			b.said(t, "journal_changed")
			if got := b.kept(t)[1]; (c.want == "") != (len(got.Notes) == 0) || c.want != "" && got.Notes[0].Text != c.want {
				t.Fatalf("%+v", got)
			}
			b.view.tail.pill.press()
			b.said(t, "journal_undone")
			if got := b.texts(t); strings.Join(got, "|") != strings.Join(before, "|") {
				t.Errorf("%q, it was %q", got, before)
			}
			b.press(fyne.KeyEscape)
			if b.stage.page != nil {
				t.Error("Esc does not leave the page")
			}
		})
	}
}

func TestALineCanBeAddedToASession(t *testing.T) {
	b := newBook(t, sessionOf(1))
	b.opens(t, 1)
	b.reads(t, 0)
	b.opened.editors[0].field.SetText("later")
	b.back()
	b.said(t, "journal_changed")
	if got := b.kept(t); len(got) != 1 || len(got[0].Notes) != 1 || got[0].Notes[0].Session != 1 {
		t.Errorf("%+v", got)
	}
}
