//go:build e2e

package main_test

import (
	"strconv"
	"strings"
	"testing"
	"time"
)

// tool runs a client of the desktop that has to succeed, and returns what it printed.
func (d *desk) tool(name string, args ...string) string {
	d.t.Helper()
	out, err := d.command(name, args...).CombinedOutput()
	if err != nil {
		d.t.Fatalf("%s %s: %v, %s (make test installs what is missing)", name, strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

// media asks the media controls of the program.
func (d *desk) media(args ...string) string {
	d.t.Helper()
	return d.tool("playerctl", append([]string{"--player", "app.kindhum.kindhum"}, args...)...)
}

// controlled waits until the media controls are there.
func (d *desk) controlled() {
	d.t.Helper()
	d.until(5*time.Second, "the media controls are there", func() bool {
		out, err := d.command("playerctl", "--list-all").Output()
		return err == nil && strings.Contains(string(out), "app.kindhum.kindhum")
	})
}

// call calls a method of the program on the session bus.
func (d *desk) call(name, path, method string, args ...string) string {
	d.t.Helper()
	return d.tool("gdbus", append([]string{"call", "--session", "--dest", name, "--object-path", path, "--method", method, "--"}, args...)...)
}

func TestProgramObeysTheMediaControls(t *testing.T) {
	t.Parallel()
	d := sit(t, with{})
	news := d.follow()
	d.must("tone")
	d.controlled()
	if is, title := d.media("status"), d.media("metadata", "xesam:title"); is != "Playing" || title != "Background tone" {
		t.Errorf("of the tone the media controls say %s, %s", is, title)
	}
	d.media("play-pause")
	news.in(5*time.Second, "paused")
	if is := d.media("status"); is != "Paused" {
		t.Errorf("paused, the media controls say %s", is)
	}
	d.media("play-pause")
	news.in(5*time.Second, "tone")
	d.media("volume", "0.4")
	news.await(5*time.Second, "volume 40", func(s status) bool { return s.Volume == 40 })
	if is, kept := d.media("volume"), strings.TrimSpace(d.must("volume")); !strings.HasPrefix(is, "0.40") || kept != "40" {
		t.Errorf("the volume is %s, remembered %s", is, kept)
	}
	d.media("stop")
	if is := d.media("status"); is != "Stopped" {
		t.Errorf("stopped, the media controls say %s", is)
	}
	news.in(5*time.Second, "idle")

	d.media("play") // what was begun last, which is the default here
	news.in(5*time.Second, "lead-in")
	news.in(10*time.Second, "running")
	if title, length := d.media("metadata", "xesam:title"), d.media("metadata", "mpris:length"); title != "Hum breath" || length != "300000000" {
		t.Errorf("a session of five minutes is %s, %s microseconds long", title, length)
	}
	before := d.position()
	near(t, "the position against status", before, *d.status().Elapsed, 0.5)
	d.until(5*time.Second, "the position goes on", func() bool { return d.position() > before+0.5 })
	if d.run("volume").out != "40\n" || d.status().Volume != 40 {
		t.Error("the volume is not remembered")
	}
	d.call("org.mpris.MediaPlayer2.app.kindhum.kindhum", "/org/mpris/MediaPlayer2", "org.mpris.MediaPlayer2.Quit")
	d.until(5*time.Second, "no process is left", func() bool { return d.pid("player") == 0 && d.pid("sound") == 0 })
	if log := d.log(); len(log) != 1 || log[0].Ended != "stopped" {
		t.Errorf("the log holds %+v, want one session that was stopped", log)
	}
}

func (d *desk) position() float64 {
	d.t.Helper()
	at, err := strconv.ParseFloat(d.media("position"), 64)
	if err != nil {
		d.t.Fatal(err)
	}
	return at
}
