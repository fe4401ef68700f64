package window

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kindhum/app/choice"
	"kindhum/app/theme"
)

// writing is a Save that goes as far as the test lets it.
type writing struct {
	parts chan float64
	asked chan Saving
	fails error
}

func (w *writing) save(ctx context.Context, what Saving, progress func(float64)) error {
	w.asked <- what
	for {
		select {
		case part, more := <-w.parts:
			if !more {
				return w.fails
			}
			progress(part)
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func newSaving(t *testing.T) (*desk, *writing) {
	d := newDesk(t)
	w := &writing{parts: make(chan float64), asked: make(chan Saving, 1)}
	d.opts.Save, d.opts.Music = w.save, t.TempDir()
	return d, w
}

// turn does what is next on the UI goroutine.
func (d *desk) turn(t *testing.T) {
	t.Helper()
	select {
	case f := <-d.todo:
		f()
	case <-time.After(10 * time.Second): // only a failure waits for it
		t.Fatal("nothing came for the UI goroutine")
	}
}

func TestASessionIsKeptAsASoundFile(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	d, w := newSaving(t)
	d.opts.Music = filepath.Join(os.Getenv("HOME"), "Music")
	d.openSave()
	path := d.savePath()
	if short := brief(path); !strings.HasPrefix(short, "~/Music/") || atHome(short) != path {
		t.Errorf("%s is shown as %s", path, short)
	}
	if filepath.Dir(path) != d.opts.Music || !strings.HasSuffix(path, "Hum breath, 5 minutes.flac") {
		t.Errorf("it proposes %s", path)
	}
	d.saver.begin(brief(path))
	if what := <-w.asked; what.Path != path || what.Session.Length != 5*time.Minute || what.Sound != choice.DefaultSound() {
		t.Errorf("%+v", what)
	}
	w.parts <- 0.25
	d.turn(t)
	if d.saver.part != 0.25 || !d.saver.busy() {
		t.Errorf("part %v", d.saver.part)
	}
	d.press(fyne.KeyEscape) // the page is closed, and the work goes on
	if d.stage.page != nil {
		t.Fatal("Esc does not leave the page")
	}
	close(w.parts)
	d.turn(t)
	if d.saver.busy() || !strings.Contains(d.saver.said, brief(path)) || d.shown.notice != d.saver.said {
		t.Errorf("it says %q, on the stage %q", d.saver.said, d.shown.notice)
	}
}

func TestWritingCanBeGivenUpAndMayFail(t *testing.T) {
	d, w := newSaving(t)
	d.openSave()
	d.saver.begin("by name alone.wav")
	if what := <-w.asked; what.Path != filepath.Join(d.opts.Music, "by name alone.wav") {
		t.Errorf("%+v", what)
	}
	d.saver.giveUp()
	d.turn(t)
	if d.saver.busy() || d.saver.said != d.text.Text("save_given_up") {
		t.Errorf("it says %q", d.saver.said)
	}
	w.fails = errors.New("the disk is full")
	close(w.parts)
	d.saver.begin("again.wav")
	<-w.asked
	d.turn(t)
	if !strings.Contains(d.saver.said, "the disk is full") {
		t.Errorf("it says %q", d.saver.said)
	}
}

func TestAFileIsReplacedOnlyWhenThatIsMeant(t *testing.T) {
	d, w := newSaving(t)
	path := filepath.Join(d.opts.Music, "old.wav")
	if err := os.WriteFile(path, []byte("dear"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.openSave()
	d.saver.begin(path)
	if d.saver.busy() || d.saver.said != d.text.Text("save_replace") {
		t.Fatalf("it says %q", d.saver.said)
	}
	d.saver.begin(path)
	<-w.asked
	d.saver.stop() // as when the window closes
	select {
	case <-d.saver.over:
	default:
		t.Error("it did not wait for the work to be given up")
	}
}

func TestAnOpenSessionHasNoEndToWrite(t *testing.T) {
	d, _ := newSaving(t)
	d.kept.session.Length = choice.Open
	d.openSave()
	if d.stage.page == nil || d.saver.show != nil {
		t.Error("it offers to write a file")
	}
}

// Whatever the path is, all of it is seen, and its last letters as they are typed.
func TestAllOfAPathIsSeen(t *testing.T) {
	d, _ := newSaving(t)
	size := fyne.NewSize(theme.LeastWidth, theme.LeastHeight)
	for _, path := range []string{
		"a.wav", "", "~/Music/Kindhum - Kind words, 10 minutes, said slowly, and some more.flac",
		"/" + strings.Repeat("an-unbroken-folder/", 9) + "a.flac", "~/" + strings.Repeat("W", 120), strings.Repeat("i i ", 70),
		strings.Repeat("twenty letters long ", 6), "~/Ünïcödé/音楽/呼吸の音を長く長く長く長く長く長く長く長く長く長く長く.wav",
	} {
		for _, scale := range []float32{0.8, 1, 2} {
			resizeType(scale)
			d.openSave()
			lays(d.win, size)
			p := d.page.of.(*savePage)
			p.path.SetText("")
			d.win.Canvas().Focus(p.path)
			for _, r := range path {
				p.path.TypedRune(r)
			}
			lays(d.win, size)
			if p.path.Text != path {
				t.Errorf("%q is written as %q", path, p.path.Text)
			}
			if faults := lookAt(d.win); len(faults) > 0 && p.path.rows.shown < mostPathRows {
				t.Errorf("%q at %.0f %%, in %d rows:\n\t%s", path, scale*100, p.path.rows.shown, strings.Join(faults, "\n\t"))
			}
			d.press(fyne.KeyEscape)
			d.press(fyne.KeyEscape)
		}
	}
}

func TestReturnInThePathWritesTheFile(t *testing.T) {
	d, w := newSaving(t)
	d.openSave()
	d.win.Canvas().Focus(d.page.of.(*savePage).path)
	d.press(fyne.KeyReturn)
	if what := <-w.asked; filepath.Dir(what.Path) != d.opts.Music {
		t.Errorf("%+v", what)
	}
	d.saver.giveUp()
	d.turn(t)
}

func TestTheFolderThatIsProposedIsMade(t *testing.T) {
	d, w := newSaving(t)
	d.opts.Music = filepath.Join(d.opts.Music, "a new home", "Music")
	d.openSave()
	p := d.page.of.(*savePage)
	p.path.SetText(filepath.Join(d.opts.Music, "gone", "a.wav"))
	p.write()
	if want := "There is no folder " + filepath.Join(d.opts.Music, "gone") + "."; d.saver.busy() || !strings.HasPrefix(d.saver.said, want) {
		t.Fatalf("it says %q", d.saver.said)
	}
	d.press(fyne.KeyEscape)
	d.openSave() // what was written there is there still
	p = d.page.of.(*savePage)
	if want := filepath.Join(d.opts.Music, "gone", "a.wav"); p.path.Text != want {
		t.Errorf("it proposes %q", p.path.Text)
	}
	p.path.SetText("a.wav")
	p.write()
	<-w.asked
	if info, err := os.Stat(d.opts.Music); err != nil || !info.IsDir() {
		t.Errorf("%v, %v", info, err)
	}
	d.saver.giveUp()
	d.turn(t)
}

func TestWhatIsMentionedGoesAfterAWhile(t *testing.T) {
	d := newDesk(t)
	d.mention("Kept.")
	d.forget("something else")
	if d.shown.notice != "Kept." {
		t.Errorf("it says %q", d.shown.notice)
	}
	d.forget("Kept.")
	if d.shown.notice != "" {
		t.Errorf("it still says %q", d.shown.notice)
	}
}
