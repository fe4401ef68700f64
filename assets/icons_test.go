package assets_test

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"kindhum/assets"
)

// sizes are those of the hicolor theme for which there is a PNG.
var sizes = []int{16, 22, 24, 32, 48, 64, 128, 256, 512}

func TestIconsAreOfTheirSizes(t *testing.T) {
	for _, size := range sizes {
		icon := read(t, "icons", size)
		if b := icon.Bounds(); b.Dx() != size || b.Dy() != size {
			t.Errorf("the icon of %d pixels has %v", size, b)
		}
		if _, _, _, alpha := icon.At(0, 0).RGBA(); alpha > 0xffff/2 {
			t.Errorf("the icon of %d pixels has no round corner", size)
		}
		middle, _, _, _ := icon.At(size/2, size/2).RGBA()
		edge, _, _, _ := icon.At(size/2, size-max(2, size/16)).RGBA()
		if middle < 2*edge || middle < 0xf000 {
			t.Errorf("there is no light in the icon of %d pixels: %#x in the middle, %#x at the edge", size, middle, edge)
		}
	}
}

func TestIconsAreWhatIsEmbedded(t *testing.T) {
	file, err := os.ReadFile("icons/kindhum-128.png")
	if err != nil || string(file) != string(assets.Icon()) {
		t.Errorf("the window's icon is not the one of 128 pixels: %v", err)
	}
}

// assets/linux/icons check draws the icons once more, into the folder DRAWN.
func TestIconsAreAsTheyAreDrawn(t *testing.T) {
	drawn := os.Getenv("DRAWN")
	if drawn == "" {
		t.Skip("make desktop compares them with their drawings")
	}
	for _, size := range sizes {
		kept, anew := read(t, "icons", size), read(t, drawn, size)
		if most := difference(kept, anew); most > 4 {
			t.Errorf("a pixel of the icon of %d pixels is %d of 255 off; assets/linux/icons draw draws it", size, most)
		}
	}
}

func read(t *testing.T, folder string, size int) image.Image {
	t.Helper()
	f, err := os.Open(filepath.Join(folder, fmt.Sprintf("kindhum-%d.png", size)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // only read from
	icon, err := png.Decode(f)
	if err != nil {
		t.Fatalf("the icon of %d pixels: %v", size, err)
	}
	return icon
}

// difference is how far the colours of two pictures are apart where they are furthest, of 255.
func difference(a, b image.Image) (most int) {
	if a.Bounds() != b.Bounds() {
		return 255
	}
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			var p, q [4]uint32
			p[0], p[1], p[2], p[3] = a.At(x, y).RGBA()
			q[0], q[1], q[2], q[3] = b.At(x, y).RGBA()
			for i := range p {
				most = max(most, (int(p[i])-int(q[i]))/257, (int(q[i])-int(p[i]))/257)
			}
		}
	}
	return most
}
