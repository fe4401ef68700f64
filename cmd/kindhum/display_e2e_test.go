//go:build e2e

package main_test

import (
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"kindhum/app/store"
)

// When the display is lost the session goes on, and a window on another display finds it.
func TestProgramOutlivesItsDisplay(t *testing.T) {
	t.Parallel()
	d := sit(t, with{display: true, sound: true})
	d.speaker.settle()
	d.prefer(func(w *store.Window) { w.SafetySeen = true })
	news := d.follow()
	o, w := d.shown()
	w.press("Return")
	news.await(10*time.Second, "a session that is heard", func(s status) bool { return s.State == "running" && s.sound() == "ok" })
	w.press("ctrl+j", "Tab") // to the answer
	note := "the rain on the window"
	w.types(note)
	d.putDown(note)
	before, at := d.statusAt()
	crash(d.screen.server)
	err := next(d, o.ended, "the window ends with its display")
	if status := o.ProcessState.Sys().(syscall.WaitStatus); err == nil || status.Signaled() || status.CoreDump() {
		t.Errorf("the window ended with %v, and said %s", err, o.said.String())
	}
	if said := o.said.String(); strings.Count(said, "\n") != 1 || !strings.HasPrefix(said, "kindhum: the display is gone; ") {
		t.Errorf("it said %s", said)
	}
	news.await(10*time.Second, "the window is gone", func(s status) bool { return s.State == "running" && !s.Window })
	d.nothingLost()
	d.goesOn(before, at)
	if s := d.status(); s.sound() != "ok" {
		t.Errorf("the sound is %s", s.sound())
	}

	d.startScreen(image.Pt(800, 900))
	o, w = d.shown()
	news.await(10*time.Second, "a window again", func(s status) bool { return s.Window })
	w.moves("the circle moves on another display")
	d.goesOn(before, at)
	d.until(10*time.Second, "what was typed is kept", func() bool { return len(d.notes()) > 0 })
	if notes := d.notes(); len(notes) != 1 || notes[0].Text != note || notes[0].Question == "" {
		t.Errorf("the notes are %+v", notes)
	}
	o.told(d, syscall.SIGTERM)
	o.ends(d, "SIGTERM")
}

// putDown waits until what is typed lies on the disk.
func (d *desk) putDown(text string) {
	d.t.Helper()
	d.until(10*time.Second, "what is typed is put down", func() bool {
		files, err := filepath.Glob(d.path("home/.local/share/kindhum/kindhum.db*"))
		if err != nil {
			d.t.Fatal(err)
		}
		for _, f := range files {
			if data, err := os.ReadFile(f); err == nil && strings.Contains(string(data), text) {
				return true
			}
		}
		return false
	})
}

// nothingLost looks for cores.
func (d *desk) nothingLost() {
	d.t.Helper()
	found, err := exec.Command("find", d.dir, "-name", "core*", "-type", "f").CombinedOutput()
	if err != nil || len(found) > 0 {
		d.t.Errorf("cores: %s, %v", found, err)
	}
}

// A display that can make no window for OpenGL is told in one line, and nothing hangs.
func TestProgramSaysThatADisplayHasNoOpenGL(t *testing.T) {
	t.Parallel()
	d := sit(t, with{})
	d.startScreen(image.Pt(400, 300), "-extension", "GLX")
	o := d.open()
	err := next(d, o.ended, "the window gives up")
	if said := o.said.String(); err == nil || o.ProcessState.ExitCode() != 1 || strings.Count(said, "\n") != 1 || !strings.HasPrefix(said, "kindhum: the display gives no window") {
		t.Errorf("it ended with %v, and said %q", err, said)
	}
}
