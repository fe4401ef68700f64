//go:build e2e

package main_test

import (
	"image"
	"strconv"
	"strings"
	"testing"
	"time"

	"kindhum/app/store"
)

// shown opens the window and waits for its light.
func (d *desk) shown(env ...string) (*opened, *window) {
	d.t.Helper()
	o := d.open(env...)
	w := d.screen.window(15 * time.Second)
	d.until(10*time.Second, "the light is seen", func() bool { w.look(); return w.light() > 20 })
	return o, w
}

// moves waits until the circle has changed its size.
func (w *window) moves(what string) {
	w.s.d.t.Helper()
	w.look()
	least, most := w.light(), 0
	w.s.d.until(10*time.Second, what, func() bool {
		light := w.light()
		least, most = min(least, light), max(most, light)
		return most > 0 && float64(least) < 0.85*float64(most)
	})
}

// ink is how much of the window, above the ground or below the circle, is not the ground.
func (w *window) ink() (dots int) {
	w.look()
	p := w.s.read()
	ground := p.at(w.bounds.Min.X+3, w.bounds.Max.Y-3)
	for y := w.bounds.Min.Y; y < w.bounds.Max.Y; y++ {
		if y < w.bounds.Min.Y+w.bounds.Dy()/2 {
			continue
		}
		for x := w.bounds.Min.X; x < w.bounds.Max.X; x++ {
			if differs(p.at(x, y), ground) {
				dots++
			}
		}
	}
	return dots
}

// A window manager may make a window smaller than it asks to be. It lives on, and is what it was when it has grown.
func TestProgramInASmallWindow(t *testing.T) {
	t.Parallel()
	d := sit(t, with{display: true})
	d.prefer(func(w *store.Window) { w.SafetySeen = true })
	news := d.follow()
	o, w := d.shown()
	usual := w.bounds.Size()
	for _, when := range []struct {
		what string
		keys []string
		is   func(status) bool
	}{
		{"at rest", nil, nil},
		{"with a page open", []string{"F1"}, nil},
		{"in a session", []string{"Escape", "Return"}, func(s status) bool { return s.State == "running" || s.State == "lead-in" }},
	} {
		if when.keys != nil {
			w.press(when.keys...)
		}
		if when.is != nil {
			news.await(10*time.Second, when.what, when.is)
		}
		d.unbounded(w)
		d.resize(w, image.Pt(200, 200))
		was := d.status().Volume
		w.press("Up")
		if when.what != "with a page open" { // there it scrolls
			d.until(5*time.Second, "it hears keys "+when.what, func() bool { return d.status().Volume > was })
		}
		d.until(5*time.Second, "it is drawn "+when.what, func() bool { return w.coloured() > 1 })
		w.save("small " + when.what)
		d.resize(w, usual)
	}
	w.moves("the circle moves in the window that has grown again")
	o.told(d, 15)
	o.ends(d, "SIGTERM")
}

// unbounded takes from a window what it asks of the window manager, its least size among it.
func (d *desk) unbounded(w *window) {
	d.t.Helper()
	if out, err := d.command("xprop", "-id", w.id, "-remove", "WM_NORMAL_HINTS").CombinedOutput(); err != nil {
		d.t.Fatalf("xprop: %v, %s", err, out)
	}
}

// coloured is how many colours the window shows.
func (w *window) coloured() int {
	w.look()
	p, seen := w.s.read(), map[[3]byte]bool{}
	for y := w.bounds.Min.Y; y < w.bounds.Max.Y; y++ {
		for x := w.bounds.Min.X; x < w.bounds.Max.X; x++ {
			c := p.at(x, y)
			seen[[3]byte{c.R, c.G, c.B}] = true
		}
	}
	return len(seen)
}

// A person may have everything drawn at half the size, or three times as large.
func TestProgramAtOtherScales(t *testing.T) {
	t.Parallel()
	for _, scale := range []string{"0.5", "3"} {
		t.Run(scale, func(t *testing.T) {
			t.Parallel()
			d := sit(t, with{})
			screen := image.Pt(1280, 800)
			d.startScreen(screen)
			remembered := store.DefaultWindow()
			d.prefer(func(w *store.Window) { w.SafetySeen, w.Width, w.Height = true, 480, 720; remembered = *w })
			news := d.follow()
			o, w := d.shown("FYNE_SCALE=" + scale)
			if size := w.bounds.Size(); size.X > screen.X || size.Y > screen.Y {
				t.Errorf("the window is %v on a screen of %v", size, screen)
			}
			d.until(10*time.Second, "something is written", func() bool { return w.ink() >= 100 }) // the light is there before it
			w.save("scale " + scale)
			w.press("Return")
			news.await(10*time.Second, "a session", func(s status) bool { return s.State == "running" })
			w.moves("the circle moves")
			o.told(d, 15)
			o.ends(d, "SIGTERM")
			if kept := d.kept(); kept != remembered {
				t.Errorf("remembered is %+v, it was %+v", kept, remembered)
			}
		})
	}
}

// Fonts may be missing, or broken.
func TestProgramWithoutFonts(t *testing.T) {
	t.Parallel()
	d := sit(t, with{display: true})
	d.prefer(func(w *store.Window) { w.SafetySeen = true })
	usual := 0
	for i, env := range []string{
		"", "FONTCONFIG_FILE=/nonexistent XDG_DATA_DIRS=/nonexistent XDG_DATA_HOME=" + d.path("home/.local/share"),
		"FYNE_FONT=/nonexistent/font.ttf", "FYNE_FONT=" + program(t),
	} {
		o, w := d.shown(strings.Fields(env)...)
		d.until(5*time.Second, "text is drawn with "+env, func() bool {
			n := w.ink()
			if usual == 0 {
				return n > 1000
			}
			return float64(n) > 0.9*float64(usual) && float64(n) < 1.1*float64(usual)
		})
		if usual == 0 {
			w.settled(whole, nil)
			usual = w.ink()
		}
		w.save("font " + strconv.Itoa(i))
		o.told(d, 15)
		err := next(d, o.ended, "the window ends with "+env)
		want := 0
		if strings.HasPrefix(env, "FYNE_FONT=") {
			want = 1 // it says that this one is not used
		}
		if lines := strings.Count(o.said.String(), "\n"); err != nil || lines != want {
			t.Errorf("%s: it ended with %v and said %d lines:\n%s", env, err, lines, o.said.String())
		}
	}
}
