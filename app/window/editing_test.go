package window

import (
	"errors"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"kindhum/app/practice"
)

func TestABuiltInPracticeIsChangedAndComesBack(t *testing.T) {
	d := newDesk(t)
	d.safetySeen()
	d.openWords()
	d.tap(t, "Hum breath", 0)
	title := d.fields()[0]
	d.types(title, "My ")
	if d.settle(t); len(d.shelfFiles(t)) != 0 {
		t.Error("it is written while one types")
	}
	d.win.Canvas().Unfocus() // the keys go elsewhere
	d.settle(t)
	if p := d.file(t, "hum-breath.toml"); p.Title != "My Hum breath" || len(p.Steps) != 2 {
		t.Errorf("%+v", p)
	}
	if d.feet.rest.title.text != "My Hum breath" {
		t.Errorf("at rest it is %q", d.feet.rest.title.text)
	}
	d.press(fyne.KeyEscape)
	if !d.says(d.text.Text("words_changed")) {
		t.Error("the list does not say that it was changed")
	}
	d.tap(t, "My Hum breath", 0)
	d.tap(t, d.text.Text("words_restore"), 0)
	d.settle(t)
	if len(d.opts.Shelf.Read().Files) != 0 || !slices.Contains(d.pills(), "Hum breath") {
		t.Error("the built-in one is not back")
	}
	d.tap(t, d.text.Text("words_bring_back"), 0)
	d.settle(t)
	if !slices.Contains(d.pills(), "My Hum breath") || d.file(t, "hum-breath.toml").Title != "My Hum breath" {
		t.Error("what was changed does not come back")
	}
	d.tap(t, "My Hum breath", 0)
	d.tap(t, d.text.Text("words_restore"), 0)
	d.press(fyne.KeyEscape)
	d.settle(t)
	d.openWords()
	d.tap(t, d.text.Text("words_bring_back"), 0)
	d.settle(t)
	if d.file(t, "hum-breath.toml").Title != "My Hum breath" {
		t.Error("when the page was left it does not come back any more")
	}
}

func TestLinesAreAddedMovedSwitchedOffAndRemoved(t *testing.T) {
	d := newDesk(t)
	d.openWords()
	d.tap(t, d.text.Text("words_new"), 0)
	d.fields()[0].SetText("Für den Abend")
	d.tap(t, "1. "+d.text.Text("words_step"), 0)
	d.types(d.fields()[1], "One.")
	d.press(fyne.KeyReturn) // a new line, with the keys in it
	test.Type(d.win.Canvas().Focused(), "Two.")
	d.press(fyne.KeyReturn)
	test.Type(d.win.Canvas().Focused(), "Three.")
	move := func(key fyne.KeyName) {
		d.win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt})
	}
	said := func(want ...string) {
		t.Helper()
		d.settle(t)
		var got []string
		for _, l := range d.file(t, "fuer-den-abend.toml").Steps[0].Lines {
			if l.Off {
				l.Text = "(" + l.Text + ")"
			}
			got = append(got, l.Text)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
	move(fyne.KeyUp)
	said("One.", "Three.", "Two.")
	move(fyne.KeyUp)
	move(fyne.KeyUp) // it is the first
	move(fyne.KeyDown)
	said("One.", "Three.", "Two.")
	d.tap(t, d.text.Text("words_down"), 0)
	said("Three.", "One.", "Two.")
	d.tap(t, d.text.Text("words_on"), 1)
	said("Three.", "(One.)", "Two.")
	d.tap(t, d.text.Text("words_remove"), 1)
	said("Three.", "Two.")
	d.types(d.fields()[1], "A. ")
	d.tap(t, d.text.Text("words_bring_back"), 0)
	said("A. Three.", "(One.)", "Two.")
	d.press(fyne.KeyEscape)
	d.tap(t, d.text.Text("words_add_step"), 0)
	d.types(d.fields()[1], "Last.")
	d.tap(t, d.text.Text("words_step_up"), 0)
	d.settle(t)
	if p := d.file(t, "fuer-den-abend.toml"); p.Steps[0].Lines[0].Text != "Last." {
		t.Errorf("%+v", p)
	}
	d.tap(t, d.text.Text("words_step_remove"), 0)
	d.tap(t, d.text.Text("words_bring_back"), 0)
	d.settle(t)
	if p := d.file(t, "fuer-den-abend.toml"); len(p.Steps) != 2 || p.Steps[0].Lines[0].Text != "Last." {
		t.Errorf("%+v", p)
	}
}

func TestWhatCannotBeWrittenStays(t *testing.T) {
	for err, why := range map[error]string{syscall.ENOSPC: "words_full", syscall.EROFS: "words_refused", errors.New("the cat sat on it"): ""} {
		d := newDesk(t)
		disk := &full{d.opts.Shelf, err}
		d.opts.Shelf = disk
		d.openWords()
		d.tap(t, d.text.Text("words_new"), 0)
		d.types(d.fields()[0], "Dear ")
		d.press(fyne.KeyReturn)
		d.settle(t)
		told := d.notKept(err)
		if why != "" && !strings.Contains(told, d.text.Text(why)) || !d.says(told) || !strings.HasPrefix(d.fields()[0].Text, "Dear ") {
			t.Errorf("%v: it says nothing, or %q is in the field", err, d.fields()[0].Text)
		}
		d.press(fyne.KeyEscape) // the list
		d.settle(t)
		if !d.says(d.text.Text("words_unkept")) {
			t.Error("the list does not show what is not written yet")
		}
		d.tap(t, "Dear "+d.text.Text("words_untitled"), 0)
		if !d.says(told) {
			t.Error("the page does not say so any more")
		}
		d.goes()
		if d.shown.closed {
			t.Fatal("the window closed over what is not written")
		}
		disk.err = nil
		d.types(d.fields()[0], "Very ")
		d.win.Canvas().Unfocus()
		d.settle(t)
		if p := d.opts.Shelf.Read().Files; len(p) != 1 || p[0].Draft.Title != "Very Dear "+d.text.Text("words_untitled") {
			t.Errorf("%+v", p)
		}
		if d.says(told) {
			t.Error("it still says that it is not written")
		}
		if len(d.shown.book.edits) != 0 || !d.keepNow() {
			t.Error("it is not known to be written")
		}
	}
}

func TestClosingKeepsWhatIsTyped(t *testing.T) {
	d := newDesk(t)
	d.openWords()
	d.tap(t, "A kind moment", 0)
	d.types(d.fields()[0], "Such ")
	d.goes()
	if !d.shown.closed || d.file(t, "kind-moment.toml").Title != "Such A kind moment" {
		t.Error("it was lost")
	}
	d = newDesk(t)
	d.opts.Shelf = &full{d.opts.Shelf, syscall.ENOSPC}
	d.openWords()
	d.tap(t, "A kind moment", 0)
	d.types(d.fields()[0], "Such ")
	d.goes()
	if d.shown.closed {
		t.Error("it closed at once")
	}
	d.close() // and then it is meant
	if !d.shown.closed {
		t.Error("it never closes")
	}
}

// A session that begins elsewhere takes the page away, and nothing that was typed.
func TestASessionThatBeginsKeepsWhatIsTyped(t *testing.T) {
	d := newDesk(t)
	d.openWords()
	d.tap(t, "A kind moment", 0)
	d.types(d.fields()[0], "Such ")
	d.see(d.playing("lead-in", 0))
	d.settle(t)
	if d.stage.page != nil || d.file(t, "kind-moment.toml").Title != "Such A kind moment" {
		t.Error("it was lost")
	}
	d.pass(time.Second)
}

// A name that was taken away gives way to another: no file is without one.
func TestAPracticeAlwaysHasAName(t *testing.T) {
	d := newDesk(t)
	d.openWords()
	d.tap(t, "A kind moment", 0)
	d.fields()[0].SetText("  ")
	d.tap(t, d.text.Text("words_turns"), 0)
	d.settle(t)
	if p := d.file(t, "kind-moment.toml"); p.Title != "A kind moment" || !p.Turns || d.fields()[0].Text != "  " {
		t.Errorf("%+v", p)
	}
	d.press(fyne.KeyEscape)
	d.tap(t, d.text.Text("words_new"), 0)
	d.fields()[0].SetText("")
	d.press(fyne.KeyEscape)
	d.settle(t)
	if _, err := d.opts.Library.Find(d.text.Text("words_untitled")); err != nil {
		t.Error(err)
	}
}

func TestLookingChangesNothing(t *testing.T) {
	d := newDesk(t)
	d.openWords()
	d.tap(t, "Kind wishes", 0)
	d.tap(t, d.pills()[3], 0)
	d.press(fyne.KeyEscape)
	d.press(fyne.KeyEscape)
	d.press(fyne.KeyEscape)
	d.goes()
	if left := d.shelfFiles(t); len(left) != 0 {
		t.Errorf("there is %q", left)
	}
}

func TestNoMoreIsTypedThanThereIsRoomFor(t *testing.T) {
	d := newDesk(t)
	d.openWords()
	d.tap(t, "Hum breath", 0)
	d.tap(t, "1. Arriving", 0)
	f := d.fields()[1]
	f.SetText(strings.Repeat("🙂", practice.MaxText))
	if !d.says(strings.Split(d.text.Text("words_seen"), "%d")[0]) {
		t.Error("it does not say that not all of it is seen")
	}
	d.types(f, "x")
	if n := len([]rune(f.Text)); n != practice.MaxText || !d.says(strings.Split(d.text.Text("words_most"), "%d")[0]) {
		t.Errorf("%d letters", n)
	}
	clip := test.NewClipboard()
	clip.SetContent(strings.Repeat("much ", 1_000_000))
	f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	if n := len([]rune(f.Text)); n != practice.MaxText {
		t.Errorf("%d letters were pasted", n)
	}
	f.SetText("")
	clip.SetContent("two\nlines \x1b[2J and\ta tab")
	f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	if f.Text != "two lines [2J and a tab" || d.says("letters") {
		t.Errorf("it became %q", f.Text)
	}
	d.press(fyne.KeyEscape)
	d.settle(t)
	if p := d.file(t, "hum-breath.toml"); p.Steps[0].Lines[0].Text != f.Text {
		t.Errorf("%+v", p)
	}
}
