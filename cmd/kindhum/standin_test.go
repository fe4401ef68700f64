//go:build e2e

package main_test

import (
	"context"
	"os"
	"slices"
	"sync"
	"time"

	"kindhum/app/breath"
	"kindhum/app/choice"
	"kindhum/app/control"
	"kindhum/app/practice"
	"kindhum/assets"
)

// standIn answers in place of the player, so that the real window shows just the moment that a test wants. It hears
// wishes and heeds none.
type standIn struct {
	desk   *desk
	server *control.Server
	met    chan struct{} // a window has said hello

	mu   sync.Mutex
	snap control.Snapshot
}

var _ control.Handler = (*standIn)(nil)

// standIn takes the player's place on a desk until the desk is left.
func (d *desk) standIn() *standIn {
	d.t.Helper()
	folder := d.path("run/kindhum")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		d.t.Fatal(err)
	}
	place, err := control.Claim(d.t.Context(), folder, control.RolePlayer)
	if err != nil {
		d.t.Fatal(err)
	}
	s := &standIn{desk: d, met: make(chan struct{}, 8), snap: control.Idle(choice.DefaultSound(), "", true)}
	s.server = control.NewServer(s)
	go func() { _ = s.server.Serve(place) }() // it ends with its place
	d.t.Cleanup(func() {
		if err := place.Close(); err != nil {
			d.t.Error(err)
		}
		s.server.Close()
	})
	return s
}

// Hello implements control.Handler.
func (s *standIn) Hello(h control.Hello) control.Welcome {
	if h.Window {
		s.met <- struct{}{}
	}
	return control.Welcome{Protocol: control.Version, Version: h.Version, PID: os.Getpid()}
}

// Bye implements control.Handler.
func (s *standIn) Bye(control.Hello) {}

// Wish implements control.Handler.
func (s *standIn) Wish(context.Context, control.Wish) error { return nil }

// Snapshot implements control.Handler.
func (s *standIn) Snapshot(context.Context) (control.Snapshot, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.snap, nil
}

// show has the window show something else.
func (s *standIn) show(snap control.Snapshot) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.snap = snap
	s.server.Publish(snap)
}

// window launches the window, and waits until it has asked what there is and is shown.
func (s *standIn) window() *window {
	s.desk.t.Helper()
	s.desk.start(s.desk.command(program(s.desk.t), "show"))
	select {
	case <-s.met:
	case <-time.After(20 * time.Second): // only a failure waits for it
		s.desk.t.Fatal("the window does not say hello")
	}
	w := s.desk.screen.window(15 * time.Second)
	s.desk.until(15*time.Second, "there is more than the light", func() bool { return w.ink() > 0 })
	return w
}

// moment is a session of some length in a state, as it stands at an elapsed time, with a line in a language.
func moment(state, language, pattern string, at time.Duration) control.Snapshot {
	p, err := breath.Parse(pattern)
	if err != nil {
		panic(err) // a mistake in the test
	}
	is, line := kindLine(language)
	s := control.Idle(choice.DefaultSound(), "", true)
	pid, length := os.Getpid(), (30 * p.Period()).Seconds()
	s.Status.State, s.Status.PID, s.Status.Line, s.Status.Practice, s.Status.Length = state, &pid, &line, &is.ID, &length
	s.Timeline = breath.Timeline{Pattern: p, LeadIn: 3 * time.Second, Breaths: 30}
	s.Clock = control.Clock{Elapsed: at, At: now()}
	s.Session = 1
	return s
}

// kindLine is a practice in a language, and the line of it that sessions are shown with.
func kindLine(language string) (practice.Practice, string) {
	library, err := practice.Load(assets.Practices())
	if err != nil {
		panic(err) // a test of its own holds that it can be read
	}
	const id, line = "compassion-practice", "You're allowed to feel this."
	english, err := library.In("en").Find(id)
	if err != nil {
		panic(err)
	}
	is, err := library.In(language).Find(id)
	if err != nil {
		panic(err)
	}
	for i, step := range english.Steps {
		if k := slices.Index(step.Lines, line); k >= 0 {
			return is, is.Steps[i].Lines[k] // line for line the same in every language
		}
	}
	panic("no practice says: " + line)
}

// opening is when, in a breath of a timeline, the circle is so full on its way to the full one.
func opening(line breath.Timeline, breathNo int, full float64) time.Duration {
	begun := line.LeadIn + time.Duration(breathNo)*line.Pattern.Period()
	low, high := begun, begun+line.Pattern.In
	for range 40 {
		if middle := (low + high) / 2; line.At(middle).Fullness < full {
			low = middle
		} else {
			high = middle
		}
	}
	return high
}
