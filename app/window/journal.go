package window

import (
	"context"
	"iter"
	"strings"

	"fyne.io/fyne/v2"

	"kindhum/app/store"
)

// Diary is what the journal asks of the store. Its methods may be called concurrently.
type Diary interface {
	Entries(ctx context.Context) iter.Seq2[store.Entry, error]
	SessionEntry(ctx context.Context, id int64) (store.Entry, error)
	NoteEntry(ctx context.Context, id int64) (store.Entry, error)
	Totals(ctx context.Context) (store.Totals, error)
	AddAnswer(ctx context.Context, question, text string) error
	EditNote(ctx context.Context, id int64, text string) error
	DeleteNote(ctx context.Context, id int64) (store.Entry, error)
	DeleteSession(ctx context.Context, id int64) (store.Entry, error)
	Restore(ctx context.Context, entries ...store.Entry) error
	Erase(ctx context.Context) (bool, error)
	Aside() []string
	Questions(ctx context.Context) (store.Questions, error)
	SetQuestions(ctx context.Context, q store.Questions) error
}

// diary is the journal's page: a gentle question, and what there was. What is written in it outlasts the
// page until it is kept.
type diary struct {
	shell    *shell
	asking   asking
	draft    string     // what is written and not kept, while the page is closed
	view     *diaryView // nil while the page is closed
	opened   *opened    // the entry that is read or changed; nil is none
	rows     []diaryRow // newest first
	reading  reading
	doings   doings
	choosing interface{ Dismiss() } // the dialog that is open; nil is none
	held     bool                   // something could not be written; closing was refused once
}

// open shows the page, with another question unless an answer to the last is begun.
func (d *diary) open() {
	s := d.shell
	s.leavePage()
	d.view = newDiaryView(d)
	d.view.field.SetText(d.draft)
	d.draft = ""
	s.show(d.view.all, openPage{keyed: keyed{onJournal, d}, leave: d.leave, back: d.escape})
	if strings.TrimSpace(d.view.field.Text) == "" {
		d.asking.text = ""
	}
	d.view.tail.remind()
	d.ask()
	d.read(fresh)
}

// leave keeps what was changed, and what was written for the next time.
func (d *diary) leave() {
	d.keepChanges()
	d.draft = d.view.field.Text
	d.view, d.rows = nil, nil
	d.reading.end()
	if d.choosing != nil {
		d.choosing.Dismiss()
		d.choosing = nil
	}
}

// escape goes back, and from the list out of the page.
func (d *diary) escape() {
	switch {
	case d.choosing != nil:
		d.choosing.Dismiss()
	case d.view.inner():
		d.back()
	default:
		d.shell.closePage()
	}
}

// inside shows something in place of the list, whose keys are those of a place.
func (d *diary) inside(at place, body *fyne.Container) {
	d.view.opener = nameOf(d.shell.win.Canvas().Focused())
	d.view.turn(body)
	d.shell.page.place = at
	d.shell.win.Canvas().Unfocus()
}

// back leaves whatever is open in the page for the list.
func (d *diary) back() {
	list, inner, name := d.opened != nil, d.view.inner(), d.view.opener
	d.keepChanges()
	d.view.turn(nil)
	d.shell.page.place = onJournal
	if inner {
		d.shell.win.Canvas().Unfocus()
		d.shell.focusNamed(d.view.home, name)
	}
	if list {
		d.shell.focus(d.view.list)
	}
}

// keep writes down what is in the field, if there is something, and asks another question.
func (d *diary) keep() { d.keepText(d.view.field.Text, "note_kept") }

// keepText writes a text down with the question, and says so. What cannot be written comes back into the field.
func (d *diary) keepText(text, said string) {
	text = strings.TrimSpace(text)
	if text == "" {
		d.shell.focus(d.view.field)
		return
	}
	s, question := d.shell, d.asking.text
	d.view.field.SetText("")
	d.another()
	s.remember(func(ctx context.Context) error {
		err := s.opts.Store.AddAnswer(ctx, question, text)
		s.do(func() {
			if err != nil {
				d.giveBack(text, err)
				return
			}
			d.say(s.text.Text(said))
			d.read(again)
		})
		return nil
	})
}

// giveBack puts what could not be written where it is seen, and is tried again.
func (d *diary) giveBack(text string, err error) {
	d.held = false
	if d.view == nil {
		d.draft = strings.TrimSpace(text + "\n" + d.draft)
		d.shell.tell(d.shell.text.Text("not_kept"), err)
		return
	}
	d.view.field.SetText(strings.TrimSpace(text + "\n" + d.view.field.Text))
	d.fail("not_kept", err)
}

// written is what is written in answer to the question, and not kept.
func (d *diary) written() string {
	if d.view != nil {
		return d.view.field.Text
	}
	return d.draft
}

// keepNow writes down what is not kept yet, before the window closes. It is false, once, when that fails.
func (d *diary) keepNow() bool {
	text := strings.TrimSpace(d.written())
	changes := d.changes()
	if d.held || (text == "" && len(changes) == 0) {
		return true
	}
	ctx, cancel := context.WithTimeout(context.Background(), closeWithin)
	defer cancel()
	_, rest, err := changes.carryOut(ctx, d.shell.opts.Store)
	if err == nil && text != "" {
		err = d.shell.opts.Store.AddAnswer(ctx, d.asking.text, text)
	}
	if err != nil {
		d.held = true
		if d.opened != nil {
			d.opened.only(rest)
		}
		d.fail("not_kept", err)
		return false
	}
	d.draft, d.opened = "", nil
	if d.view != nil {
		d.view.field.SetText("")
	}
	return true
}
