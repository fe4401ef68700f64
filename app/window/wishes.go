package window

import (
	"context"
	"errors"
	"time"

	"kindhum/app/control"
)

// The longest that a wish may take, to a player that may have to start first, and at closing.
const (
	wishWithin  = 10 * time.Second
	closeWithin = 1500 * time.Millisecond
	// What is left to be written when the window has gone: nobody waits for it but the process, and a disk may be slow.
	writeWithin = 5 * time.Second
)

// wishes carries wishes to the player and choices to the store, one after the other, on a goroutine
// of its own.
type wishes struct {
	link   Link
	jobs   chan func(context.Context) error
	failed func(error) // called on the goroutine of the wishes
	done   chan struct{}
}

func newWishes(link Link, failed func(error)) *wishes {
	w := &wishes{link: link, failed: failed, jobs: make(chan func(context.Context) error, 256), done: make(chan struct{})}
	go w.run()
	return w
}

func (w *wishes) run() {
	defer close(w.done)
	for job := range w.jobs {
		ctx, cancel := context.WithTimeout(context.Background(), wishWithin)
		if err := job(ctx); err != nil {
			w.failed(err)
		}
		cancel()
	}
}

var errBusy = errors.New("the player does not answer; please try again in a moment")

// later has a job done after those before it. It never waits.
func (w *wishes) later(job func(context.Context) error) {
	select {
	case w.jobs <- job:
	default:
		go w.failed(errBusy)
	}
}

// ask sends a wish. That nothing plays is no failure of a wish to change what plays.
func (w *wishes) ask(method string, params any) {
	w.later(func(ctx context.Context) error {
		err := w.link.Do(ctx, method, params)
		if errors.Is(err, control.ErrNoPlayer) {
			return nil
		}
		return err
	})
}

// close has what is waiting done and, where it was the person who closed the window, tells the player
// so: it is a wish, and a window that went otherwise wishes nothing. It waits for all of it at most
// writeWithin; nothing may be asked afterwards.
func (w *wishes) close(byPerson bool) {
	if byPerson {
		w.later(func(ctx context.Context) error {
			ctx, cancel := context.WithTimeout(ctx, closeWithin)
			defer cancel()
			_ = w.link.Do(ctx, control.MethodClosed, nil) // the window goes either way
			return nil
		})
	}
	close(w.jobs)
	select {
	case <-w.done:
	case <-time.After(writeWithin):
	}
}
