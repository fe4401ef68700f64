package audio

import (
	"errors"
	"time"
)

// quiet is how long a child may go without a report. It makes one a second, and the first
// within 3 s.
const (
	quiet      = 3 * time.Second
	quietStart = startLimit + time.Second
)

var (
	errQuiet = errors.New("sound process: it has said nothing for 3 s")
	errStuck = errors.New("sound process: it does not read what it is told")
	errGone  = errors.New("sound process: it has ended")
)

// watch is the keeper's one goroutine, and all that belongs to it.
type watch struct {
	keeper *Keeper
	start  func() (process, error)

	turn   int      // of the wish that is being followed
	child  *child   // nil where none runs
	old    []*child // asked to end, not gone yet
	out    outbox
	health Health
	ever   bool      // there was sound at some time
	since  time.Time // when the child was ready; zero before
	failed error     // what the child said was wrong
	retry  backoff
	timer  *time.Timer // of the next try, or of a child that says nothing
}

// run minds the child until the keeper is closed and the last one is gone.
func (w *watch) run() {
	defer close(w.keeper.closed)
	w.timer = time.NewTimer(time.Hour)
	w.timer.Stop()
	for {
		var reports chan Report
		if w.child != nil {
			reports = w.child.reports
		}
		var events chan Event
		next := w.out.first()
		if next != nil {
			events = w.keeper.events
		}
		select {
		case <-w.keeper.wants:
			if w.look() {
				w.bury()
				return
			}
		case r, open := <-reports:
			w.take(r, open)
		case <-w.timer.C:
			w.late()
		case events <- next:
			w.out.taken()
		}
	}
}

// look does what the keeper was asked for. It reports whether that is to end.
func (w *watch) look() (closing bool) {
	wish, mail := w.keeper.collect()
	if wish.turn != w.turn {
		w.turn = wish.turn
		w.timer.Stop()
		w.release()
		w.health, w.retry, w.out = "", backoff{}, outbox{}
		if wish.wanted {
			w.tell(Starting)
			w.try()
		}
	}
	for _, command := range mail {
		if w.child != nil && !w.child.send(command) {
			w.lose(errStuck)
		}
	}
	return wish.closing
}

// try starts a child.
func (w *watch) try() {
	p, err := w.start()
	if err != nil {
		w.lose(err)
		return
	}
	w.child, w.since, w.failed = raise(p), time.Time{}, nil
	w.timer.Reset(quietStart)
}

// take takes a report, or the end of them.
func (w *watch) take(r Report, open bool) {
	switch {
	case !open:
		<-w.child.ended
		why := w.failed // it knows best, if it said anything
		if why == nil {
			why = w.child.why
		}
		w.lose(why)
		return
	case r.State == stateFailed:
		w.failed = errors.New(r.Error) // its end follows
	case r.State == stateReady:
		w.since, w.ever = time.Now(), true
		w.tell(OK)
	}
	if r.Heard != nil {
		w.out.put(*r.Heard)
	}
	w.timer.Reset(quiet)
}

// late is called when the timer runs out: it is time to try again, or the
// child says nothing.
func (w *watch) late() {
	if w.child != nil {
		w.lose(errQuiet)
		return
	}
	if w.try(); w.child != nil {
		w.out.put(Started{})
	}
}

// lose ends what is left of the child, and sets the time of the next try.
func (w *watch) lose(why error) {
	if why == nil {
		why = errGone
	}
	w.keeper.blame(why)
	var well time.Duration
	if !w.since.IsZero() && w.failed == nil {
		well = time.Since(w.since)
	}
	if w.child != nil {
		w.child.kill()
		w.release()
	}
	w.since, w.failed = time.Time{}, nil
	if w.ever {
		w.tell(Lost)
	} else {
		w.tell(None)
	}
	w.timer.Reset(w.retry.next(well))
}

// release asks the child to end and forgets it.
func (w *watch) release() {
	if w.child == nil {
		return
	}
	w.child.release()
	kept := w.old[:0]
	for _, c := range append(w.old, w.child) {
		select {
		case <-c.ended:
		default:
			kept = append(kept, c)
		}
	}
	w.old, w.child = kept, nil
}

// bury waits for the children that were asked to end.
func (w *watch) bury() {
	for _, c := range w.old {
		<-c.ended
	}
}

// tell tells of the health if it is new.
func (w *watch) tell(h Health) {
	if h != w.health {
		w.health = h
		w.out.put(h)
	}
}
