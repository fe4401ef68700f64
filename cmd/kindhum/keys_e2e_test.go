//go:build e2e

package main_test

import (
	"errors"
	"image"
	"syscall"
	"testing"
	"time"
)

func TestProgramObeysTheKeys(t *testing.T) {
	t.Parallel()
	d := sit(t, with{display: true, sound: true})
	d.speaker.settle()
	news := d.follow()
	d.beginQuick()
	news.await(15*time.Second, "sound and a window", func(s status) bool { return s.sound() == "ok" && s.Window })
	w := d.screen.window(15 * time.Second)
	w.moves("the window has the session") // before, the key is one of another screen
	d.hums(7 * time.Second)

	w.press("space")
	news.in(3*time.Second, "paused")
	d.speaker.heard(3*time.Second, "the pause", silence, false)
	still := w.light()
	w.press("space")
	news.in(3*time.Second, "running")
	d.until(10*time.Second, "the circle moves again", func() bool { return w.light() != still })

	volume := d.status().Volume
	w.press("Up")
	up := news.await(3*time.Second, "up makes it louder", func(s status) bool { return s.Volume > volume }).Volume
	w.press("Down")
	news.await(3*time.Second, "down makes it softer", func(s status) bool { return s.Volume < up })

	d.hums(d.untilHum() + 3*time.Second)
	w.press("m")
	news.await(3*time.Second, "m mutes", func(s status) bool { return s.Muted && s.State == "running" })
	d.speaker.heard(3*time.Second, "silence when muted", silence, false)
	w.press("m")
	news.await(3*time.Second, "m again brings the sound back", func(s status) bool { return !s.Muted })

	w.press("e")
	news.in(3*time.Second, "easing")
	w.press("e")
	news.in(3*time.Second, "running")
	w.press("Escape")
	news.await(5*time.Second, "escape ends the session", func(s status) bool { return s.State == "ending" || s.State == "idle" })
	news.in(5*time.Second, "idle")
	if log := d.log(); len(log) != 1 || log[0].Ended != "stopped" || log[0].Length != nil {
		t.Errorf("the log holds %+v, want one open session that was stopped", log)
	}
}

func TestProgramWhenItsWindowIsClosed(t *testing.T) {
	t.Parallel()
	d := sit(t, with{display: true, sound: true})
	d.speaker.settle()
	news := d.follow()
	d.must("tone", "--voice", "pure", "--room", "0")
	news.sounding(10*time.Second, "ok")
	d.hums(5 * time.Second)
	d.start(d.command(program(t)))
	d.screen.window(15 * time.Second).shut()
	d.until(10*time.Second, "the window is gone", func() bool { return d.pid("") == 0 })
	if s := d.status(); s.State != "tone" {
		t.Errorf("closing the window leaves the tone %s", s.State)
	}
	d.hums(time.Second)

	d.beginQuick()
	news.await(15*time.Second, "a session with a window", func(s status) bool { return s.Window && s.State == "running" })
	d.screen.window(15 * time.Second).shut()
	news.await(10*time.Second, "closing the window ends the session", func(s status) bool { return s.State == "idle" })
	d.until(10*time.Second, "the window is gone", func() bool { return d.pid("show") == 0 })
	d.speaker.heard(3*time.Second, "silence", silence, false)
}

// Who closes a window that is busy may well do so twice, and it learns of both at once.
func TestProgramWhenItsWindowIsClosedTwice(t *testing.T) {
	t.Parallel()
	d := sit(t, with{display: true})
	d.start(d.command(program(t)))
	w := d.screen.window(15 * time.Second)
	pid := d.pid("")
	d.signal(pid, syscall.SIGSTOP)
	w.press("alt+F4", "alt+F4")
	d.signal(pid, syscall.SIGCONT)
	d.until(10*time.Second, "the window is gone", func() bool { return d.pid("") == 0 })
}

// A key that comes as soon as there is a window does what it always does, where it always does it.
func TestProgramObeysAnEarlyKey(t *testing.T) {
	t.Parallel()
	d := sit(t, with{display: true})
	show := d.start(d.command(program(t), "show"))
	shown := []string{"search", "--onlyvisible", "--name", "^Kindhum$"}
	d.until(15*time.Second, "there is a window", func() bool { return d.command("xdotool", shown...).Run() == nil })
	if err := show.Process.Signal(syscall.SIGSTOP); err != nil {
		t.Fatal(err)
	}
	pressed := d.command("xdotool", append(shown, "windowfocus", "key", "F10")...).Run()
	if err := errors.Join(pressed, show.Process.Signal(syscall.SIGCONT)); err != nil {
		t.Fatal(err)
	}
	w := d.screen.window(15 * time.Second)
	d.until(15*time.Second, "the rest is there", func() bool { return w.ink() > 0 })
	w.settled(whole, nil)
	wide := w.bounds.Dx()
	if menu := image.Rect(wide*2/3, 60, wide-20, 160); bare(w.now(menu)) {
		t.Error("there is no menu beneath its button")
	}
	if corner := image.Rect(4, 60, wide/4, 160); !bare(w.now(corner)) {
		t.Error("something is in the corner where nothing should be")
	}
	w.save("early key")
}
