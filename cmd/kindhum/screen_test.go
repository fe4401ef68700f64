//go:build e2e

package main_test

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"time"
)

// screen is the display of a desk. Its picture lies in a file that the display keeps up to date.
type screen struct {
	d      *desk
	file   string
	server *exec.Cmd
}

func (d *desk) startScreen(size image.Point, more ...string) {
	d.t.Helper()
	// A number of its own, far from those of others: servers that start and end at the same time can take
	// each other's socket away.
	wish := fmt.Sprintf(":%d", 1000+rand.IntN(50000))
	server := d.command("Xvfb", append([]string{
		wish, "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", size.X, size.Y), "-nolisten", "tcp", "-noreset",
		"-fbdir", d.path("screen"),
	}, more...)...)
	d.env = append(d.env, "DISPLAY=:"+d.startTelling(server))
	d.screen = &screen{d, d.path("screen/Xvfb_screen0"), server}
	d.start(d.command("openbox", "--sm-disable"))
	d.until(20*time.Second, "the window manager is there", func() bool {
		return d.command("xdotool", "get_num_desktops").Run() == nil
	})
	if err := d.command("xdotool", "mousemove", strconv.Itoa(size.X-1), strconv.Itoa(size.Y-1)).Run(); err != nil { // out of the pictures
		d.t.Fatalf("the pointer: %v", err)
	}
}

// window is a window of the program on the screen.
type window struct {
	s      *screen
	id     string
	bounds image.Rectangle
	looked time.Time // when the bounds were as they are
}

// window waits until the program's window is shown.
func (s *screen) window(within time.Duration) *window {
	s.d.t.Helper()
	w := &window{s: s}
	s.d.until(within, "a window called Kindhum is shown", func() bool {
		found, err := s.d.command("xdotool", "search", "--onlyvisible", "--name", "^Kindhum$").Output()
		w.id = digits.FindString(string(found))
		return err == nil && w.id != "" && w.look()
	})
	return w
}

var (
	digits   = regexp.MustCompile(`\d+`)
	geometry = regexp.MustCompile(`(?s)upper-left X: +(-?\d+).*?upper-left Y: +(-?\d+).*?Width: (\d+).*?Height: (\d+).*?IsViewable`)
)

// look finds out where the window is, and reports whether it is shown. It is moved and framed after it was
// first shown, so its place does not hold for long.
func (w *window) look() bool {
	told, err := w.s.d.command("xwininfo", "-id", w.id).Output()
	place := geometry.FindStringSubmatch(string(told))
	if err != nil || place == nil {
		return false
	}
	var n [4]int
	for i, number := range place[1:] {
		n[i], _ = strconv.Atoi(number) // the pattern lets only digits through
	}
	w.bounds, w.looked = image.Rect(n[0], n[1], n[0]+n[2], n[1]+n[3]), time.Now()
	return true
}

// press gives the window the keyboard and presses keys on it, as X names them.
func (w *window) press(keys ...string) {
	w.s.d.t.Helper()
	args := append([]string{"windowactivate", "--sync", w.id, "key"}, keys...)
	if out, err := w.s.d.command("xdotool", args...).CombinedOutput(); err != nil {
		w.s.d.t.Fatalf("pressing %v: %v, %s", keys, err, out)
	}
}

// types types a text where the keys go.
func (w *window) types(text string) {
	w.s.d.t.Helper()
	if out, err := w.s.d.command("xdotool", "type", "--delay", "20", text).CombinedOutput(); err != nil {
		w.s.d.t.Fatalf("typing: %v, %s", err, out)
	}
}

// light is the height of the circle in pixels: the longest stretch of the line down the window's middle that
// differs from the background. The thin ring and words make short ones.
func (w *window) light() int {
	if time.Since(w.looked) > time.Second {
		w.look()
	}
	p := w.s.read()
	middle := (w.bounds.Min.X + w.bounds.Max.X) / 2
	ground := p.at(w.bounds.Min.X+3, w.bounds.Max.Y-3)
	longest, run := 0, 0
	for y := w.bounds.Min.Y; y < w.bounds.Max.Y; y++ {
		run++
		if !differs(p.at(middle, y), ground) {
			run = 0
		}
		longest = max(longest, run)
	}
	return longest
}

// differs reports whether two colours are further apart than the glow around the circle is from the background.
func differs(a, b color.RGBA) bool {
	far := func(a, b uint8) int { return max(int(a)-int(b), int(b)-int(a)) }
	return far(a.R, b.R)+far(a.G, b.G)+far(a.B, b.B) > 200
}

// save keeps a picture of the window in the folder that KINDHUM_PICTURES names, if it names one.
func (w *window) save(name string) {
	w.s.d.t.Helper()
	folder := os.Getenv("KINDHUM_PICTURES")
	if folder == "" {
		return
	}
	w.look()
	file, err := os.Create(filepath.Join(folder, name+".png"))
	if err == nil {
		err = errors.Join(png.Encode(file, w.s.read().image(w.bounds)), file.Close())
	}
	if err != nil {
		w.s.d.t.Errorf("picture %s: %v", name, err)
	}
}
