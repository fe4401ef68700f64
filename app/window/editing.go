package window

import (
	"context"
	"errors"
	"strings"
	"time"

	"fyne.io/fyne/v2/dialog"

	"kindhum/app/practice"
)

// book is the practices that are being changed.
type book struct {
	open   *editing            // whose page is open, or was last
	edits  map[string]*editing // those of which something may not be on the disk, by id
	gone   []practice.Draft    // the practices that were removed and can be brought back, the last one last
	looked bool                // for what was removed in an earlier window

	removed map[string]*removals // of the practices that were changed, by id

	asking *dialog.FileDialog // that is open; nil is none
}

// editing is a practice while it is being changed. What is typed is in the draft at once, and is written whenever the
// keys go elsewhere; what cannot be written stays here and is tried again.
type editing struct {
	shell   *shell
	draft   practice.Draft
	step    int          // whose page is open
	removed *removals    // of it; nil is not asked for yet
	sent    string       // as it was last given to be written, or found
	pending int          // how often it is on its way to the disk
	lost    error        // why it could not be written
	told    bool         // that it could not be written
	held    bool         // closing was refused once for it
	say     func(string) // shows a line on the page that is open
}

// edit begins to change a practice, or goes on with it.
func (s *shell) edit(d practice.Draft) *editing {
	e, there := s.shown.book.edits[d.ID]
	if !there || d.ID == "" {
		e = &editing{shell: s, draft: d, sent: string(d.Encode()), say: func(string) {}}
	}
	s.shown.book.open = e
	return e
}

// changed reports whether there is something that was not given to be written.
func (e *editing) changed() bool { return string(e.draft.Encode()) != e.sent || e.lost != nil }

// whole is the draft as it can be written: with an id and a title, and in accord with itself.
func (e *editing) whole() practice.Draft {
	d := e.draft.Clone()
	if strings.TrimSpace(d.Title) == "" {
		d.Title = e.shell.text.Text("words_untitled")
		if is, there := e.shell.opts.Library.BuiltIn(d.ID); there {
			d.Title = is.Title
		}
	}
	if d.ID == "" {
		d.ID = e.shell.newID(d.Title)
	}
	for i := range d.Steps {
		d.Steps[i].Settle()
	}
	return d
}

// take is what is to be written now.
func (e *editing) take() practice.Draft {
	d := e.whole()
	e.draft.ID, e.draft.Steps = d.ID, d.Clone().Steps
	e.sent = string(e.draft.Encode())
	e.shell.shown.book.edits[d.ID] = e
	e.shell.shown.book.known(d.ID, e.removals())
	return d
}

// keep writes the practice down, in the background, if it was changed.
func (e *editing) keep() {
	if !e.changed() {
		return
	}
	s, d := e.shell, e.take()
	e.lost = nil
	e.pending++
	s.remember(func(context.Context) error {
		err := s.opts.Shelf.Put(d)
		s.do(func() {
			e.pending--
			e.kept(err)
			s.jot() // what was put down of it is so no longer
		})
		return nil
	})
}

// kept takes note of how writing went.
func (e *editing) kept(err error) {
	s := e.shell
	was := e.told
	if e.lost, e.told = err, err != nil; err != nil {
		why := s.notKept(err)
		e.say(why)
		if s.stage.page == nil {
			s.tell(why, err)
		}
		return
	}
	if was {
		e.say("") // it is not true any more
	}
	if e.pending == 0 {
		e.held = false
		delete(s.shown.book.edits, e.draft.ID)
	}
	s.reread()
	s.page.updated()
	s.arrange()
}

var errSlow = errors.New("the disk does not answer")

// keepNow writes what is not on the disk yet before the window closes. It is false, once, when that fails.
func (s *shell) keepNow() bool {
	if e := s.shown.book.open; e != nil && e.changed() {
		e.take()
	}
	all := true
	for _, e := range s.shown.book.edits {
		if !e.held && !e.keepNow() {
			all = false
		}
	}
	s.tidy()
	return all
}

func (e *editing) keepNow() bool {
	s, d, done := e.shell, e.take(), make(chan error, 1)
	s.remember(func(context.Context) error {
		done <- s.opts.Shelf.Put(d) // after all that is on its way already
		return nil
	})
	err := errSlow
	select {
	case err = <-done:
	case <-time.After(closeWithin):
	}
	if e.lost = err; err != nil {
		e.held = true
		e.say(s.notKept(err))
		s.tell(s.notKept(err), err)
		return false
	}
	delete(s.shown.book.edits, d.ID)
	return true
}
