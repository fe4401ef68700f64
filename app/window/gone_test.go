package window

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kindhum/app/practice"
	"kindhum/app/shelf"
)

// removes puts practices of the person's own on the shelf, and removes them by their pages, one after the other.
func (d *desk) removes(t *testing.T, titles ...string) {
	t.Helper()
	for _, title := range titles {
		p := manyLines(d)
		p.ID, p.Title = slug(title), title
		if err := d.opts.Shelf.Put(p); err != nil {
			t.Fatal(err)
		}
		d.openWords()
		d.tap(t, title, 0)
		d.win.Canvas().Unfocus()
		d.press(fyne.KeyDelete)
		d.settle(t)
	}
}

// own are the titles of the person's own practices.
func (d *desk) own() (titles []string) {
	for _, f := range d.opts.Shelf.Read().Files {
		titles = append(titles, f.Draft.Title)
	}
	return titles
}

// Who removes a practice by its keys has them on what is in its place, and on one of the list when it was brought back.
func TestTheKeysStayOnWordsWhenAPracticeGoes(t *testing.T) {
	d := newDesk(t)
	d.safetySeen()
	p := manyLines(d)
	for _, title := range []string{"A walk", "By the sea"} {
		p.ID, p.Title = slug(title), title
		if err := d.opts.Shelf.Put(p); err != nil {
			t.Fatal(err)
		}
	}
	has := func() string { return nameOf(d.win.Canvas().Focused()) }
	d.openWords()
	d.settle(t)
	rows := d.page.rows()
	nth := slices.IndexFunc(rows, func(p *pill) bool { return p.Name() == "A walk" })
	d.focus(rows[nth])
	d.press(fyne.KeyReturn)
	d.win.Canvas().Unfocus()
	d.press(fyne.KeyDelete)
	d.settle(t)
	if got := has(); got != d.page.rows()[nth].Name() || got == "A walk" {
		t.Errorf("after it was removed %q has the keys", got)
	}
	d.focusNamed(d.stage, d.text.Text("words_bring_back"))
	d.press(fyne.KeyReturn)
	d.settle(t)
	if !slices.ContainsFunc(d.page.rows(), func(p *pill) bool { return p.focused }) {
		t.Errorf("after it came back %q has the keys", has())
	}
}

func TestRemovedPracticesComeBackWhenThePageWasLeft(t *testing.T) {
	d := newDesk(t)
	d.safetySeen()
	d.removes(t, "A walk", "By the sea")
	if got := d.own(); len(got) != 0 {
		t.Fatalf("%q", got)
	}
	undo := func() { d.strike(ctrl(fyne.KeyZ)); d.settle(t) }
	d.press(fyne.KeyEscape)
	d.press(fyne.KeyW)
	d.settle(t)
	undo()
	if got := d.own(); !slices.Equal(got, []string{"By the sea"}) {
		t.Errorf("the last comes first: %q", got)
	}
	if !d.says("A walk") {
		t.Error("it does not say that there is another")
	}
	d.press(fyne.KeyEscape)
	d.openWords()
	undo()
	undo() // there is no more
	if got := d.own(); !slices.Equal(got, []string{"A walk", "By the sea"}) {
		t.Errorf("%q", got)
	}
	if slices.Contains(d.pills(), d.text.Text("words_bring_back")) {
		t.Error("it offers more than there is")
	}
}

// What was removed outlasts its window, whether that was closed or went without a farewell.
func TestRemovedPracticesComeBackInAnotherWindow(t *testing.T) {
	for name, end := range map[string]func(*desk){"closed": (*desk).goes, "lost": func(*desk) {}} {
		d := newDesk(t)
		d.removes(t, "A walk", "By the sea")
		end(d)
		d.settle(t)
		again := newDesk(t)
		again.opts.Shelf = shelf.New(d.folder)
		again.openWords()
		for range 2 {
			again.strike(ctrl(fyne.KeyZ))
			again.settle(t)
		}
		if got := again.own(); !slices.Equal(got, []string{"A walk", "By the sea"}) {
			t.Errorf("%s: %q", name, got)
		}
	}
	d := newDesk(t)
	d.removes(t, "A walk")
	if err := d.opts.Shelf.Tidy(time.Now().Add(-asideFor)); err != nil || len(d.opts.Shelf.Aside(time.Time{})) != 1 {
		t.Errorf("it was tidied away at once: %v", err)
	}
}

// What has the place of what comes back stays.
func TestWhatComesBackTakesNoPlace(t *testing.T) {
	d := newDesk(t)
	d.removes(t, "A walk")
	second := manyLines(d)
	second.ID, second.Title = "a-walk", "A walk"
	second.Steps = []practice.Part{{Lines: []practice.Phrase{{Text: "Another."}}}}
	if err := d.opts.Shelf.Put(second); err != nil {
		t.Fatal(err)
	}
	d.openWords()
	d.tap(t, d.text.Text("words_bring_back"), 0)
	d.settle(t)
	if got := d.own(); !slices.Equal(got, []string{"A walk 2", "A walk"}) {
		t.Errorf("%q", got)
	}
	if p := d.file(t, "a-walk.toml"); p.Steps[0].Lines[0].Text != "Another." {
		t.Errorf("%+v", p)
	}
}

// A practice that is brought back at once, before the disk has removed it, is the same.
func TestAPracticeIsRemovedAndBroughtBackAtOnce(t *testing.T) {
	d := newDesk(t)
	p := shelved(t, d)
	d.openPractice(d.edit(p))
	d.win.Canvas().Unfocus()
	d.press(fyne.KeyDelete)
	d.strike(ctrl(fyne.KeyZ))
	d.settle(t)
	if got := d.opts.Shelf.Read().Files; len(got) != 1 || got[0].Draft.ID != p.ID {
		t.Errorf("%+v", got)
	}
}

// firm is a shelf from which nothing can be removed.
type firm struct{ Shelf }

func (firm) Remove(string) error { return errors.New("the cat sat on it") }

func TestAPracticeThatCannotBeRemovedIsNotSaidToBeGone(t *testing.T) {
	d := newDesk(t)
	d.opts.Shelf = firm{d.opts.Shelf}
	d.removes(t, "A walk")
	if slices.Contains(d.pills(), d.text.Text("words_bring_back")) || d.says(strings.Split(d.text.Text("words_gone"), "%s")[1]) {
		t.Error("it says that it is gone")
	}
}
