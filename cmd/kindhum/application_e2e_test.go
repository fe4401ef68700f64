//go:build e2e

package main_test

import (
	"strings"
	"testing"
	"time"
)

// application calls the application by its name on the bus.
func (d *desk) application(method string, args ...string) {
	d.t.Helper()
	d.call("app.kindhum.kindhum", "/app/kindhum/kindhum", "org.freedesktop.Application."+method, args...)
}

// windows counts the program's windows on the screen.
func (s *screen) windows() int {
	found, err := s.d.command("xdotool", "search", "--onlyvisible", "--name", "^Kindhum$").Output()
	if err != nil {
		return 0
	}
	return len(strings.Fields(string(found)))
}

func TestProgramIsOneApplicationOnTheBus(t *testing.T) {
	t.Parallel()
	d := sit(t, with{display: true})
	news := d.follow()
	d.must("tone") // the player alone has the name
	d.controlled()
	d.application("Activate", "{}")
	news.await(15*time.Second, "a window", func(s status) bool { return s.Window && s.State == "tone" })
	d.screen.window(15 * time.Second)
	d.application("Activate", "{}") // and now it comes forward
	d.application("ActivateAction", "stop", "[]", "{}")
	news.in(5*time.Second, "idle")
	d.must("begin", "--hidden", "--length", "20s", "--lead-in", "0")
	news.in(5*time.Second, "running")
	d.application("ActivateAction", "moment", "[]", "{}") // also while something plays
	news.await(5*time.Second, "a kind moment", func(s status) bool { return s.State == "running" && *s.Length == 20 })
	d.application("ActivateAction", "tone", "[]", "{}")
	news.in(5*time.Second, "tone")
	d.call("org.mpris.MediaPlayer2.app.kindhum.kindhum", "/org/mpris/MediaPlayer2", "org.mpris.MediaPlayer2.Quit")
	d.until(10*time.Second, "no process is left", func() bool { return len(d.processes()) == 1 }) // but the one that follows

	d.start(d.command(program(t))) // the window alone has the name
	d.screen.window(15 * time.Second)
	d.until(5*time.Second, "the window is on the bus", func() bool {
		return d.command("gdbus", "call", "--session", "--dest", "app.kindhum.kindhum", "--object-path", "/app/kindhum/kindhum",
			"--method", "org.freedesktop.Application.Activate", "{}").Run() == nil
	})
	d.application("ActivateAction", "begin", "[]", "{}")
	news.in(5*time.Second, "lead-in")
	d.application("ActivateAction", "stop", "[]", "{}")
	news.in(5*time.Second, "idle")
	if n := d.screen.windows(); n != 1 {
		t.Errorf("there are %d windows", n)
	}
	if out, err := d.command("gdbus", "call", "--session", "--dest", "app.kindhum.kindhum", "--object-path", "/app/kindhum/kindhum",
		"--method", "org.freedesktop.Application.ActivateAction", "dance", "[]", "{}").CombinedOutput(); err == nil {
		t.Errorf("there is a dance: %s", out)
	}
}
