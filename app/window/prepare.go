package window

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"github.com/go-gl/glfw/v3.4/glfw"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"kindhum/app/glx"
	"kindhum/app/theme"
	"kindhum/assets"
)

// Prepared is a window in the making: what it will wait for has begun.
type Prepared struct {
	app    fyne.App
	win    fyne.Window
	fonts  func() // returns when they are read
	driver *glx.Preloaded
}

// Prepare makes a window that is not to be seen yet, and begins what it will wait for, so that this is done beside whatever
// there is to do before Run. It has to be called once, on the main goroutine, where a window is going to be opened in this
// process. From now on the environment of the process must stay as it is.
func Prepare() *Prepared {
	makeHome()
	checkFonts()
	a := app.NewWithID(ID)
	noAfterword(a)
	a.Settings().SetTheme(newTheme(false, 1))
	a.SetIcon(fyne.NewStaticResource("kindhum.png", assets.Icon()))
	p := &Prepared{app: a, fonts: readFonts(), driver: seekDriver()}
	p.win = a.NewWindow("Kindhum")
	switch {
	case p.driver != nil:
	case glfw.GetPlatform() == glfw.PlatformX11:
		p.driver = glx.Preload(lost)
	default:
		p.driver = &glx.Preloaded{}
	}
	return p
}

// readFonts has the fonts read. It is all of Fyne that is used off the main goroutine, and only as long as there is nothing
// to be seen: Fyne reads them when it measures its first text, and what it has read serves all that follow.
func readFonts() func() {
	beginWithOwnFonts()
	read := sync.OnceFunc(func() { fyne.MeasureText(" ", theme.TypeLabel, fyne.TextStyle{}) })
	go read()
	return read
}

// seekDriver has the graphics driver loaded where the window will be one of X, nil where that cannot be told yet. On Wayland
// there mostly is a display of X's too, for others, and many a compositor would start an X server for who asks it.
func seekDriver() *glx.Preloaded {
	if os.Getenv("DISPLAY") == "" || os.Getenv("WAYLAND_DISPLAY") != "" {
		return nil
	}
	if _, err := os.Stat(filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), "wayland-0")); err == nil {
		return nil // Wayland's library looks there by itself
	}
	return glx.Preload(lost)
}

// lost ends the process where its display is lost. The player goes on.
func lost() {
	fmt.Fprintln(os.Stderr, "kindhum: the display is gone; what plays goes on")
	os.Exit(1)
}
