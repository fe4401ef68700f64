package window

import (
	"context"

	"fyne.io/fyne/v2/container"

	"kindhum/app/choice"
	"kindhum/app/control"
	"kindhum/assets"
)

// wordsIn are the words of a language, "" for the system's.
func wordsIn(opts Options, code string) (assets.Words, error) {
	return assets.LoadWords(choice.Language(assets.Languages(), append([]string{code}, opts.Locales...)...))
}

// remembered are the words of the language that was chosen, or else of the system's.
func remembered(opts Options) (assets.Words, error) {
	ctx, cancel := context.WithTimeout(context.Background(), closeWithin)
	defer cancel()
	w, _ := opts.Store.Window(ctx) // what cannot be read is the default, and load says so
	return wordsIn(opts, w.Language)
}

// setLanguage changes the language of everything that is shown, at once and from now on; "" is the
// system's. A page that is open keeps the words it was made of: whoever opened it opens it again.
func (s *shell) setLanguage(code string) {
	text, err := wordsIn(s.opts, code)
	if err != nil {
		s.tell(s.text.Text("not_reached"), err)
		return
	}
	s.kept.window.Language = code
	s.text, s.opts.Library = text, s.opts.Library.In(text.Language())
	s.refurnish()
	s.setWindow()
	if s.shown.snap.Status.PID != nil {
		s.wishes.ask(control.MethodSet, control.Set{Lang: text.Language()})
	}
}

// refurnish makes all controls anew, in the words there are now, and keeps what was written in them.
func (s *shell) refurnish() {
	was, diary := s.feet.end, s.feet.diary
	menu := s.stage.menu
	s.stage.menu = s.pill(plain, "menu", s.openMenu)
	if s.page.opener == menu {
		s.page.opener = s.stage.menu
	}
	s.feet = newFeet(s)
	s.feet.diary = diary
	s.feet.end.goOn(was)
	s.stage.Refresh()
}

// openLanguage shows the languages to choose from, each by its own name.
func (s *shell) openLanguage() {
	codes, names := []string{""}, []string{s.text.Text("language_system")}
	for _, code := range assets.Languages() {
		if w, err := assets.LoadWords(code); err == nil { // a test sees to it that all can be loaded
			codes, names = append(codes, code), append(names, w.Name())
		}
	}
	box, all := container.NewVBox(), languages{}
	for i, name := range names {
		p := s.option(name, func() {
			keys := nameOf(s.win.Canvas().Focused()) != ""
			s.setLanguage(codes[i])
			s.openLanguage()
			if rows := s.page.rows(); keys { // they stay where they were, though all of it was made anew
				s.focus(rows[i])
			}
		}).of(s.text.Text("language")).tells("language_choose")
		if i < len(choosers)-1 {
			p.by(choosers[i : i+1])
		}
		p.choose(codes[i] == s.kept.window.Language)
		all = append(all, p)
		box.Add(container.New(&flow{left: true}, p))
	}
	s.turnTo("language", box, openPage{keyed: keyed{onLanguage, all}, rows: func() []*pill { return all }})
}

// languages are the ways to the languages.
type languages []*pill
