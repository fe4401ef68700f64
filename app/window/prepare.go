package window

import (
	"fmt"
	"os"

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
	fonts  <-chan struct{} // closed when they are read
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
	return p
}

// readFonts has the fonts read. It is all of Fyne that is used off the main goroutine, and only as long as there is nothing
// to be seen: Fyne reads them when it measures its first text, and what it has read serves all that follow.
func readFonts() <-chan struct{} {
	beginWithOwnFonts()
	done := make(chan struct{})
	go func() {
		defer close(done)
		fyne.MeasureText(" ", theme.TypeLabel, fyne.TextStyle{})
	}()
	return done
}

// seekDriver has the graphics driver loaded where the window will be one of X. On Wayland the display is X's too, for
// others, and many a compositor would start an X server for who asks it.
func seekDriver() *glx.Preloaded {
	if os.Getenv("DISPLAY") == "" || os.Getenv("WAYLAND_DISPLAY") != "" {
		return &glx.Preloaded{}
	}
	return glx.Preload(func() {
		fmt.Fprintln(os.Stderr, "kindhum: the display is gone; what plays goes on")
		os.Exit(1)
	})
}
