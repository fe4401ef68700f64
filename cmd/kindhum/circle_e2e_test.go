//go:build e2e

package main_test

import (
	"flag"
	"fmt"
	"image"
	"image/color"
	"path/filepath"
	"testing"

	"kindhum/app/control"
	"kindhum/app/golden"
	"kindhum/app/store"
)

// update has the goldens of the circle be what is drawn now: make goldens.
var update = flag.Bool("update", false, "have the goldens be what is drawn now")

// What the circle may differ by from its golden, where each pixel is the mean of sixteen: the grain that hides the
// bands is gone in them, another driver rounds each by
// one at most, and a golden's 256 colours are within one of what they were. A fullness that is off by 3 % moves the soft edge
// by three pixels, and a colour that is off by 3 % is eight shades of 255 where it is alone.
const (
	circleMean  = 0.7
	circleMost  = 3
	circleSmall = 4
)

// The circle as graphics drivers draw it, which no unit test sees: at five fullnesses, by day and night, and with less
// motion.
func TestProgramCircleLooksAsItDid(t *testing.T) {
	for _, theme := range []string{"light", "dark"} {
		for _, still := range []bool{false, true} {
			name := theme
			if still {
				name += "-still"
			}
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				kept := store.DefaultWindow()
				kept.SafetySeen, kept.LessMotion = true, still
				d := sit(t, with{display: true})
				d.env = append(d.env, "FYNE_THEME="+theme)
				lookAtCircle(d, d.launch("en", kept, nil), name)
			})
		}
	}
}

func lookAtCircle(d *desk, g *gallery, name string) {
	g.rest()
	before := g.last
	var half image.Image
	for _, full := range []float64{0, 0.25, 0.5, 0.75, 1} {
		before = g.breathed(full, before)
		g.save(fmt.Sprintf("circle-%s-%03.0f", name, 100*full))
		if err := held(before, name, full); err != nil {
			d.t.Error(err)
		}
		if full == 0.5 {
			half = before
		}
		// In the corners of its square, too, there is ground and nothing else.
		corner, ground := image.Rect(50, 24, 64, 38), image.Rect(2, 24, 16, 38)
		if !alike(g.now(corner), g.now(ground)) {
			d.t.Errorf("%s, %v: the circle's square can be seen", name, full)
		}
	}
	if *update {
		return
	}
	// A golden that lets a change pass is none.
	if held(g.breathed(0.53, before), name, 0.5) == nil {
		d.t.Errorf("%s: a circle fuller by 3 %% is let pass", name)
	}
	if held(paler(half), name, 0.5) == nil {
		d.t.Errorf("%s: a circle paler by 3 %% is let pass", name)
	}
}

// breathed is the window with the circle so full, when it stands there.
func (g *gallery) breathed(full float64, before image.Image) image.Image {
	snap := moment("running", g.language, "4-6", 0)
	snap.Clock = control.Clock{Elapsed: opening(snap.Timeline, 12, full), At: now()}
	g.player.show(snap)
	return g.settled(whole, before)
}

// held compares the circle in a picture of the window with its golden.
func held(img image.Image, name string, full float64) error {
	file := fmt.Sprintf("circle-%s-%03.0f.png", name, 100*full)
	place := image.Rect(48, 20, 432, 404) // at 480x720, a little more than its square
	return golden.Hold(golden.Golden{
		Path: filepath.Join("testdata/goldens", file), Failed: filepath.Join("../../build/goldens", file),
		Mean: circleMean, Most: circleMost, Update: *update,
	}, golden.Shrink(img.(*image.RGBA).SubImage(place), circleSmall))
}

// paler is a picture with 3 % less in every colour.
func paler(img image.Image) image.Image {
	b := img.Bounds()
	less := image.NewRGBA(b)
	part := func(v uint32) uint8 { return uint8(max(0, int(v>>8)-8)) }
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			r, g, b, _ := img.At(x, y).RGBA()
			less.SetRGBA(x, y, color.RGBA{part(r), part(g), part(b), 255})
		}
	}
	return less
}
