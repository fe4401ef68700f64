package window

import (
	"math"
	"regexp"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kindhum/app/control"
	"kindhum/app/theme"
	"kindhum/assets"
)

func TestTheCircleGrowsWithFullness(t *testing.T) {
	last := -1.0
	for full := 0.0; full <= 1; full += 1.0 / 64 {
		r := look{Fullness: full}.radius()
		if r <= last || r > 0.94 {
			t.Errorf("radius %v at fullness %v", r, full)
		}
		last = r
	}
	if a, b := (look{Still: true}).radius(), (look{Still: true, Fullness: 1}).radius(); a != b {
		t.Error("with less motion the size changes")
	}
	if a, b := (look{Still: true}).bright(), (look{Still: true, Fullness: 1}).bright(); b-a < 0.5 {
		t.Error("with less motion the brightness hardly changes")
	}
}

func TestTheShaderHasWhatItAsksFor(t *testing.T) {
	test.NewTempApp(t)
	s := newCircle().shader
	asked := strings.Count(circleFragment, "uniform float ")
	if asked != len(s.Uniforms) {
		t.Errorf("it asks for %d numbers and gets %d", asked, len(s.Uniforms))
	}
	for name := range s.Uniforms {
		if !strings.Contains(circleFragment, "uniform float "+name+";") {
			t.Errorf("it does not know %s", name)
		}
	}
	if !strings.HasPrefix(string(s.Source), "#version 110\n") || !strings.HasPrefix(string(s.SourceES), "#version 100\n") {
		t.Error("the versions are not those of desktop GL and GL ES")
	}
	for _, word := range regexp.MustCompile(`\b[A-Z]+(_\d)?\b`).FindAllString(fragmentCode(), -1) {
		if !strings.Contains(string(s.Source), "#define "+word+" ") {
			t.Errorf("it asks for the constant %s", word)
		}
	}
}

// fragmentCode is the circle's program without its comments.
func fragmentCode() string {
	return regexp.MustCompile(`(?s)/\*.*?\*/`).ReplaceAllString(circleFragment, "")
}

// Each palette has a program of its own, and so has less motion; the same look always has the same.
func TestTheShaderIsDressed(t *testing.T) {
	test.NewTempApp(t)
	names := map[string]string{}
	for _, p := range []theme.Palette{theme.Of(theme.Variant{}), theme.Of(theme.Variant{Light: true})} {
		for _, still := range []bool{false, true} {
			c := newCircle()
			c.paint(p)
			c.show(look{Still: still, Fullness: 0.5})
			if was, there := names[c.shader.Name]; there && was != string(c.shader.Source) {
				t.Errorf("two programs are called %s", c.shader.Name)
			}
			names[c.shader.Name] = string(c.shader.Source)
			c.show(look{Still: !still, Fullness: 0.5})
			c.show(look{Still: still, Fullness: 0.5})
			if names[c.shader.Name] != string(c.shader.Source) {
				t.Errorf("%s has changed", c.shader.Name)
			}
		}
	}
	if len(names) != 4 {
		t.Errorf("there are %d programs", len(names))
	}
}

// A ground between two shades would show the light's square as grain.
func TestTheGroundIsAShade(t *testing.T) {
	for v := range 256 {
		shade := cleared(uint8(v)) * 255
		if shade != math.Round(shade) || math.Abs(shade-float64(v)*257/255) > 0.5 && shade != 255 {
			t.Errorf("%d is shown as %v", v, shade)
		}
	}
}

// What the shader compares is whether a place on the ring comes before its end.
func TestTheRingEndsWhereItShould(t *testing.T) {
	for end := 0.0; end <= 1; end += 1.0 / 64 {
		for place := 1.0 / 1000; place < 1; place += 1.0 / 97 {
			x, y := math.Sincos(2 * math.Pi * place)
			turn := 1 + y // d - p.y of the shader, whose y goes down
			if x < 0 {
				turn = -turn
			}
			if lit := turn+float64(ringEnd(end)) > 0; lit != (place < end) && math.Abs(place-end) > 1e-4 {
				t.Errorf("at %.3f a ring filled to %.3f is lit: %v", place, end, lit)
			}
		}
	}
	if ringEnd(-1) != ringEnd(0) {
		t.Error("a session without an end fills the ring")
	}
}

func TestEveryPageFitsIntoTheWidthOfASmallWindow(t *testing.T) {
	for _, language := range assets.Languages() {
		d := newDeskIn(t, language)
		d.win.Resize(fyne.NewSize(theme.LeastWidth, theme.LeastHeight))
		for name, open := range map[string]func(){
			"sound": d.openSound, "safety": d.openSafety, "keys": d.openKeys, "about": d.openAbout, "save": d.openSave, "settings": d.openSettings,
		} {
			open()
			if need := d.stage.page.MinSize().Width; need > theme.LeastWidth-2*theme.Margin {
				t.Errorf("%s, %s needs a width of %v", language, name, need)
			}
		}
	}
}

// TestAllFitsIntoASmallWindow looks at every screen at the least size there is, in every language.
func TestAllFitsIntoASmallWindow(t *testing.T) {
	for _, language := range assets.Languages() {
		t.Run(language, func(t *testing.T) { fits(t, newDeskIn(t, language)) })
	}
}

func fits(t *testing.T, d *desk) {
	look := func(name string) {
		t.Helper()
		size := fyne.NewSize(theme.LeastWidth, theme.LeastHeight)
		d.win.Resize(size)
		d.pass(4 * time.Second)
		if least := d.stage.MinSize(); least.Width > size.Width || least.Height > size.Height {
			t.Errorf("%s: needs %v", name, least)
		}
		foot := d.stage.foot
		if need := foot.MinSize(); need.Width > foot.Size().Width || need.Height > foot.Size().Height {
			t.Errorf("%s: the controls need %v and have %v", name, need, foot.Size())
		}
		if foot.Position().Y+foot.Size().Height > size.Height {
			t.Errorf("%s: the controls reach beyond the window", name)
		}
		if d.stage.on == guided && d.stage.line.Position().Y+3*d.stage.line.rowHeight() > d.stage.notice.Position().Y+2 {
			t.Errorf("%s: three rows of words reach into the notice at %v, controls %v %v, line at %v", name, d.stage.notice.Position(), foot.Position(), foot.Size(), d.stage.line.Position())
		}
		if d.stage.on != resting && d.stage.light.Position().Y+d.stage.light.Size().Height > foot.Position().Y {
			t.Errorf("%s: the light reaches into the controls", name)
		}
	}
	look("the safety card")
	d.safetySeen()
	for _, p := range d.opts.Library.All() {
		d.kept.session.Practice = p.ID
		d.arrange()
		look("at rest, " + p.ID)
	}
	d.see(d.playing("running", 10*time.Second))
	look("in session")
	d.see(d.playing("easing", 10*time.Second))
	look("easing")
	d.see(d.playing("ending", 20*time.Second))
	look("the end")
	d.see(d.toning())
	look("the tone")
	d.see(control.Idle(d.kept.sound, "", true))
}
