//go:build e2e

package main_test

import (
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"os"
	"regexp"
	"strconv"
	"time"
)

// screen is the display of a desk. Its picture lies in a file that the display keeps up to date.
type screen struct {
	d    *desk
	file string
}

func (d *desk) startScreen() {
	d.t.Helper()
	number := d.startTelling(d.command("Xvfb", "-displayfd", "3", "-screen", "0", "800x900x24", "-nolisten", "tcp",
		"-fbdir", d.path("screen")))
	d.env = append(d.env, "DISPLAY=:"+number)
	d.screen = &screen{d, d.path("screen/Xvfb_screen0")}
	d.start(d.command("openbox", "--sm-disable"))
	d.until(20*time.Second, "the window manager is there", func() bool {
		return d.command("xdotool", "get_num_desktops").Run() == nil
	})
}

// picture is what the display shows now. The file is an X window dump, version 7 (X11/XWDFile.h): a head of
// big-endian words, a colour map, rows of pixels.
func (s *screen) picture() *image.RGBA {
	s.d.t.Helper()
	dump, err := os.ReadFile(s.file)
	if err != nil || len(dump) < 100 {
		s.d.t.Fatalf("the screen's picture: %v", err)
	}
	word := func(i int) int { return int(binary.BigEndian.Uint32(dump[4*i:])) }
	head, width, height, bits, row, colours := word(0), word(4), word(5), word(11), word(12), word(19)
	pixels := dump[head+12*colours:]
	if word(1) != 7 || bits != 32 || len(pixels) < row*height {
		s.d.t.Fatalf("the screen's picture is of another kind: version %d, %d bits", word(1), bits)
	}
	order := binary.ByteOrder(binary.LittleEndian)
	if word(7) != 0 {
		order = binary.BigEndian
	}
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			p := order.Uint32(pixels[y*row+4*x:])
			picture.SetRGBA(x, y, color.RGBA{byte(p >> 16), byte(p >> 8), byte(p), 255})
		}
	}
	return picture
}

// window is a window of the program on the screen.
type window struct {
	s      *screen
	id     string
	bounds image.Rectangle
}

var geometry = regexp.MustCompile(`(?s)X=(-?\d+).*Y=(-?\d+).*WIDTH=(\d+).*HEIGHT=(\d+)`)

// window waits until the program's window is shown.
func (s *screen) window(within time.Duration) *window {
	s.d.t.Helper()
	find := func() (*window, error) {
		id, err := s.d.command("xdotool", "search", "--onlyvisible", "--name", "^Kindhum$").Output()
		if err != nil || len(id) == 0 {
			return nil, fmt.Errorf("no window: %w", err)
		}
		w := &window{s: s, id: regexp.MustCompile(`\d+`).FindString(string(id))}
		out, err := s.d.command("xdotool", "getwindowgeometry", "--shell", w.id).Output()
		if err != nil {
			return nil, fmt.Errorf("its place: %w", err)
		}
		var n [4]int
		for i, digits := range geometry.FindStringSubmatch(string(out))[1:] {
			n[i], _ = strconv.Atoi(digits) // the pattern lets only digits through
		}
		w.bounds = image.Rect(n[0], n[1], n[0]+n[2], n[1]+n[3])
		return w, nil
	}
	var w *window
	s.d.until(within, "a window called Kindhum is shown", func() (shown bool) {
		var err error
		w, err = find()
		return err == nil
	})
	return w
}

// press gives the window the keyboard and presses keys on it, as X names them.
func (w *window) press(keys ...string) {
	w.s.d.t.Helper()
	args := append([]string{"windowactivate", "--sync", w.id, "key"}, keys...)
	if out, err := w.s.d.command("xdotool", args...).CombinedOutput(); err != nil {
		w.s.d.t.Fatalf("pressing %v: %v, %s", keys, err, out)
	}
}

// picture is what the window shows now.
func (w *window) picture() image.Image { return w.s.picture().SubImage(w.bounds) }

// light is the width of the circle in pixels: how many of the widest row differ from the background, which
// is what the window's corner shows.
func (w *window) light() int {
	picture := w.s.picture()
	ground := picture.RGBAAt(w.bounds.Min.X+3, w.bounds.Max.Y-3)
	widest := 0
	for y := w.bounds.Min.Y; y < w.bounds.Max.Y; y += 2 {
		count := 0
		for x := w.bounds.Min.X; x < w.bounds.Max.X; x++ {
			if differs(picture.RGBAAt(x, y), ground) {
				count++
			}
		}
		widest = max(widest, count)
	}
	return widest
}

// differs reports whether two colours are apart by more than a soft glow's outermost edge.
func differs(a, b color.RGBA) bool {
	far := func(a, b uint8) int { return max(int(a)-int(b), int(b)-int(a)) }
	return far(a.R, b.R)+far(a.G, b.G)+far(a.B, b.B) > 24
}
