package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
)

// words opens the page about words, to bring files by.
func (d *desk) words(t *testing.T) *wordsPage {
	t.Helper()
	d.openWords()
	return &wordsPage{shell: d.shell, said: said(), list: nil}
}

func TestAPracticeIsBroughtFromAFile(t *testing.T) {
	d := newDesk(t)
	w := d.words(t)
	path := filepath.Join(t.TempDir(), "given.toml")
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		w.take(path)
		d.settle(t)
		d.settle(t)
	}
	write("id = \"walk\"\ntitle = \"A walk\"\n[[step]]\nlines = [\"Step.\"]\n")
	write("id = \"walk\"\ntitle = \"Another\"\n")          // an id that is taken
	write("id = \"hum-breath\"\ntitle = \"Hum breath\"\n") // and that of a built-in one
	for id, title := range map[string]string{"walk": "A walk", "another": "Another", "hum-breath": "Hum breath", "hum-breath-2": "Hum breath 2"} {
		if p, err := d.opts.Library.Find(id); err != nil || p.Title != title {
			t.Errorf("%s: %+v, %v", id, p, err)
		}
	}
	if own, _ := d.isOwn("hum-breath"); own || !strings.Contains(w.said.Text, "Hum breath 2") {
		t.Errorf("a built-in practice was changed, or it says %q", w.said.Text)
	}
	before := len(d.shelfFiles(t))
	write("id = \"bad\"\ntitle = \"Bad\"\n[[step]]\nlines = [7]\n")
	if w.said.Text != "given.toml, line 4: lines is no list of texts in quotation marks" || len(d.shelfFiles(t)) != before {
		t.Errorf("it says %q", w.said.Text)
	}
	w.take(filepath.Join(t.TempDir(), "gone.toml"))
	d.settle(t)
	if !strings.Contains(w.said.Text, "gone.toml: ") {
		t.Errorf("it says %q", w.said.Text)
	}
}

func TestAPracticeIsSharedAsAFile(t *testing.T) {
	d := newDesk(t)
	d.openWords()
	d.tap(t, "Kind wishes", 0)
	p := &practicePage{editing: d.shown.book.open}
	folder := t.TempDir()
	p.exportTo(folder)
	d.settle(t)
	if !d.says("kind-wishes.toml") || len(d.shelfFiles(t)) != 0 {
		t.Error("it does not say where, or changes the practice")
	}
	w := d.words(t)
	w.take(filepath.Join(folder, "kind-wishes.toml"))
	d.settle(t)
	d.settle(t)
	if _, err := d.opts.Library.Find("Kind wishes 2"); err != nil {
		t.Error(err)
	}
	d.tap(t, "Kind wishes", 0)
	p = &practicePage{editing: d.shown.book.open}
	p.exportTo(filepath.Join(folder, "gone"))
	d.settle(t)
	if !d.says("could not be written down") {
		t.Error("it does not say that it failed")
	}
}

func TestFilesAreLookedForInDialogs(t *testing.T) {
	d := newDesk(t)
	d.openWords()
	d.tap(t, d.text.Text("words_import"), 0)
	if d.win.Canvas().Overlays().Top() == nil {
		t.Error("there is no dialog to bring a file by")
	}
	d.press(fyne.KeyReturn)
	d.press(fyne.KeyEscape)
	if d.win.Canvas().Overlays().Top() != nil || d.stage.page == nil {
		t.Error("Esc does not close the dialog, or closes more")
	}
	d.tap(t, "Kind wishes", 0)
	d.tap(t, d.text.Text("words_export"), 0)
	if d.win.Canvas().Overlays().Top() == nil {
		t.Error("there is no dialog to share one by")
	}
}

func TestOnlyFilesOfPracticesAreOffered(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	for _, err := range []error{
		os.WriteFile(at("a.toml"), nil, 0o600), os.WriteFile(at("a.txt"), nil, 0o600), os.Mkdir(at("b.toml"), 0o700), os.Symlink("gone", at("c.toml")),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range map[string]bool{"a.toml": true, "a.txt": false, "b.toml": false, "c.toml": false} {
		if got := (practiceFiles{}).Matches(storage.NewFileURI(at(name))); got != want {
			t.Errorf("%s is offered: %v", name, got)
		}
	}
}

func TestACopyHasANameOfItsOwn(t *testing.T) {
	d := newDesk(t)
	for title, want := range map[string]string{"Für Dich & mich": "fuer-dich-mich", "Café": "cafe", "日本語": "own", "": "own", "a--b": "a-b", strings.Repeat("long ", 50): "long-long-long-long-long-long-long-long"} {
		if got := slug(title); got != want {
			t.Errorf("%q becomes %q, not %q", title, got, want)
		}
	}
	d.openWords()
	for _, want := range []string{"Hum breath 2", "Hum breath 3"} {
		d.tap(t, "Hum breath", 0)
		d.tap(t, d.text.Text("words_double"), 0)
		d.settle(t)
		if p, err := d.opts.Library.Find(want); err != nil || p.Title != want {
			t.Errorf("%+v, %v", p, err)
		}
		d.openWords()
	}
	d.tap(t, "Hum breath 3", 0)
	d.tap(t, d.text.Text("words_take"), 0)
	if d.kept.session.Practice != "hum-breath-3" || d.stage.page != nil {
		t.Errorf("next is %s", d.kept.session.Practice)
	}
	d.openWords()
	d.tap(t, "Hum breath 3", 0)
	d.tap(t, d.text.Text("words_remove"), 0)
	d.settle(t)
	if d.kept.session.Practice != "hum-breath" {
		t.Errorf("next is %s", d.kept.session.Practice)
	}
}
