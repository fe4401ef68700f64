package window

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"kindhum/app/choice"
	"kindhum/app/theme"
	"kindhum/assets"
)

// rests has the pointer rest on a control for a time, in its middle.
func (d *desk) rests(on desktop.Hoverable, by time.Duration) fyne.Position {
	o := on.(fyne.CanvasObject)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Add(fyne.NewPos(o.Size().Width/2, o.Size().Height/2))
	on.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{AbsolutePosition: at}})
	d.pass(by)
	return at
}

func (d *desk) tip() string {
	if !d.tips.box.Visible() {
		return ""
	}
	return d.tips.box.text()
}

func TestATooltipComesToWhoRestsAndNothingMovesThen(t *testing.T) {
	d := newDesk(t)
	d.safetySeen()
	d.pass(3 * time.Second)
	begin := d.feet.rest.begin
	d.rests(begin, 500*time.Millisecond)
	if d.tip() != "" || !d.beat.runs {
		t.Fatalf("after half a second it says %q", d.tip())
	}
	d.pass(150 * time.Millisecond)
	if part := d.tips.box.part; d.tip() != "Begin the session (Return)" || part <= 0 || part >= 1 {
		t.Errorf("it says %q, at a strength of %v", d.tip(), d.tips.box.part)
	}
	d.pass(theme.Answer)
	if d.tips.box.part != 1 || d.beat.runs {
		t.Errorf("it has a strength of %v, and the beat goes on: %v", d.tips.box.part, d.beat.runs)
	}
	begin.MouseMoved(&desktop.MouseEvent{})
	if d.tip() == "" {
		t.Error("it goes while the pointer is on its control")
	}
	begin.MouseOut()
	if d.tip() != "" || d.beat.runs {
		t.Error("it stays behind")
	}
	d.rests(begin, 400*time.Millisecond)
	begin.MouseMoved(&desktop.MouseEvent{})
	if d.pass(400 * time.Millisecond); d.tip() != "" {
		t.Error("it comes while the pointer moves")
	}
}

func TestATooltipComesAtOnceWithLessMotion(t *testing.T) {
	d := newDesk(t)
	d.kept.window.LessMotion = true
	d.rests(d.stage.menu, 610*time.Millisecond)
	if d.tip() == "" || d.tips.box.part != 1 {
		t.Errorf("%q, at a strength of %v", d.tip(), d.tips.box.part)
	}
}

func TestATooltipGoesAtOnce(t *testing.T) {
	for name, c := range map[string]struct {
		come func(*desk) desktop.Hoverable
		do   func(*desk)
	}{
		"by a key":          {rested, func(d *desk) { d.press(fyne.KeyUp) }},
		"by a shortcut":     {rested, func(d *desk) { d.strike(ctrl(fyne.KeyJ)) }},
		"by another page":   {rested, func(d *desk) { d.openSafety() }},
		"by another screen": {rested, func(d *desk) { d.see(d.toning()) }},
		"by a menu":         {rested, func(d *desk) { d.openMenu() }},
		"by being pressed":  {rested, func(d *desk) { test.Tap(d.feet.rest.length) }},
		"by scrolling": {func(d *desk) desktop.Hoverable { d.openSettings(); return all[*pill](d.stage.page)[0] }, func(d *desk) {
			d.page.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -60)})
		}},
		"by scrolling help": {func(d *desk) desktop.Hoverable { d.openHelp(); return helpShown(d).ways[0] }, func(d *desk) {
			helpShown(d).scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -60)})
		}},
		"by typing": {func(d *desk) desktop.Hoverable { d.openOwnPattern(-1); return d.page.of.(*ownPatternPage).name }, func(d *desk) {
			d.page.of.(*ownPatternPage).name.TypedRune('a')
		}},
		"by going back": {func(d *desk) desktop.Hoverable { d.openSafety(); return all[*pill](d.stage.page)[0] }, func(d *desk) { d.closePage() }},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			d.safetySeen()
			d.win.Resize(fyne.NewSize(theme.LeastWidth, theme.LeastHeight))
			d.rests(c.come(d), 2*time.Second)
			if d.tip() == "" {
				t.Fatal("there is none")
			}
			c.do(d)
			if d.tip() != "" {
				t.Errorf("it still says %q", d.tip())
			}
		})
	}
}

func rested(d *desk) desktop.Hoverable { return d.feet.rest.length }

func TestATooltipComesByTab(t *testing.T) {
	d := newDesk(t)
	d.safetySeen()
	d.win.Canvas().FocusNext()
	d.pass(950 * time.Millisecond)
	if d.tip() != "" {
		t.Error("it comes too soon")
	}
	d.pass(300 * time.Millisecond)
	if !strings.HasPrefix(d.tip(), d.text.Text("tip_menu")) {
		t.Errorf("it says %q", d.tip())
	}
	d.win.Canvas().FocusNext()
	if d.tip() != "" {
		t.Error("it stays with what had the keys")
	}
	d.win.Canvas().Unfocus()
	d.focus(d.feet.rest.length)
	if d.pass(3 * time.Second); d.tip() != "" {
		t.Error("it comes where Tab did not lead")
	}
}

func TestATooltipNeverKeepsTheControlsOfASession(t *testing.T) {
	d := newDesk(t)
	d.see(d.playing("running", 10*time.Second))
	d.pass(time.Second)
	d.rests(d.feet.guide.pause, time.Second)
	if d.tip() != "Pause or go on (Space)" {
		t.Fatalf("it says %q", d.tip())
	}
	d.pass(2100 * time.Millisecond) // three seconds since the pointer moved
	if d.tip() != "" {
		t.Error("it stays while the controls go")
	}
	d.pass(4 * time.Second)
	if d.feet.guide.pause.part != 0 || d.tip() != "" {
		t.Error("the controls do not fade under a pointer that rests")
	}
}

// Every tooltip of every page lies inside the smallest window, and not beneath the pointer.
func TestEveryTooltipHasRoom(t *testing.T) {
	for _, language := range assets.Languages() {
		visits(t, language, func(name string, d *desk) {
			d.shown.snap.Clock.Running = false // the controls stay
			for _, o := range d.controls() {
				on, is := o.(desktop.Hoverable)
				if _, all := o.(*entryList); !is || all {
					continue
				}
				o := o.(told)
				at := d.rests(on, time.Second)
				box := d.tips.box
				if d.tip() == "" {
					t.Errorf("%s, %s: %q has no tooltip", language, name, o.Name())
				}
				from, to := box.Position(), box.Position().AddXY(box.Size().Width, box.Size().Height)
				if from.X < 0 || from.Y < 0 || to.X > theme.LeastWidth || to.Y > theme.LeastHeight {
					t.Errorf("%s, %s: %q reaches from %v to %v", language, name, d.tip(), from, to)
				}
				if inside(at, from, to) && at.Y < theme.LeastHeight { // further down it is scrolled out of sight
					t.Errorf("%s, %s: %q lies on the pointer", language, name, d.tip())
				}
				on.MouseOut()
			}
		})
	}
}

func inside(at, from, to fyne.Position) bool {
	return at.X >= from.X && at.X <= to.X && at.Y >= from.Y && at.Y <= to.Y
}

func TestWhereATooltipLies(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number := func(from, to int, name string) float32 { return float32(rapid.IntRange(from, to).Draw(t, name)) }
		window := fyne.NewSize(number(360, 2000, "wide"), number(560, 1400, "high"))
		tip := fyne.NewSize(number(20, tipWide, "tip wide"), number(20, 120, "tip high"))
		control := fyne.NewSize(number(10, int(window.Width), "control wide"), number(10, int(window.Height), "control high"))
		at := fyne.NewPos(number(0, int(window.Width-control.Width), "x"), number(0, int(window.Height-control.Height), "y"))
		pointer := at.AddXY(number(0, int(control.Width), "in x"), number(0, int(control.Height), "in y"))
		from := tipPlace(window, at, control, &pointer, tip)
		to := from.AddXY(tip.Width, tip.Height)
		if from.X < 0 || from.Y < 0 || to.X > window.Width || to.Y > window.Height {
			t.Fatalf("from %v to %v", from, to)
		}
		if inside(pointer, from, to) {
			t.Fatalf("the pointer is at %v, the tooltip from %v to %v", pointer, from, to)
		}
	})
}

func TestATooltipTellsWhatIsCut(t *testing.T) {
	d := newDesk(t)
	long := strings.Repeat("W", choice.MaxPatternName)
	d.setPatterns([]choice.OwnPattern{{Name: long, Pattern: "5-7"}})
	d.openPatterns()
	for _, p := range all[*pill](d.stage.page) {
		if strings.Contains(p.text, "…") {
			if !strings.HasPrefix(p.Tip(), strings.TrimSpace(long)) || !strings.Contains(p.Name(), strings.TrimSpace(long)) {
				t.Errorf("%q is told as %q, and called %q", p.text, p.Tip(), p.Name())
			}
			return
		}
	}
	t.Errorf("nothing is cut: %q", d.pills())
}

func TestTheKeysGoBackToWhatOpened(t *testing.T) {
	d := newDesk(t)
	d.safetySeen()
	focused := func() string { return nameOf(d.win.Canvas().Focused()) }
	d.focus(d.feet.rest.sound)
	name := focused()
	d.press(fyne.KeyReturn)
	if d.press(fyne.KeyEscape); d.stage.page != nil || focused() != name {
		t.Errorf("after the page %q has the keys", focused())
	}
	d.focus(d.stage.menu)
	d.press(fyne.KeyReturn)
	if !menuIsOpen(d) {
		t.Fatal("no menu")
	}
	if d.press(fyne.KeyEscape); menuIsOpen(d) || focused() != d.text.Text("menu") {
		t.Errorf("after the menu %q has the keys", focused())
	}
	d.openWords()
	row := d.page.rows()[3]
	d.focus(row)
	d.press(fyne.KeyReturn)
	if d.press(fyne.KeyEscape); focused() != row.Name() {
		t.Errorf("after the practice %q has the keys, and %q had opened it", focused(), row.Name())
	}
	d.press(fyne.KeyF1)
	if d.press(fyne.KeyEscape); focused() != row.Name() || d.page.place != onWords {
		t.Errorf("after the keys %q has the keys", focused())
	}
	if d.press(fyne.KeyEscape); focused() != d.text.Text("menu") {
		t.Errorf("after all of it %q has the keys", focused())
	}
}
