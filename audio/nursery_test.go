package audio

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// actor is a process that plays a part within this one.
type actor struct {
	in       *io.PipeReader // its standard input, as it sees it
	out      *io.PipeWriter
	input    *io.PipeWriter // as the keeper sees it
	reports  *io.PipeReader
	killed   chan struct{}
	finished chan struct{}
	kill     sync.Once
	begun    time.Time
}

var errKilled = errors.New("signal: killed")

func (a *actor) Write(p []byte) (int, error) { return a.input.Write(p) }
func (a *actor) Reports() io.Reader          { return a.reports }
func (a *actor) CloseInput() error           { return a.input.Close() }

func (a *actor) Kill() error {
	a.kill.Do(func() {
		close(a.killed)
		a.in.CloseWithError(errKilled)
		a.out.Close()
	})
	return nil
}

func (a *actor) Wait() error {
	<-a.finished
	select {
	case <-a.killed:
		return errKilled
	default:
		return nil
	}
}

// say makes a report; the part is over when nobody hears it.
func (a *actor) say(r Report) { json.NewEncoder(a.out).Encode(r) } //nolint:errcheck // see above

// well says ready, and something every second, until its input ends. It tells read of the commands.
func well(read func(Command)) func(*actor) {
	return func(a *actor) {
		a.say(Report{State: stateReady})
		go func() {
			for {
				select {
				case <-time.After(time.Second):
					a.say(Report{})
				case <-a.finished:
					return
				}
			}
		}()
		for lines := bufio.NewScanner(a.in); lines.Scan(); {
			c, err := decode(lines.Bytes())
			if err == nil && read != nil {
				read(c)
			}
		}
	}
}

// fails says that there is no device.
func fails(a *actor) { a.say(Report{State: stateFailed, Error: "no device"}) }

// deaf is well but never reads, and does not end when it is asked to.
func deaf(a *actor) {
	for {
		a.say(Report{State: stateReady})
		select {
		case <-a.killed:
			return
		case <-time.After(time.Second):
		}
	}
}

// mute says that it is ready and nothing after that.
func mute(a *actor) {
	a.say(Report{State: stateReady})
	<-a.killed
}

// garbles what it says.
func garbles(a *actor) {
	io.WriteString(a.out, "ready\n") //nolint:errcheck // nobody may hear it
	<-a.killed
}

// nursery is a keeper whose processes are actors.
type nursery struct {
	*Keeper
	t      *testing.T
	mu     sync.Mutex
	actors []*actor
	parts  []func(*actor) // of each start in turn; the last one is played again
}

// inNursery runs test in a bubble, in which time goes by only where all wait.
func inNursery(t *testing.T, parts []func(*actor), test func(*nursery)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		n := &nursery{t: t, parts: parts}
		n.Keeper = newKeeper(n.start)
		defer n.Close()
		test(n)
	})
}

func (n *nursery) start() (process, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	part := n.parts[min(len(n.actors), len(n.parts)-1)]
	a := &actor{killed: make(chan struct{}), finished: make(chan struct{}), begun: time.Now()}
	a.in, a.input = io.Pipe()
	a.reports, a.out = io.Pipe()
	n.actors = append(n.actors, a)
	if part == nil {
		return nil, errors.New("no such program")
	}
	go func() {
		part(a)
		a.out.Close()
		a.in.Close()
		close(a.finished)
	}()
	return a, nil
}

// actor is the one that was started as the i-th, from 0.
func (n *nursery) actor(i int) *actor {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.actors[i]
}

// starts are the times between one start and the next.
func (n *nursery) starts() (between []time.Duration) {
	n.mu.Lock()
	defer n.mu.Unlock()
	for i := 1; i < len(n.actors); i++ {
		between = append(between, n.actors[i].begun.Sub(n.actors[i-1].begun))
	}
	return between
}

// expect takes events, which must be these.
func (n *nursery) expect(events ...Event) {
	n.t.Helper()
	for _, want := range events {
		select {
		case got := <-n.Events():
			if got != want {
				n.t.Fatalf("it told of %#v, not %#v", got, want)
			}
		case <-time.After(time.Minute):
			n.t.Fatalf("it never told of %#v", want)
		}
	}
}

// pass lets time go by.
func (n *nursery) pass(d time.Duration) {
	<-time.After(d)
	synctest.Wait()
}
