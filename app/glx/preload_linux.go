//go:build amd64 || arm64

package glx

import (
	"errors"

	"github.com/ebitengine/purego"
)

// Preloaded is a driver that is being loaded, or is there. The zero value is one that never will be.
type Preloaded struct {
	done    chan struct{}
	display uintptr // a connection of its own, 0 where there is none; it holds the driver
	close   func(display uintptr) int32
}

// Preload begins to load the driver of the display that DISPLAY names, and returns at once. The environment of the
// process must not be changed before Wait has returned: the driver reads it, and C gives it no lock. The locale, which
// GLFW sets at its start, the GNU C library guards itself.
//
// Where a display is lost, X's library ends the process step by step, and a driver that is being loaded meanwhile crashes.
// From now on it calls lost instead, which has to end the process at once; it may be called on any thread.
func Preload(lost func()) *Preloaded {
	p := &Preloaded{done: make(chan struct{})}
	l, err := bind()
	if err != nil || l.initThreads() == 0 { // in X's library of before 1.8 this has to be asked for, before anything else of it
		close(p.done)
		return p
	}
	l.setLostHandler(purego.NewCallback(func(uintptr) uintptr {
		lost()
		return 0
	}))
	p.close = l.closeDisplay
	go func() {
		defer close(p.done)
		p.display = l.load()
	}()
	return p
}

// Wait returns when the driver is loaded, or cannot be. It may be called concurrently.
func (p *Preloaded) Wait() {
	if p.done != nil {
		<-p.done
	}
}

// Release lets go of the driver, which stays as long as a window uses it. It has to be called on the goroutine that draws: drivers
// are seldom made for one thread that draws and another that ends a connection.
func (p *Preloaded) Release() {
	if p.Wait(); p.display != 0 {
		p.close(p.display)
		p.display = 0
	}
}

// libraries are those functions of X and GLX (the GLX 1.4 specification) that have the driver loaded.
type libraries struct {
	initThreads    func() int32
	setLostHandler func(handler uintptr) uintptr
	openDisplay    func(name uintptr) uintptr
	closeDisplay   func(display uintptr) int32
	defaultScreen  func(display uintptr) int32
	queryExtension func(display uintptr, errorBase, eventBase *int32) int32
	extensions     func(display uintptr, screen int32) uintptr
}

// bind finds the functions. The libraries are in the process already, which is linked with them.
func bind() (libraries, error) {
	var l libraries
	x, noX := purego.Dlopen("libX11.so.6", purego.RTLD_LAZY|purego.RTLD_LOCAL)
	gl, noGL := purego.Dlopen("libGL.so.1", purego.RTLD_LAZY|purego.RTLD_LOCAL)
	if err := errors.Join(noX, noGL); err != nil {
		return l, err
	}
	for _, f := range []struct {
		library uintptr
		name    string
		to      any
	}{
		{x, "XInitThreads", &l.initThreads},
		{x, "XSetIOErrorHandler", &l.setLostHandler},
		{x, "XOpenDisplay", &l.openDisplay},
		{x, "XCloseDisplay", &l.closeDisplay},
		{x, "XDefaultScreen", &l.defaultScreen},
		{gl, "glXQueryExtension", &l.queryExtension},
		{gl, "glXQueryExtensionsString", &l.extensions},
	} {
		at, err := purego.Dlsym(f.library, f.name)
		if err != nil {
			return l, err
		}
		purego.RegisterFunc(f.to, at)
	}
	return l, nil
}

// load has the driver loaded: it alone can say what it can do. The display is open then, or 0.
func (l libraries) load() uintptr {
	display := l.openDisplay(0)
	if display == 0 {
		return 0
	}
	if l.queryExtension(display, new(int32), new(int32)) != 0 {
		l.extensions(display, l.defaultScreen(display))
	}
	return display
}
