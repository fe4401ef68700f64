//go:build e2e

package main_test

import (
	"context"
	"testing"
	"time"

	"kindhum/app/store"
)

func TestProgramIsReachedFromTheTray(t *testing.T) {
	t.Parallel()
	d := sit(t, with{display: true})
	h := d.host()
	h.tray()
	news := d.follow()
	d.must("tone")
	i := h.item()
	i.choose("Pause")
	news.in(5*time.Second, "paused")
	i.choose("Go on")
	news.in(5*time.Second, "tone")
	i.choose("25")
	news.await(5*time.Second, "volume 25", func(s status) bool { return s.Volume == 25 })
	i.choose("15 minutes")
	news.await(5*time.Second, "a sleep timer", func(s status) bool { return s.State == "tone" && s.Length != nil && *s.Length >= 900 })
	i.choose("A kind moment")
	news.await(15*time.Second, "a kind moment, with a window", func(s status) bool { return s.Window && s.State == "running" && *s.Length == 20 })
	d.screen.window(15 * time.Second)

	h.leaves(watcher) // the tray ends, and another one starts
	h.tray()
	if again := h.item(); again.name != i.name {
		t.Errorf("the icon is %s, and was %s", again.name, i.name)
	}
	i.choose("End")
	i.gone()
	d.must("tone")
	i = h.item()
	i.choose("Open Kindhum") // it comes forward
	if n := d.screen.windows(); n != 1 {
		t.Errorf("there are %d windows", n)
	}
	i.choose("Quit")
	i.gone()
	d.until(10*time.Second, "no process is left", func() bool { return len(d.processes()) == 1 }) // but the one that follows
}

func TestProgramStaysInTheTray(t *testing.T) {
	t.Parallel()
	d := sit(t, with{display: true})
	h := d.host()
	h.tray()
	d.start(d.command(program(t), "player", "--stay")) // as it starts with the desktop
	i := h.item()
	if _, is := i.entries()["Nothing plays"]; !is {
		t.Errorf("the menu is %v", i.entries())
	}
	d.must("tone", "--for", "1s")
	d.until(10*time.Second, "the tone is over", func() bool { return d.status().State == "idle" && d.pid("sound") == 0 })
	i.choose("Quit")
	d.until(10*time.Second, "no process is left", func() bool { return len(d.processes()) == 0 })

	d.remember(func(s *store.Desktop) { s.Stay = true })
	d.start(d.command(program(t))) // the window, on a machine where it is to stay
	i = h.item()
	d.screen.window(15 * time.Second).shut()
	d.until(10*time.Second, "the window is gone", func() bool { return d.pid("") == 0 })
	if s := d.status(); s.State != "idle" || s.PID == nil || d.pid("sound") != 0 {
		t.Errorf("at rest: %+v, %v", s, d.processes())
	}
	i.choose("Open Kindhum")
	d.screen.window(15 * time.Second)
	i.choose("Quit")
	d.until(10*time.Second, "no process is left", func() bool { return len(d.processes()) == 0 })
}

// remember changes the settings of the desktop, as the window does.
func (d *desk) remember(change func(*store.Desktop)) {
	d.t.Helper()
	settings := store.DefaultDesktop()
	change(&settings)
	d.remembers(func(ctx context.Context, s *store.Store) error { return s.SetDesktop(ctx, settings) })
}

// What goes on with the window closed is told of once where no tray shows it, and the screen stays on as long as it should.
func TestProgramAndTheRestOfTheDesktop(t *testing.T) {
	t.Parallel()
	d := sit(t, with{display: true})
	h := d.host()
	h.notices()
	h.saver()
	news := d.follow()
	d.must("begin", "--length", "5m", "--lead-in", "0")
	if !next(d, h.kept, "the screen stays on") {
		t.Error("the screen is let go at first")
	}
	w := d.screen.window(15 * time.Second)
	d.must("pause")
	if next(d, h.kept, "the screen may go dark in a pause") {
		t.Error("the screen is kept on twice")
	}
	d.must("tone")
	news.in(5*time.Second, "tone")
	w.shut()
	news.await(10*time.Second, "the window is gone", func(s status) bool { return !s.Window && s.State == "tone" })
	next(d, h.told, "where to find the tone")
	h.click()
	news.await(15*time.Second, "a click opens the window", func(s status) bool { return s.Window })
	d.screen.window(15 * time.Second).shut()
	news.await(10*time.Second, "the window is gone", func(s status) bool { return !s.Window && s.State == "tone" })
	d.must("stop")
	news.in(5*time.Second, "idle")
	if len(h.told) != 0 || len(h.kept) != 0 {
		t.Errorf("%d more notifications, %d more wishes for the screen", len(h.told), len(h.kept))
	}
}
