package window

import (
	"image/color"
	"math"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kindhum/app/breath"
	"kindhum/app/control"
	"kindhum/app/theme"
)

// flashes counts the flashes of one place by the definition of WCAG 2.2: pairs of opposing changes of relative luminance
// of 0.1 or more, of which the darker is below 0.80.
type flashes struct {
	begun   bool
	up      int     // 1, -1, or 0 before the first change
	low, hi float64 // since the last change
	changes []int64 // when, within the last second
	most    int     // in any second; a pair that is not complete counts as one
}

func (f *flashes) see(l float64, now int64) {
	if !f.begun {
		f.begun, f.low, f.hi = true, l, l
	}
	f.low, f.hi = min(f.low, l), max(f.hi, l)
	switch {
	case f.up != 1 && l-f.low >= 0.1 && f.low < 0.8:
		f.up = 1
	case f.up != -1 && f.hi-l >= 0.1 && l < 0.8:
		f.up = -1
	default:
		return
	}
	f.low, f.hi = l, l
	f.changes = append(f.changes, now)
	for now-f.changes[0] > int64(time.Second)-tick/2 { // what is a second apart to the frame is in another one
		f.changes = f.changes[1:]
	}
	f.most = max(f.most, (len(f.changes)+1)/2)
}

// fastest is the pattern that moves most: the least in and out, and the rest that makes it a breath.
var fastest = breath.Pattern{In: breath.MinMove, Out: breath.MinMove, Rest: breath.MinPeriod - 2*breath.MinMove}

// practises is a whole session in the fastest pattern, with whatever makes the picture change.
func (o *onlooker) practises() {
	d := o.d
	lines := []string{"I see you.", "You're allowed to feel this."}
	said := 0
	in := func(state string, at time.Duration) control.Snapshot {
		s := d.playing(state, at)
		s.Timeline.Pattern, s.Timeline.LeadIn = fastest, time.Second
		said++
		line := lines[said%len(lines)]
		s.Status.Line = &line
		return s
	}
	o.watch(500 * time.Millisecond)
	d.follow.expect(d.time)
	d.see(in("lead-in", 0))
	o.watch(time.Second)
	for breath := range 2 {
		d.see(in("running", time.Second+time.Duration(breath)*oneBreath))
		o.watch(oneBreath)
	}
	elapsed := time.Second + 2*oneBreath + 1200*time.Millisecond
	o.watch(1200 * time.Millisecond)
	for range 2 { // at the fullest of the breath, and at once again
		d.see(in("paused", elapsed))
		o.watch(700 * time.Millisecond)
		d.see(in("running", elapsed))
		o.watch(300 * time.Millisecond)
	}
	for range 2 {
		d.openKeys()
		o.watch(600 * time.Millisecond)
		d.press(fyne.KeyEscape)
		o.watch(600 * time.Millisecond)
	}
	d.see(in("ending", elapsed+3*time.Second))
	o.watch(2 * time.Second)
	d.see(control.Idle(d.kept.sound, "", true))
	o.watch(time.Second)
}

// oneBreath is how long a breath of it is.
var oneBreath = fastest.In + fastest.Hold + fastest.Out + fastest.Rest

func TestNothingFlashes(t *testing.T) {
	for _, v := range theme.Variants() {
		for _, still := range []bool{false, true} {
			for _, plain := range []bool{false, true} { // what is seen where a driver refuses the light
				d := newDesk(t)
				dressed(t, v)
				d.safetySeen()
				d.kept.window.LessMotion = still
				d.stage.light.shader.Hidden = plain
				d.stage.Refresh()
				o := newOnlooker(t, d)
				o.practises()
				if most := o.most(); most > 3 {
					t.Errorf("%s, less motion %v, plain %v: %d flashes in a second", v, still, plain, most)
				} else {
					t.Logf("%s, less motion %v, plain %v: %d in a second at most", v, still, plain, most)
				}
			}
		}
	}
}

// The onlooker is not blind: a light that flashes is seen, in every variant, and so are words and pages.
func TestFlashesAreSeen(t *testing.T) {
	for _, v := range theme.Variants() {
		for what, flash := range map[string]func(d *desk, on bool){
			"light": func(d *desk, on bool) { d.stage.light.show(look{Still: true, Fullness: truth(on)}) },
			"words": func(d *desk, on bool) {
				d.stage.line.shown, d.stage.line.part = "I see you.", truth(on)
				d.stage.line.draw()
			},
			"pages": func(d *desk, on bool) {
				if on {
					d.openKeys()
				} else {
					d.closePage()
				}
			},
		} {
			d := newDesk(t)
			dressed(t, v)
			d.safetySeen()
			d.see(d.playing("running", 10*time.Second))
			d.pass(2 * theme.Screen) // the veil has gone
			o := newOnlooker(t, d)
			for i := range 60 {
				d.time += tick
				flash(d, i/6%2 == 0) // five times a second
				o.look()
			}
			if most := o.most(); most <= 3 {
				t.Errorf("%s: %s that flash five times a second are %d flashes", v, what, most)
			}
		}
	}
}

func TestFlashesAreCountedAsTheStandardHasThem(t *testing.T) {
	for _, c := range []struct {
		what      string
		low, high float64
		perSecond float64
		most      int
	}{
		{"three", 0.2, 0.5, 3, 3},
		{"four", 0.2, 0.5, 4, 4},
		{"ten", 0, 1, 10, 10},
		{"a change that is small", 0.2, 0.29, 10, 0},
		{"bright both ways", 0.82, 1, 10, 0},
		{"dark one way", 0.75, 0.9, 5, 5},
	} {
		var f flashes
		for now := int64(0); now < int64(3*time.Second); now += tick {
			l := c.low
			if math.Mod(float64(now)/1e9*c.perSecond, 1) >= 0.5 {
				l = c.high
			}
			f.see(l, now)
		}
		if f.most != c.most {
			t.Errorf("%s: %d flashes, not %d", c.what, f.most, c.most)
		}
	}
	var slow flashes
	for now := int64(0); now < int64(10*time.Second); now += tick {
		slow.see((1-math.Cos(float64(now)/1e9))/2, now)
	}
	if slow.most != 1 {
		t.Errorf("a slow wave: %d", slow.most)
	}
}

// The program as the test works it out is the light: its heart in the middle, the ground at its edge, and
// the ring where it is filled and where not.
func TestTheLightIsWorkedOutFromItsProgram(t *testing.T) {
	newDesk(t)
	c := newCircle()
	p := compile(t, string(c.shader.Source))
	colours := paletteNow()
	at := func(x, y float64, full, show, end float64) color.NRGBA {
		is := p.at(scope{
			"frame": vector(200, 200), "bounds": vector(0, 0, 200, 200), "full": float(full), "drift": float(0),
			"ringShow": float(show), "ringEnd": float(float64(ringEnd(end))), "gl_FragCoord": vector(x, 200-y),
		})
		return color.NRGBA{R: uint8(is.v[0]*255 + 0.5), G: uint8(is.v[1]*255 + 0.5), B: uint8(is.v[2]*255 + 0.5), A: 0xff}
	}
	near := func(what string, got, want color.NRGBA) {
		t.Helper()
		for _, d := range []int{int(got.R) - int(want.R), int(got.G) - int(want.G), int(got.B) - int(want.B)} {
			if d < -8 || d > 8 {
				t.Errorf("%s: %v, not %v", what, got, want)
				return
			}
		}
	}
	near("the middle", at(100, 100, 1, 0, 0), theme.Between(colours.Ground, colours.Light.Heart, 0.97))
	near("the corner", at(1, 1, 1, 0, 0), colours.Ground)
	ring := 100 + 100*ringRadius
	near("the filled ring", at(ring, 100, 0, 1, 0.5), colours.Light.Line)
	near("the ring that is not filled", at(200-ring, 100, 0, 1, 0.5), theme.Between(colours.Ground, colours.Light.Far, 0.26))
}
