package window

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"kindhum/app/practice"
	"kindhum/app/shelf"
	"kindhum/app/theme"
)

// bring lets a practice file be looked for, and takes a copy of it.
func (w *wordsPage) bring() {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil || file == nil {
			return // nothing was chosen
		}
		path := file.URI().Path()
		_ = file.Close() // it is read by its path, so that no pipe is waited for
		w.take(path)
	}, w.shell.win)
	d.SetFilter(practiceFiles{})
	w.shell.ask(d)
}

// ask shows a dialog in all of the window. Esc closes it, and nothing beneath it gets a key until it is closed.
func (s *shell) ask(d *dialog.FileDialog) {
	s.shown.book.asking = d
	d.SetOnClosed(func() { s.shown.book.asking = nil })
	d.Show() // before it is shown it cannot be resized
	d.Resize(s.win.Canvas().Size())
}

// practiceFiles lets files be seen that a practice may stand in.
type practiceFiles struct{}

// Matches is Fyne's.
func (practiceFiles) Matches(file fyne.URI) bool {
	if !practice.Named(file.Name()) {
		return false
	}
	info, err := os.Stat(file.Path())
	return err == nil && info.Mode().IsRegular()
}

// take takes a copy of a practice file that a person was given. It never takes the place of another practice. What is
// wrong with it is said, and nothing is changed then.
func (w *wordsPage) take(path string) {
	s := w.shell
	name := filepath.Base(path)
	s.remember(func(context.Context) error {
		d, err := shelf.ReadFile(path)
		s.do(func() { w.took(name, d, err) })
		return nil
	})
}

func (w *wordsPage) took(name string, d practice.Draft, err error) {
	s := w.shell
	if err != nil {
		var fault *practice.Fault
		errors.As(err, &fault) // shelf.ReadFile gives no others
		s.note(w.said, s.badFile(name, fault))
		return
	}
	if _, there := s.opts.Library.Find(d.ID); there == nil {
		d.ID = s.newID(d.Title)
	}
	d.Title = s.newTitle(d.Title)
	s.remember(func(context.Context) error {
		err := s.opts.Shelf.Put(d)
		s.do(func() {
			if err != nil {
				s.note(w.said, s.notKept(err))
				return
			}
			s.note(w.said, strings.ReplaceAll(s.text.Text("words_taken"), "{title}", cut(d.Title, sized(200), sized(theme.TypeText))))
			s.reread()
			s.page.updated()
		})
		return nil
	})
}

// export lets a folder be looked for, and writes the practice into it for others.
func (p *practicePage) export() {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err == nil && folder != nil {
			p.exportTo(folder.Path())
		}
	}, p.shell.win)
	p.shell.ask(d)
}

func (p *practicePage) exportTo(folder string) {
	s := p.shell
	p.keep()
	d := p.whole()
	s.remember(func(context.Context) error {
		path, err := shelf.Export(folder, d)
		s.do(func() {
			if err != nil {
				p.say(s.notKept(err))
				return
			}
			p.say(strings.ReplaceAll(s.text.Text("words_shared"), "{file}", brief(path)))
		})
		return nil
	})
}
