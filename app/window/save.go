package window

import (
	"path/filepath"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"kindhum/app/choice"
)

// saveKinds are the kinds of sound file, by the ends of their names.
var saveKinds = []string{".flac", ".wav"}

// mostPath is how many letters a path has at most.
const mostPath = 4096

// savePage is where a session is kept as a sound file.
type savePage struct {
	shell         *shell
	saver         *saver
	path          *field
	kinds         []*pill
	begin, cancel *pill
	folder        *pill
	bar           *widget.ProgressBar
	said          *widget.Label
	form          *fyne.Container
}

func (s *shell) openSave() {
	if s.kept.session.Length == choice.Open {
		s.openPage("save", left(s.text.Text("save_open")))
		return
	}
	p := &savePage{
		shell: s, saver: s.saver, bar: widget.NewProgressBar(), said: left(""),
	}
	for _, kind := range saveKinds {
		n := len(p.kinds)
		p.kinds = append(p.kinds, s.option(strings.ToUpper(kind[1:]), func() { p.choose(kind) }).tells("save_kind").by(choosers[n:n+1]))
	}
	p.begin = s.pill(leading, "save_begin", p.write)
	p.cancel = s.pill(outlined, "save_cancel", s.saver.giveUp)
	p.folder = s.pill(outlined, "save_folder", p.chooseFolder)
	proposed := s.savePath()
	path := proposed
	switch {
	case s.saver.busy():
		path = s.saver.path
	case s.saver.typed[0] == proposed:
		path = s.saver.typed[1]
		fallthrough
	default:
		s.saver.said, s.saver.sure = "", ""
	}
	p.path = newField(brief(path), mostPath, 1, s.key)
	p.path.between(1, mostPathRows)
	p.path.typed, p.path.enter = func(string) { p.update() }, p.write
	p.path.tells(s.tips, s.text.Text("save_path"), "save_path")
	what := left(s.practiceTitle() + ", " + s.lengthText(s.kept.session.Length) + ". " + s.text.Text("save_what"))
	p.form = container.NewVBox(pillRow(p.kinds), p.path, centredRow(p.folder), gap(8))
	body := container.NewVBox(what, p.form, p.bar, p.said, centredRow(p.begin, p.cancel))
	p.update()
	s.saver.show = p.update
	s.turnTo("save", body, openPage{keyed: keyed{onSave, p}, leave: func() {
		s.saver.show = nil
		s.saver.typed = [2]string{proposed, atHome(p.path.Text)}
	}})
}

// write writes the file, or says why it cannot.
func (p *savePage) write() { p.saver.begin(p.path.Text) }

// savePath is the file that is proposed: in the folder for music, by the name of the practice.
func (s *shell) savePath() string {
	name := s.practiceTitle()
	for len(name) > 100 { // bytes: with all the rest there is room for 255
		_, last := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-last]
	}
	name += ", " + s.lengthText(s.kept.session.Length)
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, name)
	return filepath.Join(s.opts.Music, "Kindhum - "+name+saveKinds[0])
}

// update shows what can be done now, and how it goes.
func (p *savePage) update() {
	busy := p.saver.busy()
	for i, kind := range saveKinds {
		p.kinds[i].choose(strings.EqualFold(filepath.Ext(p.path.Text), kind))
	}
	p.bar.SetValue(p.saver.part)
	if p.said.Text != p.saver.said {
		p.said.SetText(p.saver.said)
	}
	reveal(p.form, !busy)
	reveal(p.begin, !busy)
	reveal(p.bar, busy)
	reveal(p.cancel, busy)
}

// choose gives the file's name the end of a kind.
func (p *savePage) choose(kind string) {
	name := p.path.Text
	for _, k := range saveKinds {
		if strings.EqualFold(filepath.Ext(name), k) {
			name = name[:len(name)-len(k)]
		}
	}
	p.path.SetText(name + kind)
}

// chooseFolder lets the folder be looked for.
func (p *savePage) chooseFolder() {
	win := p.shell.win
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err == nil && folder != nil {
			p.path.SetText(brief(filepath.Join(folder.Path(), filepath.Base(p.path.Text))))
		}
	}, win)
	if at, err := storage.ListerForURI(storage.NewFileURI(filepath.Dir(atHome(p.path.Text)))); err == nil {
		d.SetLocation(at)
	}
	p.shell.ask(d)
}
