package window

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"kindhum/app/store"
)

// undo takes something back.
type undo func(context.Context) error

// done is something that was done and can be taken back.
type done struct {
	line string // that said so
	undo undo
}

// doings are what can be taken back, the last one last. They are kept for as long as the window is open, or until
// everything is deleted.
type doings struct {
	all     []done
	erasing bool // everything is being deleted: nothing may come back meanwhile
}

// did says what was done, and offers the way back; nil is none.
func (d *diary) did(line string, undo undo) {
	if undo != nil {
		d.doings.all = append(d.doings.all, done{line, undo})
	}
	d.say(line)
}

// say shows a line.
func (d *diary) say(line string) {
	if d.view == nil {
		d.shell.tell(line, nil)
		return
	}
	d.view.tail.say(line)
}

// fail says what could not be done; err goes to the log.
func (d *diary) fail(key string, err error) {
	fyne.LogError(key, err)
	d.say(d.shell.text.Text(key))
}

// tail is a line about what was done last, with a way back where there is one. It stays until something
// else is done.
type tail struct {
	diary *diary
	all   *fyne.Container
	said  *widget.Label
	pill  *pill
}

func newTail(d *diary) *tail {
	t := &tail{diary: d, said: left("")}
	t.pill = d.shell.pill(outlined, "journal_undo", d.takeBack)
	t.all = container.New(&beside{gap: 6}, t.said, t.pill)
	t.all.Hide()
	return t
}

// say shows a line. Where it is about something else than what can be taken back next, it says that, too.
func (t *tail) say(line string) {
	all := t.diary.doings.all
	back := len(all) > 0
	if back && all[len(all)-1].line != line {
		line += " " + strings.ReplaceAll(t.diary.shell.text.Text("journal_before"), "{what}", all[len(all)-1].line)
	}
	if t.pill.focused && !back {
		t.diary.shell.focus(t.diary.view.list) // the keys have to go somewhere
	}
	t.pill.Hidden = !back
	t.said.Alignment = fyne.TextAlignLeading
	if !back {
		t.said.Alignment = fyne.TextAlignCenter
	}
	t.said.SetText(line)
	t.all.Show()
	t.diary.view.home.Refresh()
}

// remind shows what can be taken back, when the page is opened again.
func (t *tail) remind() {
	if all := t.diary.doings.all; len(all) > 0 {
		t.say(all[len(all)-1].line)
	}
}

// takeBack takes the last thing back.
func (d *diary) takeBack() {
	s, all := d.shell, d.doings.all
	if len(all) == 0 || d.doings.erasing {
		return
	}
	last := all[len(all)-1]
	d.doings.all = all[:len(all)-1]
	s.remember(func(ctx context.Context) error {
		err := last.undo(ctx)
		s.do(func() {
			switch {
			case errors.Is(err, store.ErrGone): // elsewhere: it can never be taken back
				d.say(s.text.Text("journal_gone"))
			case err != nil:
				d.doings.all = append(d.doings.all, last)
				d.fail("journal_not_undone", err)
				return
			default:
				d.say(s.text.Text("journal_undone"))
			}
			d.read(again)
		})
		return nil
	})
}
