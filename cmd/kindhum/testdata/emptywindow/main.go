// Command emptywindow opens a window with nothing in it, as a measure of what a window costs. Each SIGUSR1 has
// it repaint the same nothing sixty times a second, or stop that again.
package main

import (
	"os"
	"os/signal"
	"syscall"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
)

func main() {
	a := app.NewWithID("app.kindhum.emptywindow")
	w := a.NewWindow("Empty")
	w.SetContent(container.NewWithoutLayout()) // without it a rectangle is drawn over all of the window
	w.Resize(fyne.NewSize(480, 720))
	dirty := w.Canvas().(interface{ SetDirty() })
	repaint := &fyne.Animation{
		Duration: time.Minute, RepeatCount: fyne.AnimationRepeatForever,
		Tick: func(float32) { dirty.SetDirty() },
	}
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, syscall.SIGUSR1)
	go func() {
		for on := false; ; on = !on {
			<-asked
			if on {
				fyne.Do(repaint.Stop)
			} else {
				fyne.Do(repaint.Start)
			}
		}
	}()
	w.ShowAndRun()
}
