package window

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"kindhum/app/control"
	"kindhum/app/practice"
	"kindhum/app/shelf"
)

// settle has done what is waiting for the disk, and what is waiting for the UI goroutine then.
func (d *desk) settle(t *testing.T) {
	t.Helper()
	d.wishes.ask(control.MethodPause, nil)
	for d.wished(t).method != control.MethodPause {
	}
	for {
		select {
		case f := <-d.todo:
			f()
		default:
			return
		}
	}
}

// all are the objects of a kind on the page, from top to bottom.
func all[T fyne.CanvasObject](o fyne.CanvasObject) (found []T) {
	if is, ok := o.(T); ok {
		return []T{is}
	}
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		inside = o.Objects
	case *container.Scroll:
		inside = []fyne.CanvasObject{o.Content}
	}
	for _, o := range inside {
		if o.Visible() {
			found = append(found, all[T](o)...)
		}
	}
	return found
}

// tap presses the n-th pill of a text on the page.
func (d *desk) tap(t *testing.T, text string, n int) {
	t.Helper()
	for _, p := range all[*pill](d.stage.page) {
		if p.text == text {
			if n--; n < 0 {
				p.Tapped(nil)
				return
			}
		}
	}
	t.Fatalf("there is no %q to press: %q", text, d.pills())
}

func (d *desk) pills() (texts []string) {
	for _, p := range all[*pill](d.stage.page) {
		texts = append(texts, p.text)
	}
	return texts
}

// says reports whether a text stands on the page.
func (d *desk) says(text string) bool {
	for _, l := range all[*widget.Label](d.stage.page) {
		if strings.Contains(l.Text, text) {
			return true
		}
	}
	return false
}

// fields are the fields of the page.
func (d *desk) fields() []*field { return all[*field](d.stage.page) }

// types puts the keys into a field, and types there.
func (d *desk) types(f *field, text string) {
	d.win.Canvas().Focus(f)
	test.Type(f, text)
}

// file is a practice as it stands in its file.
func (d *desk) file(t *testing.T, name string) practice.Draft {
	t.Helper()
	p, err := shelf.ReadFile(filepath.Join(d.folder, name))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// shelfFiles are the files on the shelf, hidden ones too.
func (d *desk) shelfFiles(t *testing.T) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(d.folder)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// stays is a window that the test's end closes, and nobody else.
type stays struct{ fyne.Window }

func (stays) Close() {}

// goes is the person closing the window.
func (d *desk) goes() {
	d.win = stays{d.win}
	d.close()
}

// full is a shelf on a disk that is full, until it is not.
type full struct {
	Shelf
	err error
}

func (f *full) Put(d practice.Draft) error {
	if f.err != nil {
		return f.err
	}
	return f.Shelf.Put(d)
}
