package window

import (
	"math"
	"os"
	"strconv"

	"github.com/go-gl/glfw/v3.4/glfw"

	"fyne.io/fyne/v2"

	"kindhum/app/theme"
)

// Fyne's own variables, and what it takes a screen to have that does not say how large it is.
const (
	scaleVariable    = "FYNE_SCALE"
	noDetectVariable = "FYNE_DISABLE_DPI_DETECTION"
	usualDPI         = 120
)

// display is a screen, in pixels, and how large it has things drawn by itself.
type display struct {
	width, height float32 // that a window may take
	scale         float32 // 1 or more
}

// mainDisplay is the first screen on X, where windows are measured in its pixels, or false. Elsewhere the system
// itself has no window larger than the screen. It must be called on the main goroutine, after a window was made.
func mainDisplay() (display, bool) {
	m := glfw.GetPrimaryMonitor()
	if m == nil || glfw.GetPlatform() != glfw.PlatformX11 {
		return display{}, false
	}
	_, _, w, h := m.GetWorkarea()
	const frame = 0.95 // what its title leaves of the height
	d := display{float32(w), float32(h) * frame, 1}
	if off, _ := strconv.ParseBool(os.Getenv(noDetectVariable)); off {
		return d, w > 0 && h > 0
	}
	wide, _ := m.GetPhysicalSize()
	if mode := m.GetVideoMode(); mode != nil && wide > 0 {
		if dpi := float32(mode.Width) / (float32(wide) / 25.4); dpi >= 10 && dpi <= 1000 {
			d.scale = max(1, dpi/usualDPI)
		}
	}
	return d, w > 0 && h > 0
}

// wishedScale is how large the person has things drawn by Fyne, where 1 is as usual.
func wishedScale() float32 {
	env := os.Getenv(scaleVariable)
	if scale, err := strconv.ParseFloat(env, 32); err == nil && scale > 0 {
		return float32(scale)
	}
	if scale := fyne.CurrentApp().Settings().Scale(); env != "auto" && scale > 0 {
		return scale
	}
	return 1
}

// fitting is the scale next to a wished one at which the smallest window has room.
func (d display) fitting(wished float32) float32 {
	most := min(d.width/theme.LeastWidth, d.height/theme.LeastHeight)
	if wished*d.scale <= most {
		return wished
	}
	return float32(math.Floor(float64(most*10))/10) / d.scale // Fyne rounds the whole to tenths
}

// room is how large a window may be at a scale, in Fyne's units, as far as it wishes to be larger.
func (d display) room(wished fyne.Size, scale float32) fyne.Size {
	whole := float32(math.Round(float64(scale*d.scale*10))) / 10
	return fyne.NewSize(min(wished.Width, d.width/whole), min(wished.Height, d.height/whole))
}

// fit is the size in which the window opens where it is to have another one, so that it is not larger than the screen.
// What the person has everything drawn at is made smaller for this program where there would be no room at all.
func (p *Prepared) fit(wished fyne.Size) fyne.Size {
	d, is := mainDisplay()
	if !is {
		return wished
	}
	scale := wishedScale()
	if fitting := d.fitting(scale); fitting != scale {
		scale = fitting
		p.driver.Wait() // it reads the environment
		if err := os.Setenv(scaleVariable, strconv.FormatFloat(float64(scale), 'f', -1, 32)); err != nil {
			fyne.LogError("the scale", err)
		}
	}
	return d.room(wished, scale)
}

// near reports whether two sizes are the same but for the rounding to pixels.
func near(a, b fyne.Size) bool {
	const most = 2
	return math.Abs(float64(a.Width-b.Width)) <= most && math.Abs(float64(a.Height-b.Height)) <= most
}
