package window

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindhum/app/theme"
)

// endFoot is the card after a session: thanks, a private note, three ways on.
type endFoot struct {
	shell  *shell
	all    *fyne.Container
	thanks *heading
	note   *note
	held   bool // the note could not be written; closing was refused once
	// session is the one that is over, by its number in the log.
	session int64
}

// note is a small text field. Esc and the function keys go on to other; Return makes a new row where there are several.
type note struct {
	typing
}

// tells has its name be a label, and its tooltip say what is under a key of the words.
func (n *note) tells(self told, t *tips, label, about string) {
	n.self, n.tips, n.label, n.about = self, t, label, about
}

func newEndFoot(s *shell) *endFoot {
	f := &endFoot{shell: s, thanks: headingOf(theme.TypeLine), note: &note{typing: typing{other: s.key}}}
	f.note.between(2, mostRows)
	f.note.OnChanged = s.jotted
	f.note.SetPlaceHolder(s.text.Text("note_hint"))
	f.note.tells(f.note, s.tips, s.text.Text("note"), "note")
	f.note.ExtendBaseWidget(f.note)
	ways := container.New(&flow{gap: 6},
		s.pill(leading, "once_more", s.begin),
		s.pill(outlined, "leave_tone_on", s.tone),
		s.pill(outlined, "close", s.close),
	)
	told, _ := newOverflow(container.NewVBox(f.thanks, gap(8), f.note))
	rest, scroll := newOverflow(outlinedWhole(ways))
	revealIn(scroll, ways)
	f.all = newFooting(&footing{told: told, rest: rest})
	return f
}

// newRow is a text field of one row, in which Return submits.
func newRow(other func(*fyne.KeyEvent)) *note {
	n := &note{typing: typing{other: other}}
	n.ExtendBaseWidget(n)
	return n
}

// begin shows the card of a session that is over.
func (f *endFoot) begin() {
	f.thank()
	f.held = false
	f.session = f.shell.shown.snap.Row
}

// thank shows a line of thanks.
func (f *endFoot) thank() {
	lines := f.shell.text.Lines("thanks")
	f.thanks.set(lines[f.shell.shown.thanks%len(lines)])
}

// goOn takes the place of the same card in other words.
func (f *endFoot) goOn(was *endFoot) {
	f.held, f.session = was.held, was.session
	f.note.SetText(was.note.Text)
	f.thank()
}

// keep writes the note down, if there is one, in the background; what cannot be written stays in the field.
func (f *endFoot) keep() {
	text := strings.TrimSpace(f.note.Text)
	if text == "" {
		return
	}
	s, session := f.shell, f.session
	f.note.SetText("")
	s.remember(func(ctx context.Context) error {
		err := s.opts.Store.AddNote(ctx, session, text)
		s.do(func() {
			if err == nil {
				s.mention(s.text.Text("note_kept"))
				return
			}
			again := s.feet.end.note // the card may have been made anew meanwhile
			again.SetText(strings.TrimSpace(text + "\n" + again.Text))
			s.tell(s.text.Text("not_kept"), err)
		})
		return nil
	})
}

// keepNow writes the note down before the window closes. It is false, once, when that fails.
func (f *endFoot) keepNow() bool {
	text := strings.TrimSpace(f.note.Text)
	if text == "" || f.held {
		return true
	}
	ctx, cancel := context.WithTimeout(context.Background(), closeWithin)
	defer cancel()
	if err := f.shell.opts.Store.AddNote(ctx, f.session, text); err != nil {
		f.held = true
		f.shell.tell(f.shell.text.Text("not_kept"), err)
		return false
	}
	f.note.SetText("")
	return true
}
