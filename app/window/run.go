package window

import (
	"context"
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"kindhum/app/control"
	"kindhum/app/monotonic"
	"kindhum/app/theme"
	"kindhum/assets"
)

// ID is the application's id, which desktops know it by.
const ID = "app.kindhum.kindhum"

// Run opens the window and returns when it is closed. It must be called from the main goroutine. The
// error says that the words of the language are missing.
func Run(opts Options) error {
	text, err := remembered(opts)
	if err != nil {
		return fmt.Errorf("window: %w", err)
	}
	makeHome()
	a := app.NewWithID(ID)
	a.Settings().SetTheme(newTheme(false, 1))
	a.SetIcon(fyne.NewStaticResource("kindhum.png", assets.Icon()))
	win := a.NewWindow("Kindhum")
	noDepth()
	win.SetMaster()
	quiet := newCalm(monotonic.Now)
	s := newShell(opts, host{win: win, now: monotonic.Now, do: func(f func()) {
		fyne.Do(f)
		quiet.nudge()
	}}, text)
	s.open()
	quiet.start(s.still)
	ctx, end := context.WithCancel(context.Background())
	go s.listen(ctx)
	win.ShowAndRun()
	quiet.stop()
	end()
	s.tally.write(opts.Frames)
	s.saver.stop()
	s.feet.diary.keepNow()
	s.feet.end.keepNow() // where it was not closed by the person: a note is never lost
	s.keepNow()
	s.wishes.close(s.shown.closed)
	return nil
}

// open puts the stage into the window.
func (s *shell) open() {
	s.win.SetPadded(false)
	s.win.SetContent(s.stage)
	size := fyne.NewSize(theme.WindowWidth, theme.WindowHeight)
	if w := s.kept.window; w.Width >= theme.LeastWidth && w.Height >= theme.LeastHeight {
		size = fyne.NewSize(w.Width, w.Height)
	}
	s.win.Resize(size)
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
		case <-ctx.Done():
			return
		}
	}
}

// opened is called when the loop has begun, and the first frame is on the screen.
func (s *shell) opened(ctx context.Context) {
	s.tally.opened(s.now())
	s.prove()
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
	w := &s.kept.window
	w.FullScreen = s.win.FullScreen()
	if size := s.win.Canvas().Size(); !w.FullScreen {
		w.Width, w.Height = size.Width, size.Height
	}
	s.setWindow()
	s.shown.closed = true
	s.beat.stop()
	s.win.Close()
}

var _ Link = (*control.Link)(nil)
