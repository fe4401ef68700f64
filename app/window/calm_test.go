package window

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

func TestWhenNothingIsAboutToMove(t *testing.T) {
	d := newDesk(t)
	d.pass(3 * time.Second)
	if !d.still() {
		t.Fatal("it is not still at rest")
	}
	d.safetySeen()
	c := d.win.Canvas()
	for _, act := range []struct {
		what        string
		begin, over func()
	}{
		{"a session", func() { d.see(d.playing("running", time.Minute)) }, func() { d.see(d.playing("paused", time.Minute)) }},
		{"a page", d.openKeys, func() { d.press(fyne.KeyEscape) }},
		{"a menu", d.openMenu, func() { c.Overlays().Remove(c.Overlays().Top()) }},
		{"writing", func() {
			e := widget.NewEntry()
			d.win.SetContent(e)
			c.Focus(e)
		}, func() { c.Unfocus() }},
	} {
		act.begin()
		if d.still() {
			t.Errorf("with %s it is still", act.what)
		}
		act.over()
		d.pass(5 * time.Second)
		if !d.still() {
			t.Errorf("after %s it is not still", act.what)
		}
	}
}

// A sign of the person holds the waiting off; only the driver's loop can wait itself.
func TestCalmComesAfterAWhile(t *testing.T) {
	now := int64(time.Hour)
	c := newCalm(func() int64 { return now })
	moves := true
	c.still = func() bool { return !moves }
	now += int64(time.Minute)
	c.tick()
	moves = false
	now += int64(calmAfter) - 1
	c.tick() // were it to wait now, GLFW, which is not there, would panic
	c.nudge()
}
