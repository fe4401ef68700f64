package window

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"kindhum/app/draft"
	"kindhum/app/journal"
	"kindhum/app/store"
)

// openMore shows what else can be done with a journal.
func (d *diary) openMore() {
	item := func(key string, act func()) *fyne.MenuItem { return fyne.NewMenuItem(d.shell.text.Text(key), act) }
	d.shell.popUp(d.view.more, []*fyne.MenuItem{
		item("journal_totals", d.openTotals), item("journal_export", d.openExport),
		fyne.NewMenuItemSeparator(), item("journal_delete_all", d.openErase),
	})
}

// openInner shows a title and lines in place of the list, with ways on beneath them.
func (d *diary) openInner(at place, key string, lines []string, ways ...fyne.CanvasObject) {
	title := newHeading()
	title.set(d.shell.text.Text(key))
	box := container.NewVBox()
	for _, line := range lines {
		box.Add(centred(line))
	}
	box.Add(gap(4))
	for _, way := range ways {
		box.Add(centredRow(way))
	}
	back := d.shell.pill(outlined, "journal_back", d.back).tells("done")
	inner, scroll := newOverflow(box)
	scroll.OnScrolled = func(fyne.Position) { d.shell.tips.gone() }
	d.shell.page.scroll = scroll
	d.inside(at, newStacked(container.NewVBox(title), inner, container.NewVBox(centredRow(back))))
}

// openTotals says how much there is, to who asks.
func (d *diary) openTotals() {
	s := d.shell
	s.remember(func(ctx context.Context) error {
		totals, err := s.opts.Store.Totals(ctx)
		s.do(func() {
			switch {
			case d.view == nil || d.view.inner():
			case err != nil:
				d.fail("journal_not_read", err)
			default:
				d.openInner(onTotals, "journal_totals", d.words().totals(totals))
			}
		})
		return nil
	})
}

func (w diaryWords) totals(t store.Totals) []string {
	var lines []string
	count := func(n int, key string) {
		if n > 0 {
			lines = append(lines, w.Count(key, n))
		}
	}
	count(t.Sessions, "sessions")
	if t.Seconds > 0 {
		lines = append(lines, journal.Span(time.Duration(t.Seconds)*time.Second, w))
	}
	count(t.Breaths, "breaths")
	count(t.Notes, "notes")
	if len(lines) == 0 {
		lines = append(lines, w.Text("journal_totals_none"))
	}
	return lines
}

// openErase asks once, since this cannot be undone.
func (d *diary) openErase() {
	d.openInner(onErase, "journal_delete_all", d.shell.text.Lines("journal_delete_all"),
		d.shell.pill(outlined, "journal_keep_all", d.back), d.shell.pill(outlined, "journal_delete_all", d.erase))
}

func (d *diary) erase() {
	s := d.shell
	d.back()
	d.doings.erasing = true
	s.remember(func(ctx context.Context) error {
		clean, err := s.opts.Store.Erase(ctx)
		aside := s.opts.Store.Aside()
		s.do(func() {
			d.doings.erasing = false
			if err != nil {
				d.fail("journal_not_deleted", err)
				return
			}
			d.doings.all = nil // nothing is left, here either
			d.say(d.erased(clean, aside))
			s.kept.jots.last = store.Unfinished{} // that went with it
			s.jot()
			d.read(fresh)
		})
		return nil
	})
}

// erased says what is deleted, and what of it may still be somewhere.
func (d *diary) erased(clean bool, aside []string) string {
	line := d.shell.text.Text("journal_all_deleted")
	if !clean {
		line = d.shell.text.Text("journal_all_deleted_late")
	}
	if len(aside) > 0 {
		line += " " + strings.ReplaceAll(d.shell.text.Text("journal_aside"), "{path}", strings.Join(aside, ", "))
	}
	return line
}

// exportKinds are the kinds of file.
var exportKinds = []struct {
	key    string
	format journal.Format
}{{"journal_markdown", journal.Markdown}, {"journal_csv", journal.CSV}, {"journal_json", journal.JSON}}

// openExport offers the kinds of file.
func (d *diary) openExport() {
	s := d.shell
	var ways []fyne.CanvasObject
	for i, kind := range exportKinds {
		ways = append(ways, s.pill(outlined, kind.key, func() { d.chooseFolder(kind.format) }).tells("journal_kind").by(choosers[i:i+1]))
	}
	d.openInner(onExport, "journal_export", []string{s.text.Text("journal_export_text")}, ways...)
}

// chooseFolder asks where the file shall lie. It has a name of its own there, so that it never takes another's place.
func (d *diary) chooseFolder(f journal.Format) {
	s := d.shell
	ask := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		d.choosing = nil
		switch {
		case err != nil:
			d.fail("journal_not_saved", err)
		case folder != nil:
			d.export(f, folder.Path())
		}
	}, s.win)
	ask.SetTitleText(s.text.Text("journal_where"))
	ask.SetConfirmText(s.text.Text("journal_here"))
	ask.SetDismissText(s.text.Text("journal_not_now"))
	ask.Show()
	ask.Resize(s.win.Canvas().Size()) // not before: it has no size until it is shown
	d.choosing = ask
}

// export writes all there is into a file in a folder.
func (d *diary) export(f journal.Format, folder string) {
	s, words := d.shell, d.words()
	if d.view != nil && d.view.inner() {
		d.back()
	}
	name := s.text.Text("journal_file") + words.now.Format("-2006-01-02")
	s.remember(func(ctx context.Context) error {
		path, err := draft.New(folder, name, f.Extension(), func(to io.Writer) error {
			return f.Write(to, words.entries(s.opts.Store.Entries(ctx)), words)
		})
		s.do(func() {
			if err != nil {
				d.fail("journal_not_saved", err)
				return
			}
			d.say(strings.ReplaceAll(s.text.Text("journal_saved"), "{path}", tilde(path)))
		})
		return nil
	})
}

// tilde is a path as it is said: what is in the person's home begins with ~.
func tilde(path string) string {
	home, err := os.UserHomeDir()
	if rest, is := strings.CutPrefix(path, home); err == nil && is && home != "" && strings.HasPrefix(rest, string(filepath.Separator)) {
		return "~" + rest
	}
	return path
}
