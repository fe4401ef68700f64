package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"kindhum/app/choice"
	"kindhum/app/control"
	"kindhum/app/desktop"
	"kindhum/app/practice"
	"kindhum/app/store"
	"kindhum/app/window"
	"kindhum/assets"
)

func showCommand() *cobra.Command {
	return &cobra.Command{
		Use: "show", Short: "Open the window, or bring the open one forward", Args: noArgs,
		RunE: func(c *cobra.Command, _ []string) error { return show(c.Context()) },
	}
}

// show opens the window and returns when it is closed, or brings the open one forward.
func show(ctx context.Context) error {
	if err := screen("\"kindhum begin --hidden\" and \"kindhum tone\" need none"); err != nil {
		return err
	}
	dir, err := control.Dir()
	if err != nil {
		return err
	}
	place, err := claimOrRaise(ctx, dir)
	if err != nil || place == nil {
		return err
	}
	return errors.Join(openIn(ctx, dir, place), place.Close())
}

// errHangs is a window that holds its place and does not answer.
var errHangs = errors.New("the window does not answer; if it hangs, end its process and try once more")

// claimOrRaise takes the window's place, or brings the open window forward: then there is no place.
func claimOrRaise(ctx context.Context, dir string) (*control.Place, error) {
	ctx, cancel := context.WithTimeout(ctx, startWithin)
	defer cancel()
	for {
		place, err := control.Claim(ctx, dir, control.RoleWindow)
		if errors.Is(err, control.ErrTaken) {
			err = control.Raise(ctx, dir, hello())
		}
		switch {
		case errors.Is(err, context.DeadlineExceeded):
			return nil, errHangs
		case errors.Is(err, control.ErrNoWindow):
			continue // it took the call and was gone before it could answer: what it held is free, or will be at once
		}
		return place, err
	}
}

// screen is why no window can be opened here, with what to do instead; nil where one can be.
func screen(instead string) error {
	err := desktop.Display()
	switch {
	case err == nil:
		return nil
	case errors.Is(err, desktop.ErrFarDisplay):
		return fmt.Errorf("%w; open it on the machine's own screen, or else: %s", err, instead)
	case errors.Is(err, desktop.ErrShutDisplay):
		return fmt.Errorf("%w; see that XAUTHORITY names the file with the key to it, or else: %s", err, instead)
	}
	return fmt.Errorf("%w to open a window on; %s", desktop.ErrNoDisplay, instead)
}

// openIn runs the window in this process.
func openIn(ctx context.Context, dir string, place *control.Place) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	raise, shut := make(chan struct{}, 1), make(chan struct{}, 1)
	forward := func() { ring(raise) }
	go func() {
		// A window that cannot be raised from outside is a window all the same.
		_ = control.ServeWindow(place, func(map[string]string) { forward() }, func() { ring(shut) })
	}()
	if err := errors.Join(desktop.KeepToLocalBus(), desktop.KeepToDisplay()); err != nil {
		return err
	}
	go desktop.Serve(ctx, launched{forward})
	open := sync.OnceValues(openKept)
	go func() { _, _ = open() }()
	prepared := window.Prepare() // no earlier: who launches it once more waits for an answer
	had, err := open()
	if err != nil {
		return err
	}
	s := had.store
	h := hello()
	h.Window = true
	link := control.NewLink(dir, h, func() control.Snapshot {
		sound, _ := s.Sound(ctx) // a store that cannot be read gives the defaults, and says so in its notice
		return control.Idle(sound, version, true)
	})
	go func() { _ = link.Run(ctx) }() // it ends with the window
	if d, err := s.Desktop(ctx); err == nil && d.Stay {
		go stay(ctx, dir) // whoever launches the window has the tray back
	}
	err = runWindow(prepared, window.Options{
		Link: link, Store: s, Library: had.library, Shelf: ownShelf(), Version: version, Locales: choice.Locales(os.Getenv),
		Raise: raise, Save: save, Around: around(), Ending: ending(ctx, shut), Upkeep: window.Upkeep{Settled: lean},
	})
	return errors.Join(err, s.Close())
}

// kept is what a window is opened with.
type kept struct {
	store   *store.Store
	library *practice.Library
}

// openKept opens the store and reads the practices.
func openKept() (kept, error) {
	s, err := store.Open("")
	if err != nil {
		return kept{}, err
	}
	library, err := practice.Load(assets.Practices())
	if err != nil {
		return kept{}, errors.Join(err, s.Close())
	}
	return kept{s, library}, nil
}

// ending is how the window ends when the process is asked to, or ctx ends. Fyne has an ear of its own for the signals, and
// then ends its loop wherever it is: once the window is open, it is made deaf, and with it ctx.
func ending(ctx context.Context, shut <-chan struct{}) window.Ending {
	end := make(chan struct{}, 1)
	context.AfterFunc(ctx, func() { ring(end) })
	return window.Ending{Shut: shut, End: end, Opened: func() {
		signal.Reset(ends...)
		told := make(chan os.Signal, 1)
		signal.Notify(told, ends...)
		go func() {
			<-told
			ring(end)
		}()
	}}
}

// ring has something done once, however often it was asked for before that.
func ring(bell chan<- struct{}) {
	select {
	case bell <- struct{}{}:
	default: // it is about to be done anyway
	}
}

// raiseWithin is how long an open window may take to say that it comes forward.
const raiseWithin = time.Second

// openWindow opens the window in a process of its own, or brings the open one forward, on the desktop that on
// names as desktop.Environment has it.
func openWindow(ctx context.Context, on map[string]string) error {
	dir, err := control.Dir()
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, raiseWithin)
	defer cancel()
	if err := control.Raise(ctx, dir, control.Hello{Version: version, Desktop: on}); err == nil || ctx.Err() != nil {
		return nil // it comes forward, or it hangs: the player has taken the wish, and waits for no window
	}
	exe, err := os.Executable()
	if err != nil {
		return err
	}
	cmd := exec.Command(exe, "show")
	cmd.Env = desktop.Move(os.Environ(), on)
	return control.Detach(cmd)
}

// shutWindow closes the open window, if there is one, as the person would.
func shutWindow(ctx context.Context) {
	dir, err := control.Dir()
	if err != nil {
		return // no window has a place either
	}
	ctx, cancel := context.WithTimeout(ctx, raiseWithin)
	defer cancel()
	_ = control.Shut(ctx, dir) // there may be none, or it hangs
}
