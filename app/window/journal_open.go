package window

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"kindhum/app/store"
)

// opened is an entry that is read, changed or deleted. What is changed is kept when it is left.
type opened struct {
	diary   *diary
	entry   store.Entry
	editors []*editor
}

// openRow reads the entry of a row and opens it.
func (d *diary) openRow(r diaryRow) {
	s := d.shell
	s.remember(func(ctx context.Context) error { // after what is being written
		var e store.Entry
		var err error
		if r.session != 0 {
			e, err = s.opts.Store.SessionEntry(ctx, r.session)
		} else {
			e, err = s.opts.Store.NoteEntry(ctx, r.note)
		}
		s.do(func() {
			switch {
			case d.view == nil || d.view.inner():
			case errors.Is(err, store.ErrGone):
				d.say(s.text.Text("journal_gone"))
				d.read(again)
			case err != nil:
				d.fail("journal_not_read", err)
			default:
				d.openEntry(e)
			}
		})
		return nil
	})
}

// openEntry shows an entry in place of the list.
func (d *diary) openEntry(e store.Entry) {
	s, words := d.shell, d.words()
	o := &opened{diary: d, entry: e}
	title := newHeading()
	title.set(s.text.Text("journal"))
	box := container.NewVBox(left(words.told(e)))
	for _, n := range e.Notes {
		o.add(n, box)
	}
	ways := container.New(&flow{gap: 6}, s.pill(outlined, "journal_back", d.back).tells("done"))
	if e.Session.ID != 0 {
		o.add(store.Note{Session: e.Session.ID}, box)
		if d.goesOn(e.Session.ID) {
			box.Add(left(s.text.Text("journal_goes_on")))
		} else {
			ways.Add(s.pill(outlined, "journal_delete_session", func() { d.deleteSession(e.Session.ID) }))
		}
	}
	inner, scroll := newOverflow(box)
	s.page.scroll = scroll
	d.opened = o
	scroll.OnScrolled = func(fyne.Position) { s.tips.gone() }
	d.inside(onEntry, newStacked(container.NewVBox(title, gap(1)), inner, container.NewVBox(gap(1), ways)))
}

// add adds the editor of a note, new ones with an ID of 0.
func (o *opened) add(n store.Note, to *fyne.Container) {
	e := newEditor(o.diary, n)
	o.editors = append(o.editors, e)
	if n.Question != "" {
		question := left(n.Question)
		question.Importance = widget.LowImportance
		to.Add(question)
	}
	to.Add(e.field)
	label := o.diary.shell.text.Text("journal_note")
	if n.ID == 0 {
		label = o.diary.shell.text.Text("note")
	} else if len(o.entry.Notes) > 1 {
		label = fmt.Sprintf("%s %d", label, len(o.editors))
	}
	e.field.tells(e.field, o.diary.shell.tips, label, "journal_note")
	if n.ID == 0 {
		e.field.SetPlaceHolder(o.diary.shell.text.Text("note_hint"))
		return
	}
	e.delete = o.diary.shell.pill(outlined, "journal_delete_note", func() { o.diary.deleteNote(n.ID) })
	if len(o.entry.Notes) > 1 {
		e.delete.of(label)
		e.before.of(label)
		e.after.of(label)
	}
	row := centredRow(e.delete)
	to.Add(e.turns)
	to.Add(row)
}

// only leaves those editors changed whose changes are given.
func (o *opened) only(rest changes) {
	for _, e := range o.editors {
		if !rest.have(e.was.ID) {
			e.was.Text = e.text()
		}
	}
}

// goesOn says whether a session is the one that plays.
func (d *diary) goesOn(session int64) bool {
	return d.shell.shown.on == guided && d.shell.shown.snap.Row == session
}

// changes are what was changed in the entry that is open.
func (d *diary) changes() changes {
	if d.opened == nil {
		return nil
	}
	var all changes
	for _, e := range d.opened.editors {
		if text := e.text(); text != e.was.Text {
			all = append(all, change{e.was, strings.TrimSpace(text)})
		}
	}
	return all
}

// keepChanges writes down what was changed, and leaves the entry that is open.
func (d *diary) keepChanges() {
	all := d.changes()
	d.opened = nil
	if len(all) == 0 {
		return
	}
	s := d.shell
	s.remember(func(ctx context.Context) error {
		back, rest, err := all.carryOut(ctx, s.opts.Store)
		s.do(func() {
			d.read(again)
			if line := s.text.Text("journal_changed"); d.view != nil && err == nil {
				d.did(line, back)
			} else if back != nil { // nobody looks, or there is something else to say
				d.doings.all = append(d.doings.all, done{line, back})
			}
			if err != nil {
				d.giveBack(rest.text(), err)
			}
		})
		return nil
	})
}

// editorHere is the editor of the note that has the keys, or else the first; nil is none.
func (d *diary) editorHere() *editor {
	if d.opened == nil || len(d.opened.editors) == 0 {
		return nil
	}
	at := d.shell.win.Canvas().Focused()
	for _, e := range d.opened.editors {
		if at == fyne.Focusable(e.field) || (e.delete != nil && at == fyne.Focusable(e.delete)) {
			return e
		}
	}
	return d.opened.editors[0]
}

// deleteNoteHere deletes it.
func (d *diary) deleteNoteHere() {
	if e := d.editorHere(); e != nil && e.was.ID != 0 {
		d.deleteNote(e.was.ID)
	}
}

// partKey shows another part of it.
func (d *diary) partKey(k stroke) {
	if e := d.editorHere(); e != nil {
		e.turn(e.at + byKey(k))
	}
}

// deleteOpened deletes the session that is open, unless it goes on.
func (d *diary) deleteOpened() {
	if d.opened == nil {
		return
	}
	if id := d.opened.entry.Session.ID; id != 0 && !d.goesOn(id) {
		d.deleteSession(id)
	}
}

// deleteRow deletes the entry that has the keys in the list. It can be brought back.
func (d *diary) deleteRow() {
	l := d.view.list
	if !l.keys || l.at >= len(d.rows) {
		return
	}
	switch r := d.rows[l.at]; {
	case r.session == 0:
		d.remove(func(ctx context.Context) (store.Entry, error) { return d.shell.opts.Store.DeleteNote(ctx, r.note) })
	case !d.goesOn(r.session):
		d.deleteSession(r.session)
	}
}

// listKey goes to the list, and there to a row.
func (d *diary) listKey(k stroke) {
	d.shell.focus(d.view.list)
	if k.name == fyne.KeyHome || k.name == fyne.KeyEnd {
		d.view.list.TypedKey(&fyne.KeyEvent{Name: k.name})
	}
}

func (d *diary) deleteNote(id int64) {
	d.leaveOut(id)
	d.remove(func(ctx context.Context) (store.Entry, error) { return d.shell.opts.Store.DeleteNote(ctx, id) })
}

func (d *diary) deleteSession(id int64) {
	d.remove(func(ctx context.Context) (store.Entry, error) { return d.shell.opts.Store.DeleteSession(ctx, id) })
}

// leaveOut gives up what was changed in a note that is about to be deleted: it is deleted, and comes back, as it was.
func (d *diary) leaveOut(id int64) {
	for _, e := range d.opened.editors {
		if e.was.ID == id {
			e.was.Text = e.text()
		}
	}
}

// remove deletes, keeps what else was changed, and offers a way back.
func (d *diary) remove(act func(context.Context) (store.Entry, error)) {
	s := d.shell
	d.back()
	s.remember(func(ctx context.Context) error {
		e, err := act(ctx)
		s.do(func() {
			switch {
			case errors.Is(err, store.ErrGone):
				d.say(s.text.Text("journal_gone"))
			case err != nil:
				d.fail("journal_not_deleted", err)
			default:
				d.did(s.text.Text("journal_deleted"), func(ctx context.Context) error {
					return s.opts.Store.Restore(ctx, e)
				})
			}
			d.read(again)
		})
		return nil
	})
}
