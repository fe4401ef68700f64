package golden

import (
	"image"
	"image/color"
	"os"
	"path/filepath"
	"testing"
)

// sky is a picture of more colours than a palette has room for, with a surface of one colour.
func sky(surface color.RGBA) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, 64, 64))
	for y := range 64 {
		for x := range 64 {
			c := color.RGBA{uint8(100 + x), uint8(120 + y), 200, 255}
			if y >= 32 {
				c = surface
			}
			img.SetRGBA(x, y, c)
		}
	}
	return img
}

var surface = color.RGBA{20, 20, 31, 255}

func TestReduceKeepsSurfacesAndSaysHowFarTheRestIs(t *testing.T) {
	img := sky(surface)
	reduced, off := Reduce(img)
	d, err := Compare(img, reduced)
	if err != nil || len(reduced.Palette) > 256 || d.Most != off || off == 0 || off > 4 {
		t.Errorf("%d colours, %v, %d off, %v", len(reduced.Palette), d, off, err)
	}
	if got := opaque(reduced, 5, 40); got != surface {
		t.Errorf("the surface has become %v", got)
	}
	few := image.NewRGBA(image.Rect(3, 3, 9, 9))
	few.SetRGBA(4, 4, color.RGBA{9, 8, 7, 255})
	if same, off := Reduce(few); off != 0 || opaque(same, 1, 1) != opaque(few, 4, 4) || len(same.Palette) != 2 {
		t.Errorf("of few colours something is lost: %d off, %v", off, same.Palette)
	}
}

func TestCompareTellsHowMuchAndWhere(t *testing.T) {
	a, b := sky(surface), sky(surface)
	if d, err := Compare(a, b); err != nil || d != (Difference{}) {
		t.Errorf("alike: %v, %v", d, err)
	}
	b.SetRGBA(7, 50, color.RGBA{20, 30, 31, 255})
	if d, err := Compare(a, b); err != nil || d.Most != 10 || d.At != image.Pt(7, 50) || d.Mean != 10.0/64/64 {
		t.Errorf("a pixel off by ten: %v, %v", d, err)
	}
	if _, err := Compare(a, a.SubImage(image.Rect(0, 0, 64, 63))); err == nil {
		t.Error("pictures of two sizes are compared")
	}
	if beside := Beside(a, b); opaque(beside, 64+64+7, 50) != (color.RGBA{0, 100, 0, 255}) {
		t.Errorf("what differs is shown as %v", opaque(beside, 64+64+7, 50))
	}
}

func TestShrinkIsTheMean(t *testing.T) {
	img := image.NewRGBA(image.Rect(10, 10, 15, 14))
	for x := 10; x < 12; x++ {
		img.SetRGBA(x, 10, color.RGBA{200, 100, 40, 255})
	}
	small := Shrink(img, 2)
	if small.Bounds() != image.Rect(0, 0, 2, 2) || opaque(small, 0, 0) != (color.RGBA{100, 50, 20, 255}) || opaque(small, 1, 1) != (color.RGBA{0, 0, 0, 255}) {
		t.Errorf("%v: %v", small.Bounds(), small)
	}
}

func TestHold(t *testing.T) {
	dir := t.TempDir()
	g := Golden{Path: filepath.Join(dir, "goldens", "sky.png"), Failed: filepath.Join(dir, "failed", "sky.png"), Mean: 0.6, Most: 4}
	if err := Hold(g, sky(surface)); err == nil {
		t.Error("a golden that is not there holds")
	}
	g.Update = true
	if err := Hold(g, sky(surface)); err != nil {
		t.Fatal(err)
	}
	kept, err := os.ReadFile(g.Path)
	if err != nil {
		t.Fatal(err)
	}
	if err := Hold(g, sky(surface)); err != nil {
		t.Error(err)
	}
	if again, err := os.ReadFile(g.Path); err != nil || string(again) != string(kept) {
		t.Error("a golden that holds is written anew")
	}
	g.Update = false
	if err := Hold(g, sky(surface)); err != nil {
		t.Error(err)
	}
	other := sky(color.RGBA{20, 20, 32, 255}) // of half the picture, a shade
	if err := Hold(g, other); err == nil {
		t.Error("another surface is let pass")
	}
	if img, err := Read(g.Failed); err != nil || img.Bounds().Dx() != 3*64 {
		t.Errorf("the difference is not shown: %v", err)
	}
	if err := Hold(g, sky(surface).SubImage(image.Rect(0, 0, 9, 9))); err == nil {
		t.Error("another size is let pass")
	}
	if err := os.WriteFile(g.Path, []byte("no picture"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Hold(g, sky(surface)); err == nil {
		t.Error("what is no picture holds")
	}
}
