package window

import (
	"fmt"
	"hash/fnv"
	"time"

	"fyne.io/fyne/v2"

	"kindhum/app/breath"
	"kindhum/app/choice"
	"kindhum/app/practice"
	"kindhum/app/shelf"
	"kindhum/app/theme"
)

// Shelf is where the person's own practices stand. Its methods may be called concurrently.
type Shelf interface {
	Read() practice.Own
	Put(d practice.Draft) error
	Remove(id string) error
	Aside(since time.Time) []practice.Draft
	Restore(wanted, beside practice.Draft) error
	Tidy(before time.Time) error
}

var _ Shelf = (*shelf.Shelf)(nil)

// reread takes up what stands on the shelf now: files come and go without the window. What was chosen and is not
// there any more gives way to what is chosen at first.
func (s *shell) reread() {
	s.kept.own = s.opts.Shelf.Read()
	s.opts.Library = s.opts.Library.With(s.kept.own.Practices())
	if _, err := s.opts.Library.Find(s.kept.session.Practice); err != nil {
		s.kept.session.Practice = choice.DefaultSession().Practice
	}
	if _, err := breath.Parse(s.kept.session.Pattern); err != nil {
		s.kept.session.Pattern = "" // the practice's own
	}
}

// isOwn reports whether a practice stands on the shelf, and whether it takes the place of a built-in one.
func (s *shell) isOwn(id string) (own, instead bool) {
	for _, f := range s.kept.own.Files {
		own = own || f.Draft.ID == id
	}
	_, builtIn := s.opts.Library.BuiltIn(id)
	return own, own && builtIn
}

// draft is a practice as it stands in its file, or as one would begin to change it.
func (s *shell) draft(id string) practice.Draft {
	for _, f := range s.kept.own.Files {
		if f.Draft.ID == id {
			return f.Draft.Clone()
		}
	}
	p, err := s.opts.Library.Find(id)
	if err != nil {
		return practice.Draft{} // nobody offers what is not there
	}
	return practice.DraftOf(p)
}

// badFile is a practice file, and what is wrong with it.
func (s *shell) badFile(name string, f *practice.Fault) string {
	name = cut(name, sized(200), sized(theme.TypeText))
	if f.Line > 0 {
		return name + ", " + s.whyBad(f)
	}
	return name + ": " + s.whyBad(f)
}

// whyBad is what is wrong with a practice file, in the words of the window.
func (s *shell) whyBad(f *practice.Fault) string {
	why := f.Fill(s.text.Text("fault_" + f.Key))
	if f.Line > 0 {
		return fmt.Sprintf(s.text.Text("words_line"), f.Line, why)
	}
	return why
}

// mostTroubles is how many of them are told.
const mostTroubles = 12

// troubles are the files that could not be read, a line each.
func (s *shell) troubles() []string {
	var lines []string
	for i, t := range s.kept.own.Troubles {
		if i == mostTroubles {
			lines = append(lines, "…")
			break
		}
		lines = append(lines, s.badFile(t.Shown(), t.Why))
	}
	return lines
}

// newTroubles are the lines about files that could not be read, where they were not told before. Whoever asks
// for them tells them.
func (s *shell) newTroubles() []fyne.CanvasObject {
	mark := ""
	if all := s.kept.own.Troubles; len(all) > 0 {
		sum := fnv.New64a()
		fmt.Fprintln(sum, all)
		mark = fmt.Sprintf("%x", sum.Sum64())
	}
	if mark == s.kept.window.Trouble {
		return nil
	}
	s.kept.window.Trouble = mark
	s.setWindow()
	if mark == "" {
		return nil
	}
	all := []fyne.CanvasObject{left(s.text.Text("words_trouble"))}
	for _, line := range s.troubles() {
		all = append(all, left(line))
	}
	return all
}
