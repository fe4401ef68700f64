package window

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"kindhum/app/journal"
	"kindhum/app/store"
)

// button is a pill of a key that can be seen.
func (b *diaryDesk) button(t *testing.T, key string) *pill {
	t.Helper()
	for _, o := range test.LaidOutObjects(b.view.all) {
		if p, is := o.(*pill); is && p.text == b.text.Text(key) && p.Visible() {
			return p
		}
	}
	t.Fatalf("there is no %q", b.text.Text(key))
	return nil
}

func TestWhatIsDeletedCanComeBack(t *testing.T) {
	b := newBook(t, sessionOf(9, "after it", "and later"), noteOf(5, "five"))
	before := b.kept(t)
	b.opens(t, 2)
	for _, c := range []struct {
		row int
		key string
		now []string
	}{
		{1, "journal_delete_note", []string{"after it", "and later"}},
		{0, "journal_delete_note", []string{"and later", "five"}},
		{0, "journal_delete_session", []string{"five"}},
	} {
		b.reads(t, c.row)
		b.button(t, c.key).press()
		b.said(t, "journal_deleted")
		if got := b.texts(t); !reflect.DeepEqual(got, c.now) {
			t.Errorf("%s of row %d leaves %q", c.key, c.row, got)
		}
		b.win.Canvas().Focus(b.button(t, "journal_undo"))
		b.press(fyne.KeySpace)
		b.said(t, "journal_undone")
		b.lists(t, 2)
		if b.win.Canvas().Focused() != b.view.list {
			t.Error("the keys go nowhere")
		}
		if got := b.kept(t); !reflect.DeepEqual(got, before) {
			t.Errorf("it comes back as %+v", got)
		}
	}
	if b.view.tail.pill.Visible() {
		t.Error("it can be undone twice")
	}
}

// One note is changed and another deleted in the same entry: both are meant.
func TestAChangeAndADeletionTogether(t *testing.T) {
	b := newBook(t, sessionOf(9, "after it", "and later"))
	b.opens(t, 1)
	b.reads(t, 0)
	b.opened.editors[0].field.SetText("half changed")
	b.opened.editors[1].field.SetText("changed")
	b.button(t, "journal_delete_note").press() // the first
	b.said(t, "journal_deleted")
	if got := b.texts(t); len(got) != 1 || got[0] != "changed" {
		t.Errorf("left: %q", got)
	}
	for _, back := range []struct{ next, text string }{{"journal_changed", "changed"}, {"", "and later"}} {
		b.takesBack(t, back.next)
		if got := b.texts(t); len(got) != 2 || got[0] != "after it" || got[1] != back.text {
			t.Errorf("back: %q", got)
		}
	}
}

func TestASessionThatGoesOnIsNotDeleted(t *testing.T) {
	b := newBook(t, sessionOf(9, "so far"))
	s := b.playing("running", 0)
	s.Row = 9
	b.see(s)
	b.opens(t, 1)
	b.reads(t, 0)
	for _, o := range test.LaidOutObjects(b.view.all) {
		if p, is := o.(*pill); is && p.text == b.text.Text("journal_delete_session") {
			t.Error("it can be deleted")
		}
	}
}

func TestDeletingEverythingAsksOnce(t *testing.T) {
	b := newBook(t, sessionOf(9, "after it"), noteOf(5, "five"))
	b.opens(t, 2)
	b.openErase()
	for _, line := range b.text.Lines("journal_delete_all") {
		if line == "" {
			t.Error("it does not say what it does")
		}
	}
	b.button(t, "journal_keep_all").press()
	if b.view.inner() || len(b.kept(t)) != 2 {
		t.Fatal("they are not kept")
	}
	b.openErase()
	b.press(fyne.KeyEscape)
	if b.view.inner() || len(b.kept(t)) != 2 {
		t.Fatal("Esc does not keep them")
	}
	b.view.field.SetText("not kept yet")
	b.openErase()
	b.button(t, "journal_delete_all").press()
	b.said(t, "journal_all_deleted")
	b.lists(t, 0)
	if len(b.kept(t)) != 0 || b.view.field.Text != "not kept yet" || b.view.tail.pill.Visible() {
		t.Errorf("%d are left, the field holds %q", len(b.kept(t)), b.view.field.Text)
	}
	if line := b.erased(false, []string{"/a", "/b"}); !strings.Contains(line, "/a, /b") || !strings.Contains(line, b.text.Text("journal_all_deleted_late")) {
		t.Errorf("of what is left it says %q", line)
	}
}

func TestTotalsAreToldToWhoAsks(t *testing.T) {
	b := newBook(t, sessionOf(9, "after it"), sessionOf(8), noteOf(5, "five"))
	b.opens(t, 3)
	b.openTotals()
	b.until(t, "the totals", b.view.inner)
	shown := map[string]bool{}
	for _, o := range test.LaidOutObjects(b.view.all) {
		if l, is := o.(*widget.Label); is {
			shown[l.Text] = true
		}
	}
	if !shown["2 sessions"] || !shown["10 minutes"] {
		t.Errorf("it shows %v", shown)
	}
	told := b.diary.words().totals(store.Totals{Sessions: 2, Breaths: 60, Notes: 1, Seconds: 600})
	if want := []string{"2 sessions", "10 minutes", "60 breaths", "1 note"}; !reflect.DeepEqual(told, want) {
		t.Errorf("%q", told)
	}
	if told := b.diary.words().totals(store.Totals{}); len(told) != 1 || told[0] != b.text.Text("journal_totals_none") {
		t.Errorf("of nothing: %q", told)
	}
}

func TestExport(t *testing.T) {
	b := newBook(t, sessionOf(9, "after it", "=1+1"), noteOf(5, "five"))
	b.opens(t, 2)
	dir := t.TempDir()
	for f, holds := range map[journal.Format][]string{
		journal.Markdown: {"# Journal\n", "Hum breath, 5 minutes.\n", "> after it\n", "> five\n"},
		journal.CSV:      {"kind,id,session", "hum-breath", ",'=1+1\n", ",five\n"},
		journal.JSON:     {`"practice":"hum-breath"`, `"text":"=1+1"`, `"kind":"note"`},
	} {
		b.openExport()
		b.export(f, dir)
		b.until(t, "the file", func() bool {
			return strings.HasSuffix(b.view.tail.said.Text, f.Extension())
		})
		files, err := filepath.Glob(filepath.Join(dir, "kindhum-journal-????-??-??"+f.Extension()))
		if err != nil || len(files) != 1 {
			t.Fatalf("%q, %v", files, err)
		}
		data, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range holds {
			if !strings.Contains(string(data), part) {
				t.Errorf("%s lacks %q:\n%s", f.Extension(), part, data)
			}
		}
	}
	b.export(journal.JSON, filepath.Join(dir, "none"))
	b.said(t, "journal_not_saved")
	if b.view.inner() {
		t.Error("the line cannot be seen")
	}
}

func TestTheFolderIsChosenInADialogThatEscLeaves(t *testing.T) {
	b := newBook(t, noteOf(5, "five"))
	b.opens(t, 1)
	b.openExport()
	b.button(t, "journal_csv").press()
	if b.choosing == nil || b.win.Canvas().Overlays().Top() == nil {
		t.Fatal("no dialog")
	}
	b.desk.shell.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.choosing != nil || b.win.Canvas().Overlays().Top() != nil || !b.view.inner() {
		t.Error("Esc leaves more than the dialog, or less")
	}
	b.button(t, "journal_csv").press()
	b.see(b.playing("running", 0))
	if b.win.Canvas().Overlays().Top() != nil {
		t.Error("the dialog outlasts its page")
	}
}
