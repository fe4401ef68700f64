package window

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"

	"kindhum/app/control"
	"kindhum/app/monotonic"
	"kindhum/app/theme"
)

// ID is the application's id, which desktops know it by.
const ID = "app.kindhum.kindhum"

// Run opens the window and returns when it is closed. It must be called once, on the main goroutine. The error says that
// the words of the language are missing, or that no window could be made.
func (p *Prepared) Run(opts Options) error {
	text, err := remembered(opts)
	if err != nil {
		return fmt.Errorf("window: %w", err)
	}
	win := p.win
	noDepth()
	win.SetMaster()
	quiet := newCalm(monotonic.Now)
	way := &gate{pass: func(f func()) {
		fyne.Do(f)
		quiet.nudge()
	}}
	p.fonts()
	opened := opts.Opened
	opts.Opened = func() {
		if opened != nil {
			opened()
		}
		time.AfterFunc(settleAfter/2, func() { way.do(p.driver.Release) }) // no earlier: it would hold up the light's first breath
	}
	s := newShell(opts, host{win: win, now: monotonic.Now, do: way.do, over: way.shut, fit: p.fit}, text)
	s.mindFonts()
	s.openAlone()
	s.open()
	quiet.start(s.still)
	ctx, end := context.WithCancel(context.Background())
	s.heed(ctx)
	go s.listen(ctx)
	var failed error
	if comes(win) {
		p.app.Run()
	} else {
		failed = errNoWindow // Fyne would wait for ever for a window to be closed
	}
	way.shut()
	quiet.stop()
	end()
	if !s.shown.closed {
		s.keepPlace()
	}
	s.tally.write(opts.Frames)
	s.saver.stop()
	s.feet.diary.keepNow()
	s.feet.end.keepNow() // where it was not closed by the person: a note is never lost
	s.keepNow()
	s.putDown()
	s.wishes.close(s.shown.closed)
	return failed
}

var errNoWindow = errors.New("the display gives no window that OpenGL 2.1 can draw in; \"kindhum begin --hidden\" and \"kindhum tone\" need none")

// comes shows a window, and reports whether it is there. That it could not be made Fyne says in its log alone, in lines
// that are of use to nobody then.
func comes(win fyne.Window) bool {
	var said bytes.Buffer
	was := log.Writer()
	log.SetOutput(&said)
	win.Show()
	log.SetOutput(was)
	if !made(win) {
		return false
	}
	_, _ = was.Write(said.Bytes()) // it is the log: there is nowhere else to say that it fails
	return true
}

// made reports whether a window that was shown is there.
func made(win fyne.Window) bool {
	native, is := win.(driver.NativeWindow)
	if !is {
		return true
	}
	there := true
	native.RunNative(func(context any) {
		switch context := context.(type) {
		case driver.X11WindowContext:
			there = context.WindowHandle != 0
		case driver.WaylandWindowContext:
			there = context.WaylandSurface != 0
		}
	})
	return there
}

// open puts the stage into the window.
func (s *shell) open() {
	s.win.SetPadded(false)
	s.win.SetContent(s.stage)
	size := fyne.NewSize(theme.WindowWidth, theme.WindowHeight)
	if w := s.kept.window; w.Width >= theme.LeastWidth && w.Height >= theme.LeastHeight {
		size = fyne.NewSize(w.Width, w.Height)
	}
	s.kept.opened = s.fit(size)
	s.win.Resize(s.kept.opened)
	s.win.SetFullScreen(s.kept.window.FullScreen)
	s.win.SetCloseIntercept(s.close)
	s.listenForKeys(s.win.Canvas())
	s.openNotice()
	s.wake()
}

// listen hands snapshots and wishes from outside to the UI goroutine, until ctx ends.
func (s *shell) listen(ctx context.Context) {
	s.do(func() { s.opened(ctx) })
	snapshots := s.opts.Link.Snapshots()
	for {
		select {
		case snap, ok := <-snapshots:
			if !ok {
				return
			}
			s.do(func() { s.see(snap) })
		case <-s.opts.Raise:
			s.do(s.win.RequestFocus)
		case <-s.opts.Shut:
			s.do(s.close)
		case <-s.opts.End:
			s.do(s.leave)
			return
		case <-ctx.Done():
			return
		}
	}
}

// opened is called when the loop has begun, and the first frame is on the screen.
func (s *shell) opened(ctx context.Context) {
	s.tally.opened(s.now())
	if s.opts.Opened != nil {
		s.opts.Opened()
	}
	s.prove()
	time.AfterFunc(aloneMost, func() { s.do(s.learnLate) })
	s.seekOtherFonts()
	s.takeUp()
	s.settle()
	s.watch(ctx)
}

// settleAfter is when everything of a screen has been drawn once, and a little more.
const settleAfter = 4 * time.Second

// settle says, later, that the screen has settled.
func (s *shell) settle() {
	if s.opts.Settled != nil {
		time.AfterFunc(settleAfter, s.opts.Settled)
	}
}

// close remembers the window, keeps the note and closes.
func (s *shell) close() {
	if s.shown.closed {
		// Fyne (v2.8.1) takes a second wish to close for the end of the first, and would stay open for ever.
		fyne.CurrentApp().Quit()
		return
	}
	if !s.feet.end.keepNow() || !s.feet.diary.keepNow() || !s.keepNow() {
		return
	}
	s.keepPlace()
	s.shown.closed = true
	s.leave()
}

// keepPlace remembers how large the window is.
func (s *shell) keepPlace() {
	w := &s.kept.window
	w.FullScreen = s.win.FullScreen()
	// Where a smaller screen had no room for it, and the person has not changed it, it is as it was.
	if size := s.win.Canvas().Size(); !w.FullScreen && !near(size, s.kept.opened) {
		w.Width, w.Height = size.Width, size.Height
	}
	s.setWindow()
}

// leave ends the window. Where it was not the person who closed it, that is no wish: what plays goes on.
func (s *shell) leave() {
	s.shown.opening.early = nil // whoever has closed the window wants none of it
	s.beat.stop()
	s.over()
	s.win.Close()
}

var _ Link = (*control.Link)(nil)
