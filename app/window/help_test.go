package window

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"kindhum/app/control"
	"kindhum/app/help"
	"kindhum/app/theme"
	"kindhum/assets"
)

// helpShown is the page of help, if it is open.
func helpShown(d *desk) *helpPage {
	if d.stage.page == nil {
		return nil
	}
	for _, o := range test.LaidOutObjects(d.stage.page) {
		if f, is := o.(*findField); is {
			return f.find.page
		}
	}
	return nil
}

// reading is a desk whose page of help is open, in a window of a size.
func newReading(t *testing.T, wide, high float32) (*desk, *helpPage) {
	t.Helper()
	d := newDesk(t)
	d.win.Resize(fyne.NewSize(wide, high))
	d.press(fyne.KeyH)
	p := helpShown(d)
	if p == nil {
		t.Fatal("H does not open help")
	}
	return d, p
}

func TestHelpIsReachedFromEveryScreen(t *testing.T) {
	for name, c := range map[string]struct {
		snap func(*desk) control.Snapshot
		on   screen
	}{
		"at rest":       {func(d *desk) control.Snapshot { return control.Idle(d.kept.sound, "", true) }, resting},
		"in session":    {func(d *desk) control.Snapshot { return d.playing("running", 10*time.Second) }, guided},
		"while paused":  {func(d *desk) control.Snapshot { return d.playing("paused", 10*time.Second) }, guided},
		"after session": {func(d *desk) control.Snapshot { return d.playing("ending", 20*time.Second) }, ended},
		"in the tone":   {func(d *desk) control.Snapshot { return d.toning() }, toned},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			if c.on == ended {
				d.see(d.playing("running", 10*time.Second))
			}
			d.see(c.snap(d))
			if d.shown.on != c.on {
				t.Fatalf("the screen is %d", d.shown.on)
			}
			d.openMenu()
			if !slices.ContainsFunc(test.LaidOutObjects(d.win.Canvas().Overlays().Top()), func(o fyne.CanvasObject) bool {
				text, is := o.(*canvas.Text)
				return is && text.Text == d.text.Text("help")
			}) {
				t.Error("it is not in the menu")
			}
			d.win.Canvas().Overlays().Remove(d.win.Canvas().Overlays().Top())
			for _, leave := range []fyne.KeyName{fyne.KeyEscape, fyne.KeyH} {
				d.press(fyne.KeyH)
				if helpShown(d) == nil {
					t.Fatal("H does not open it")
				}
				d.press(fyne.KeySpace) // reads on, and pauses nothing
				d.press(leave)
				if d.stage.page != nil || d.shown.on != c.on {
					t.Errorf("%s does not lead back", leave)
				}
			}
			select {
			case a := <-d.link.asked:
				t.Errorf("wished %s", a.method)
			default:
			}
		})
	}
}

func TestHelpAndTheKeysLeadToOneAnother(t *testing.T) {
	d, _ := newReading(t, theme.LeastWidth, theme.LeastHeight)
	d.press(fyne.KeyF1)
	if d.stage.page == nil || helpShown(d) != nil {
		t.Fatal("F1 does not lead from help to the keys")
	}
	d.press(fyne.KeyF1)
	if helpShown(d) == nil {
		t.Fatal("F1 does not lead back to help")
	}
	d.press(fyne.KeyF1)
	d.press(fyne.KeyH)
	if helpShown(d) == nil {
		t.Error("H does not lead from the keys to help")
	}
}

func TestHelpStaysWhileASessionBeginsAndEnds(t *testing.T) {
	d, p := newReading(t, theme.LeastWidth, theme.LeastHeight)
	p.find.focus()
	d.see(d.playing("running", 10*time.Second))
	if !d.beat.runs {
		t.Error("the breath does not go on")
	}
	d.see(d.playing("ending", 20*time.Second))
	if helpShown(d) != p || d.win.Canvas().Focused() != p.find.field {
		t.Error("the reader was disturbed")
	}
	d.press(fyne.KeyEscape)
	d.press(fyne.KeyEscape)
	if d.stage.page != nil || d.stage.foot != d.feet.end.all {
		t.Error("the card of the session that is over does not come after it")
	}
}

func TestTheTextOfHelpScrollsByKeys(t *testing.T) {
	d, p := newReading(t, theme.LeastWidth, theme.LeastHeight)
	row := float32(theme.TypeText * proseHigh)
	last := p.prose.sheet.high - p.scroll.Size().Height
	for _, c := range []struct {
		key  fyne.KeyName
		want float32
	}{
		{fyne.KeyUp, 0},
		{fyne.KeyDown, 2 * row},
		{fyne.KeyDown, 4 * row},
		{fyne.KeyUp, 2 * row},
		{fyne.KeyHome, 0},
		{fyne.KeySpace, p.scroll.Size().Height - 2*row},
		{fyne.KeyPageDown, 2 * (p.scroll.Size().Height - 2*row)},
		{fyne.KeyPageUp, p.scroll.Size().Height - 2*row},
		{fyne.KeyEnd, last},
		{fyne.KeyPageDown, last},
		{fyne.KeyReturn, last},
		{fyne.KeyPageUp, last - p.scroll.Size().Height + 2*row},
	} {
		d.press(c.key)
		if got := p.scroll.Offset.Y; got < c.want-0.1 || got > c.want+0.1 {
			t.Errorf("after %s at %v, want %v", c.key, got, c.want)
		}
	}
	d.press(fyne.KeyHome)
	p.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -200)})
	if p.scroll.Offset.Y != 200 {
		t.Error("the wheel does not scroll it")
	}
	unseen := 0
	for _, text := range p.prose.texts {
		y := text.Position().Y
		switch inside := y+text.Size().Height > 200 && y < 200+p.scroll.Size().Height; {
		case inside && text.Hidden:
			t.Errorf("%q is not drawn", text.Text)
		case text.Hidden:
			unseen++
		}
	}
	if unseen < len(p.prose.texts)/2 {
		t.Errorf("%d of %d rows are drawn", len(p.prose.texts)-unseen, len(p.prose.texts))
	}
}

func TestEverySectionIsJumpedToByTabAndReturn(t *testing.T) {
	d, p := newReading(t, theme.LeastWidth, theme.LeastHeight)
	last := p.prose.sheet.high - p.scroll.Size().Height
	for i, block := range p.page.Sections() {
		d.win.Canvas().Unfocus()
		d.press(fyne.KeyEnd)
		for range i + 2 { // the search comes first
			d.win.Canvas().FocusNext()
		}
		way, is := d.win.Canvas().Focused().(*pill)
		if !is || way.text != p.page.Blocks[block].Text {
			t.Fatalf("tab %d leads to %v", i, d.win.Canvas().Focused())
		}
		if y := p.prose.sheet.hole + way.Position().Y; y < p.scroll.Offset.Y || y > p.scroll.Offset.Y+p.scroll.Size().Height {
			t.Errorf("%s has the keys and is not in sight", way.text)
		}
		d.press(fyne.KeyReturn)
		want := min(p.prose.sheet.tops[block]-4, last)
		if got := p.scroll.Offset.Y; got < want-0.1 || got > want+0.1 {
			t.Errorf("%s: at %v, want %v", way.text, got, want)
		}
		d.press(fyne.KeyUp)
		if d.stage.page == nil || p.scroll.Offset.Y > want {
			t.Error("the text does not get the keys after a jump")
		}
	}
}

func TestHelpKeepsItsPlaceWhenTheWindowChanges(t *testing.T) {
	d, p := newReading(t, 480, 720)
	if need := d.stage.page.MinSize().Width; need > theme.LeastWidth-2*theme.Margin {
		t.Errorf("it needs a width of %v", need)
	}
	p.jump(p.page.Sections()[5])
	for _, wide := range []float32{360, 700, 400} {
		block, from := p.prose.at(p.scroll.Offset.Y)
		d.win.Resize(fyne.NewSize(wide, 600))
		if now, _ := p.prose.at(p.scroll.Offset.Y); now != block {
			t.Errorf("%v wide: reads block %d, and %d at %d before", wide, now, block, from)
		}
	}
}

// TestHelpFitsInEveryLanguage lays every language's page out in the narrowest window.
func TestHelpFitsInEveryLanguage(t *testing.T) {
	newDesk(t)
	files, err := filepath.Glob("../../assets/help/*.md")
	if err != nil || len(files) < 2 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		language := strings.TrimSuffix(filepath.Base(file), ".md")
		source, err := assets.Help(language)
		if err != nil {
			t.Fatal(err)
		}
		page, err := help.Parse(source)
		if err != nil {
			t.Fatal(err)
		}
		const wide = theme.LeastWidth - 2*theme.Margin
		p := newProse(page.Blocks, (&helpPage{shell: &shell{}, page: page}).sections())
		p.flow(wide)
		if least := p.MinSize().Width; least > wide {
			t.Errorf("%s needs a width of %v", language, least)
		}
		if own := p.among.MinSize().Width; own > wide {
			t.Errorf("%s: the sections need a width of %v", language, own)
		}
		if len(p.texts) < len(page.Blocks) {
			t.Errorf("%s: %d rows for %d paragraphs", language, len(p.texts), len(page.Blocks))
		}
		for _, text := range p.texts {
			if end := text.Position().X + text.MinSize().Width; end > wide-proseAfter+1 {
				t.Errorf("%s: %q ends at %v", language, text.Text, end)
			}
			if text.MinSize().Height > text.Size().Height {
				t.Errorf("%s: %q is higher than its row", language, text.Text)
			}
		}
	}
}
