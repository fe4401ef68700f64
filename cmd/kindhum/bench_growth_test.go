//go:build e2e

package main_test

import (
	"os"
	"strconv"
	"testing"
	"time"

	"kindhum/app/store"
)

// TestWindowDoesNotGrow has lines come and go faster than any session does, with all the steps of their fading, and
// looks whether the window's memory grows. What is drawn by software OpenGL lies in it too. KINDHUM_SECONDS is for how
// long; 30, after as much to fill what is kept for a while.
func TestWindowDoesNotGrow(t *testing.T) {
	over := 30 * time.Second
	if n, err := strconv.Atoi(os.Getenv("KINDHUM_SECONDS")); err == nil && n > 0 {
		over = time.Duration(n) * time.Second
	}
	d := sit(t, with{display: true, sound: true})
	d.speaker.settle()
	d.prefer(func(w *store.Window) { w.SafetySeen = true })
	news := d.follow()
	d.beginQuick()
	news.await(15*time.Second, "a window", func(s status) bool { return s.Window && s.State == "running" })
	changes := d.change(over)
	before := size(d.pid("show"))
	changes += d.change(over)
	after := size(d.pid("show"))
	t.Logf("after %d changes of the line the window has %.1f MB, halfway %.1f", changes, float64(after)/1024, float64(before)/1024)
	if after > before+4*1024 {
		t.Errorf("that is growth")
	}
}

// change changes what is said, again and again, and returns how often.
func (d *desk) change(over time.Duration) (times int) {
	d.t.Helper()
	tick := time.NewTicker(900 * time.Millisecond) // an old line is gone after 0.7 s
	defer tick.Stop()
	for end := time.Now().Add(over); time.Now().Before(end); <-tick.C {
		d.must([]string{"toggle", "ease"}[times/2%2])
		times++
	}
	return times
}
