//go:build e2e

package main_test

import (
	"bytes"
	"image"
	"strconv"
	"time"
)

// unchanged is how many looks, 20 ms apart, a picture is to be the same before it counts as settled. No event tells
// that a window has drawn all it wants.
const unchanged = 15

// whole is all of a window.
var whole = image.Rect(0, 0, 1<<15, 1<<15)

// now is what a part of the window shows, in pixels from its upper left corner.
func (w *window) now(part image.Rectangle) image.Image {
	w.s.d.t.Helper()
	return w.s.read().image(part.Add(w.bounds.Min).Intersect(w.bounds))
}

// settled waits until a part of the window does not change any more, is not bare, as before the first frame, and is
// other than it was before; nil was nothing. It returns the window's picture.
func (w *window) settled(part image.Rectangle, before image.Image) image.Image {
	w.s.d.t.Helper()
	last, same := image.Image(nil), 0
	w.s.d.until(30*time.Second, "the window's picture is another one and stays", func() bool {
		w.look()
		is := w.now(part)
		if last != nil && alike(last, is) {
			same++
		} else {
			last, same = is, 0
		}
		return same >= unchanged && !bare(is) && (before == nil || !alike(before, is))
	})
	return w.now(whole)
}

func alike(a, b image.Image) bool {
	x, y := a.(*image.RGBA), b.(*image.RGBA)
	return x.Rect == y.Rect && bytes.Equal(x.Pix, y.Pix)
}

// keys presses keys one after the other, each when a part of the window has answered the one before.
func (w *window) keys(part image.Rectangle, names ...string) {
	w.s.d.t.Helper()
	for _, name := range names {
		before := w.now(part)
		w.press(name)
		w.s.d.until(10*time.Second, "the window answers the key "+name, func() bool { return !alike(before, w.now(part)) })
	}
}

// click presses a place of the window with the pointer, and takes the pointer away again.
func (w *window) click(at image.Point) {
	before := w.now(whole)
	w.point(at, "click", "1")
	w.settled(whole, before)
	w.away(whole)
}

// away takes the pointer out of the window, by a bare place in it where a part of the window settles: where it is once
// it has left, Fyne is not told.
func (w *window) away(part image.Rectangle) {
	w.point(image.Pt(4, w.bounds.Dy()/2))
	w.settled(part, nil)
	w.point(image.Pt(w.bounds.Dx()+10, w.bounds.Dy()+10))
}

func (w *window) point(at image.Point, then ...string) {
	w.s.d.t.Helper()
	at = at.Add(w.bounds.Min)
	w.s.d.xdo(append([]string{"mousemove", strconv.Itoa(at.X), strconv.Itoa(at.Y)}, then...)...)
}
