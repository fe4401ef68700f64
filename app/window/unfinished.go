package window

import (
	"context"
	"reflect"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"kindhum/app/practice"
	"kindhum/app/store"
)

// jotAfter is how long what is typed stays in the window alone. A window may end between two keys: where the display
// is lost, Xlib ends the process there and then.
const jotAfter = 500 * time.Millisecond

// jots are what was put down of what is typed and not kept yet.
type jots struct {
	due   bool             // something was typed since
	last  store.Unfinished // as it was put down
	known bool             // what an earlier window left was taken up: before that nothing may take its place
}

// jot has what is typed put down in a moment.
func (s *shell) jot() {
	if j := &s.kept.jots; j.known && !j.due {
		j.due = true
		time.AfterFunc(jotAfter, func() { s.do(s.putDown) })
	}
}

// jotted is jot, for a field.
func (s *shell) jotted(string) { s.jot() }

// putDown puts down what is unfinished now, in the background, if that is not what was put down last.
func (s *shell) putDown() {
	j := &s.kept.jots
	j.due = false
	now := s.unfinished()
	if !j.known || reflect.DeepEqual(timeless(now), timeless(j.last)) {
		return
	}
	j.last = now
	s.remember(func(ctx context.Context) error {
		// Where nothing can be written, that is said when it is to be kept.
		_ = s.opts.Store.SetUnfinished(ctx, now)
		return nil
	})
}

// timeless is what is unfinished, whenever it was written.
func timeless(u store.Unfinished) store.Unfinished {
	notes := make([]store.Note, len(u.Notes))
	for i, n := range u.Notes {
		n.Written = time.Time{}
		notes[i] = n
	}
	u.Notes = notes
	return u
}

// unfinished is all that was typed and is neither kept nor on its way.
func (s *shell) unfinished() store.Unfinished {
	var u store.Unfinished
	add := func(n store.Note) {
		if n.Text = strings.TrimSpace(n.Text); n.Text != "" {
			n.Written = time.Now()
			u.Notes = append(u.Notes, n)
		}
	}
	end, d := s.feet.end, s.feet.diary
	add(store.Note{Session: end.session, Text: end.note.Text})
	add(store.Note{Question: d.asking.text, Text: d.written()})
	for _, c := range d.changes() {
		c.was.Text = c.text
		add(c.was)
	}
	open := s.shown.book.open
	if open != nil && open.changed() {
		u.Practices = append(u.Practices, string(open.whole().Encode()))
	}
	for _, e := range s.shown.book.edits {
		if e != open && e.changed() {
			u.Practices = append(u.Practices, string(e.whole().Encode()))
		}
	}
	return u
}

// takeUp keeps what an earlier window left unfinished, and says so.
func (s *shell) takeUp() {
	s.remember(func(ctx context.Context) error {
		notes, practices, err := s.opts.Store.KeepUnfinished(ctx)
		s.do(func() {
			if err != nil {
				fyne.LogError("what was left unfinished could not be kept, and stays where it is", err)
				return
			}
			s.kept.jots.known, s.kept.jots.last.Practices = true, practices
			for _, text := range practices {
				s.takeUpPractice(text)
			}
			if notes+len(practices) > 0 {
				s.mention(s.text.Text("unfinished_kept"))
			}
			s.jot() // something may have been typed meanwhile
		})
		return nil
	})
}

// takeUpPractice goes on with a practice as it was left, and writes it down.
func (s *shell) takeUpPractice(text string) {
	d, err := practice.ParseDraft([]byte(text))
	if err != nil {
		fyne.LogError("a practice that was left unfinished cannot be read", err)
		return
	}
	e := &editing{shell: s, draft: d, say: func(string) {}}
	s.shown.book.edits[d.ID] = e
	e.keep()
}
