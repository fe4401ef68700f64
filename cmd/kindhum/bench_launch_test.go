//go:build e2e

package main_test

import (
	"fmt"
	"image/color"
	"os"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// How soon the light is there: by the clock of the window, which notes when its first frame is on the screen, and by looking
// at the screen. Nothing else runs meanwhile, and whoever looks takes next to nothing. A first launch has an empty home,
// in which the graphics driver remembers no program. KINDHUM_ROUNDS is how often each is done; 5.
func TestWindowOpens(t *testing.T) {
	rounds := 5
	if n, err := strconv.Atoi(os.Getenv("KINDHUM_ROUNDS")); err == nil && n > 0 {
		rounds = n
	}
	d := sit(t, with{display: true, sound: true})
	d.speaker.settle()
	d.speaker.unheard()
	used := d.newHome("used")
	d.opens(used)
	var frames, lights [2][]float64 // of first launches, and of others
	for i := range rounds {
		for k, home := range []string{d.newHome(fmt.Sprint("new", i)), used} {
			frame, light := d.opens(home)
			t.Logf("first frame after %.3f s, the light is seen after %.3f s", frame, light)
			frames[k], lights[k] = append(frames[k], frame), append(lights[k], light)
		}
	}
	for k, when := range []string{"first ", ""} {
		for _, b := range []bar{
			most(when+"launch to first frame, s", middle(frames[k]), 0.6),
			most(when+"launch to the light on the display, s", middle(lights[k]), 0.6),
		} {
			t.Log(b.String())
			if !b.held {
				t.Error("a bar is missed")
			}
		}
	}
}

// newHome is an empty home: the part of the environment that names it.
func (d *desk) newHome(name string) string {
	d.t.Helper()
	home := d.path(name)
	if err := os.Mkdir(home, 0o700); err != nil {
		d.t.Fatal(err)
	}
	return home
}

// opens opens the window in a home, ends it, and returns how long it took in s until the first frame and until the light was seen.
func (d *desk) opens(home string) (frame, light float64) {
	d.t.Helper()
	counts := home + "/frames"
	cmd := d.command(program(d.t), "show")
	cmd.Env = append(cmd.Env, "KINDHUM_FRAMES="+counts, "HOME="+home)
	for _, folder := range []string{"CONFIG", "DATA", "CACHE", "STATE"} {
		cmd.Env = append(cmd.Env, fmt.Sprintf("XDG_%s_HOME=%s/%s", folder, home, strings.ToLower(folder)))
	}
	_ = os.Remove(counts) // there may be none
	screen, launched := d.screen.live(), now()
	d.start(cmd)
	look := time.NewTicker(8 * time.Millisecond)
	defer look.Stop()
	for limit := time.After(20 * time.Second); light == 0; {
		select {
		case <-look.C:
			if screen.lit() {
				light = float64(now()-launched) / 1e9
			}
		case <-limit:
			d.t.Fatal("no light was seen")
		}
	}
	w := d.screen.window(10 * time.Second)
	d.until(10*time.Second, "the rest is there", func() bool { return w.ink() > 0 })
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		d.t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		d.t.Fatalf("the window ended with %v", err)
	}
	d.until(10*time.Second, "the screen is dark", func() bool { return !screen.lit() })
	written, err := os.ReadFile(counts)
	m := counted.FindStringSubmatch(string(written))
	if err != nil || m == nil {
		d.t.Fatalf("the window has not counted its frames: %v, %q", err, written)
	}
	first, _ := strconv.ParseInt(m[6], 10, 64) // the pattern lets only digits through
	if first <= launched {
		d.t.Fatalf("the window has seen no first frame: %s", written)
	}
	return float64(first-launched) / 1e9, light
}

// lit reports whether a light is anywhere to be seen on an otherwise dark screen: something bright that is higher than a title,
// and wider than a frame.
func (p picture) lit() bool {
	const step, least = 4, 60
	for x, wide := 0, 0; x < p.width; x += 2 * step {
		if wide += 2 * step; !p.bright(x, step, least) {
			wide = 0
		}
		if wide >= least/2 {
			return true
		}
	}
	return false
}

// bright reports whether a column has a bright stretch of a height, looked at in steps.
func (p picture) bright(x, step, least int) bool {
	run := 0
	for y := 0; y < p.height && run < least; y += step {
		if run += step; !differs(p.at(x, y), color.RGBA{A: 255}) {
			run = 0
		}
	}
	return run >= least
}

// now is the clock that all processes share, in ns.
func now() int64 {
	var t unix.Timespec
	_ = unix.ClockGettime(unix.CLOCK_MONOTONIC, &t) // Linux has it
	return t.Nano()
}
