//go:build e2e

package main_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"kindhum/app/store"
)

// Where the graphics driver does not take the light's program, a plain circle breathes in its place, which is said once.
func TestProgramWhereTheLightIsRefused(t *testing.T) {
	t.Parallel()
	d := sit(t, with{display: true})
	d.prefer(func(w *store.Window) { w.SafetySeen = true })
	driver := d.path("refuse.so")
	if out, err := d.command("cc", "-shared", "-fPIC", "-o", driver, source(t, "testdata/refuse.c"), "-ldl").CombinedOutput(); err != nil {
		t.Fatalf("cc: %v, %s", err, out)
	}
	news := d.follow()
	o, w := d.shown("LD_PRELOAD=" + driver)
	w.press("Return")
	news.await(10*time.Second, "a session", func(s status) bool { return s.State == "running" })
	w.moves("the plain circle moves")
	w.save("refused")
	if n := w.colours(); n > 64 {
		t.Errorf("the circle has %d colours down its middle: it is not the plain one", n)
	}
	w.moves("the plain circle moves still")
	o.told(d, syscall.SIGTERM)
	if err := next(d, o.ended, "the window ends"); err != nil {
		t.Errorf("it ended with %v", err)
	}
	// Fyne tells of the program, and the window of the driver.
	if n := bytes.Count(o.said.Bytes(), []byte("Fyne error")); n != 2 || !strings.Contains(o.said.String(), "plain disc") {
		t.Errorf("it told %d times:\n%s", n, o.said.String())
	}
}

// colours is how many colours there are down the middle of the window's upper half.
func (w *window) colours() int {
	w.look()
	p, seen := w.s.read(), map[[3]byte]bool{}
	middle := (w.bounds.Min.X + w.bounds.Max.X) / 2
	for y := w.bounds.Min.Y; y < w.bounds.Min.Y+w.bounds.Dy()/2; y++ {
		c := p.at(middle, y)
		seen[[3]byte{c.R, c.G, c.B}] = true
	}
	return len(seen)
}

// source is a file of this folder, for programs that run on a desk.
func source(t *testing.T, name string) string {
	t.Helper()
	path, err := filepath.Abs(name)
	if err != nil {
		t.Fatal(err)
	}
	return path
}
