package audio

import (
	"os/exec"
	"sync"
)

// Keeper keeps a sound process running while it is wanted, and replaces it when
// it is lost. Its methods may be called concurrently and never wait, except Close.
type Keeper struct {
	wants  chan struct{} // a knock: wanted or mail has changed
	events chan Event
	closed chan struct{} // closed when the last child is gone

	mu     sync.Mutex // guards what follows
	wish   wish
	mail   []Command
	reason error
}

// wish is what was asked of a keeper.
type wish struct {
	wanted  bool
	turn    int // counts how often that has changed
	closing bool
}

// NewKeeper returns a keeper that starts what command returns, a fresh one for
// every start, with pipes of its own for standard input, output and error. It starts nothing yet.
func NewKeeper(command func() *exec.Cmd) *Keeper {
	return newKeeper(func() (process, error) { return start(command()) })
}

func newKeeper(start func() (process, error)) *Keeper {
	k := &Keeper{wants: make(chan struct{}, 1), events: make(chan Event), closed: make(chan struct{})}
	go (&watch{keeper: k, start: start}).run()
	return k
}

// Want has a child running, or ended: its input is closed, upon which it fades
// out, and it is killed after a second. What is sent after Want(true) reaches the child that it starts; of
// those that replace it Started tells.
func (k *Keeper) Want(wanted bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if wanted == k.wish.wanted || k.wish.closing {
		return
	}
	k.wish.wanted = wanted
	k.wish.turn++
	k.mail = nil
	k.knock()
}

// Send passes a command to the child. It is dropped where there is none. The
// command may be changed afterwards.
func (k *Keeper) Send(c Command) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if !k.wish.wanted {
		return
	}
	k.mail = append(k.mail, c.clone())
	k.knock()
}

// Events is where the keeper tells of Started, Health and Heard. It is never closed. Events
// that nobody takes are replaced by newer ones of their kind.
func (k *Keeper) Events() <-chan Event { return k.events }

// Reason is why sound was last lost or not there, or nil.
func (k *Keeper) Reason() error {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.reason
}

// Close ends the child and returns when it is gone, after little more than a second at most.
// The keeper is of no use afterwards.
func (k *Keeper) Close() {
	k.Want(false)
	k.mu.Lock()
	k.wish.closing = true
	k.knock()
	k.mu.Unlock()
	<-k.closed
}

// knock has the watch look again. It is called with mu held.
func (k *Keeper) knock() {
	select {
	case k.wants <- struct{}{}:
	default: // it has yet to look for the knock before
	}
}

// collect is what is wanted now, and the mail that has come since.
func (k *Keeper) collect() (wish, []Command) {
	k.mu.Lock()
	defer k.mu.Unlock()
	mail := k.mail
	k.mail = nil
	return k.wish, mail
}

// blame keeps the reason of a loss.
func (k *Keeper) blame(err error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.reason = err
}

// clone is a copy that shares nothing with c.
func (c Command) clone() Command {
	return Command{Sound: copied(c.Sound), Play: copied(c.Play), Hush: copied(c.Hush)}
}

func copied[T any](p *T) *T {
	if p == nil {
		return nil
	}
	v := *p
	return &v
}
