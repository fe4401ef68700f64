package window

import (
	"testing"

	"fyne.io/fyne/v2"

	"kindhum/app/theme"
)

func TestTheSmallestWindowFitsTheScreen(t *testing.T) {
	for _, d := range []display{{1280, 760, 1}, {1920, 1026, 1}, {3840, 2052, 1.5}, {640, 456, 1}, {2560, 1500, 2.2}} {
		for _, wished := range []float32{0.5, 1, 1.5, 3, 10} {
			scale := d.fitting(wished)
			if scale > wished {
				t.Errorf("on %v the scale %v becomes %v", d, wished, scale)
			}
			least := fyne.NewSize(theme.LeastWidth, theme.LeastHeight)
			if got := d.room(least, scale); !near(got, least) {
				t.Errorf("on %v at %v there is room for %v alone", d, wished, got)
			}
			size := d.room(fyne.NewSize(4000, 4000), scale)
			if size.Width*scale*d.scale > d.width*1.1 || size.Height*scale*d.scale > d.height*1.1 {
				t.Errorf("on %v at %v the window is %v", d, wished, size)
			}
		}
	}
}
