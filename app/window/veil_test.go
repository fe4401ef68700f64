package window

import (
	"image/color"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kindhum/app/control"
	"kindhum/app/theme"
)

// veiled is how strong the veil is, 0..1, as it would be drawn.
func (d *desk) veiled() float64 {
	v := d.stage.veil
	if v.cloth.Hidden {
		return 0
	}
	return float64(v.cloth.FillColor.(color.NRGBA).A) / 255
}

// calmDesk is a desk whose safety card was read, with nothing left to move.
func calmDesk(t *testing.T) *desk {
	t.Helper()
	d := newDesk(t)
	d.safetySeen()
	d.pass(5 * time.Second)
	return d
}

func TestWhatComesComesSoftly(t *testing.T) {
	for _, c := range []struct {
		what  string
		begin func(*desk)
		come  func(*desk)
		takes time.Duration
		whole bool
	}{
		{"a page", nil, func(d *desk) { d.openKeys() }, theme.Page, true},
		{"help", nil, func(d *desk) { d.openHelp() }, theme.Page, true},
		{"the journal", nil, func(d *desk) { d.feet.diary.open() }, theme.Page, true},
		{"a page after another", (*desk).openPageFirst, func(d *desk) { d.openKeys() }, theme.Page, true},
		{"a page's end", (*desk).openPageFirst, func(d *desk) { d.press(fyne.KeyEscape) }, theme.Page, true},
		{"a session", nil, func(d *desk) { d.see(d.playing("lead-in", 0)) }, theme.Screen, false},
		{"a session over a page", (*desk).openPageFirst, func(d *desk) { d.see(d.playing("lead-in", 0)) }, theme.Screen, true},
		{"the card after it", (*desk).playFirst, func(d *desk) { d.see(d.playing("ending", time.Minute)) }, theme.Screen, false},
		{"the tone", nil, func(d *desk) { d.see(d.toning()) }, theme.Screen, false},
		{"rest", (*desk).toneFirst, func(d *desk) { d.see(control.Idle(d.kept.sound, "", true)) }, theme.Screen, false},
	} {
		d := calmDesk(t)
		if c.begin != nil {
			c.begin(d)
			d.pass(5 * time.Second)
		}
		if d.veiled() != 0 {
			t.Fatalf("%s: veiled before it came", c.what)
		}
		c.come(d)
		v := d.stage.veil
		if d.veiled() != 1 || v.whole != c.whole {
			t.Errorf("%s: at first veiled %v, over the light too: %v", c.what, d.veiled(), v.whole)
		}
		low := d.stage.light.Position().Y + d.stage.light.Size().Height
		if top := v.cloth.Position().Y; !c.whole && top < low || c.whole && top != 0 {
			t.Errorf("%s: it begins at %v, the light ends at %v", c.what, top, low)
		}
		if end := v.cloth.Position().Add(v.cloth.Size()); end.X != d.stage.Size().Width || end.Y != d.stage.Size().Height {
			t.Errorf("%s: it reaches to %v", c.what, end)
		}
		began, last := d.time, d.veiled()
		for v.moving() && d.time < began+int64(2*c.takes) {
			d.pass(10 * time.Millisecond)
			if now := d.veiled(); now > last || last-now > 0.12 {
				t.Errorf("%s: veiled %v after %v", c.what, now, last)
			}
			last = d.veiled()
		}
		if took := time.Duration(d.time - began); took < c.takes || took > c.takes+20*time.Millisecond {
			t.Errorf("%s: it took %v, not %v", c.what, took, c.takes)
		}
	}
}

func (d *desk) openPageFirst() { d.openSafety() }
func (d *desk) playFirst()     { d.see(d.playing("running", time.Minute)) }
func (d *desk) toneFirst()     { d.see(d.toning()) }

func TestWhereNothingMovesThingsComeAtOnce(t *testing.T) {
	for what, w := range map[string]func(*desk){
		"no transitions":       func(d *desk) { d.kept.window.Cuts = true },
		"less motion":          func(d *desk) { d.kept.window.LessMotion = true },
		"less motion, system":  func(d *desk) { d.obey(Appearance{LessMotion: true}) },
		"a window nobody sees": func(d *desk) { d.hide(unseen{minimised: true}) },
	} {
		d := calmDesk(t)
		w(d)
		for _, come := range []func(){d.openKeys, d.closePage, func() { d.see(d.playing("running", time.Minute)) }, func() { d.see(d.toning()) }} {
			come()
			if d.veiled() != 0 || d.stage.veil.moving() {
				t.Errorf("%s: it is veiled", what)
			}
			if p := d.stage.page; p != nil && p.Position().Y != theme.Margin {
				t.Errorf("%s: the page is at %v", what, p.Position())
			}
		}
	}
}

// Wished in the midst of it, less motion ends it.
func TestLessMotionLiftsTheVeil(t *testing.T) {
	d := calmDesk(t)
	d.openKeys()
	d.pass(50 * time.Millisecond)
	if d.veiled() == 0 {
		t.Fatal("there is none")
	}
	if d.obey(Appearance{LessMotion: true}); d.veiled() != 0 || d.stage.page.Position().Y != theme.Margin {
		t.Errorf("veiled %v, the page is at %v", d.veiled(), d.stage.page.Position())
	}
}

func TestNothingWaitsForTheVeil(t *testing.T) {
	d := calmDesk(t)
	d.openSettings()
	d.win.Resize(fyne.NewSize(theme.LeastWidth, theme.LeastHeight))
	if d.veiled() != 1 {
		t.Fatal("it is not veiled")
	}
	done := all[*pill](d.stage.page)[len(all[*pill](d.stage.page))-1]
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(done).Add(fyne.NewPos(done.Size().Width/2, done.Size().Height/2))
	test.TapCanvas(d.win.Canvas(), at)
	if d.stage.page != nil {
		t.Error("what comes cannot be pressed")
	}
	d.see(d.playing("running", time.Minute))
	if d.veiled() != 1 {
		t.Fatal("the session is not veiled")
	}
	d.press(fyne.KeySpace)
	if a := d.wished(t); a.method != control.MethodToggle {
		t.Errorf("wished %s", a.method)
	}
	d.openKeys()
	d.press(fyne.KeyEscape)
	if d.stage.page != nil {
		t.Error("a page cannot be left before it has come")
	}
}

// Who leafs through pages sees each at once: only what comes after a while comes softly.
func TestLeafingDoesNotFlicker(t *testing.T) {
	d := calmDesk(t)
	d.openKeys()
	for range 3 {
		d.pass(theme.Apart / 4)
		d.closePage()
		if d.pass(tickTime); d.veiled() != 0 {
			t.Error("the second of two is veiled")
		}
		d.openKeys()
	}
	d.pass(theme.Apart)
	if d.closePage(); d.veiled() != 1 {
		t.Error("after a while it is not veiled")
	}
}

func TestAPageRisesToItsPlace(t *testing.T) {
	d := calmDesk(t)
	d.openKeys()
	last := d.stage.page.Position().Y
	if last != theme.Margin+pageRise {
		t.Errorf("it begins at %v", last)
	}
	for range 30 {
		d.pass(10 * time.Millisecond)
		y := d.stage.page.Position().Y
		if y > last {
			t.Errorf("it goes down to %v", y)
		}
		last = y
	}
	if last != theme.Margin {
		t.Errorf("it ends at %v", last)
	}
}

// It costs nothing when it is over.
func TestNothingMovesAfterTheVeil(t *testing.T) {
	d := calmDesk(t)
	for _, c := range []struct {
		what string
		come func()
	}{{"a page", d.openKeys}, {"its end", d.closePage}, {"the tone", func() { d.see(d.toning()) }}} {
		c.come()
		if !d.beat.runs || d.still() {
			t.Errorf("%s: nothing lifts the veil", c.what)
		}
		d.pass(10 * time.Second)
		if d.beat.runs || !d.stage.veil.cloth.Hidden || d.still() != (d.stage.page == nil) {
			t.Errorf("%s: it goes on", c.what)
		}
	}
}

// A page that only is made anew does not go and come for it.
func TestTheSamePageDoesNotComeAgain(t *testing.T) {
	d := calmDesk(t)
	d.openLanguage()
	d.pass(time.Second)
	if d.openLanguage(); d.veiled() != 0 {
		t.Error("it comes again")
	}
	if d.openKeys(); d.veiled() != 1 {
		t.Error("another one does not come softly")
	}
}

// Where the safety card goes the light grows: it comes softly too.
func TestALightThatMovesComesSoftly(t *testing.T) {
	d := newDesk(t)
	d.pass(time.Second)
	if d.safetySeen(); !d.stage.veil.whole || d.veiled() != 1 {
		t.Errorf("veiled %v, over the light: %v", d.veiled(), d.stage.veil.whole)
	}
}

// At half of the frames it takes as long.
func TestTheVeilTakesAsLongWithHalfOfTheFrames(t *testing.T) {
	d := calmDesk(t)
	d.kept.window.HalfRate = true
	d.appear()
	d.pass(time.Second)
	d.openKeys()
	if d.pass(theme.Page / 2); d.veiled() < 0.3 || d.veiled() > 0.7 {
		t.Errorf("half way it is veiled %v", d.veiled())
	}
	if d.pass(theme.Page/2 + 70*time.Millisecond); d.veiled() != 0 {
		t.Errorf("in the end it is veiled %v", d.veiled())
	}
}

// Where the veil ends no edge is seen.
func TestTheVeilIsOfTheGround(t *testing.T) {
	for _, v := range theme.Variants() {
		ground := theme.Of(v).Ground
		veil := seenGround(ground)
		for _, c := range [][2]uint8{{veil.R, ground.R}, {veil.G, ground.G}, {veil.B, ground.B}} {
			if off := float64(c[0])/255 - cleared(c[1]); off > 0.5/255 || off < -0.5/255 {
				t.Errorf("%s: %d where a cleared window shows %.2f", v, c[0], 255*cleared(c[1]))
			}
		}
	}
}
