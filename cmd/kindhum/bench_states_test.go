//go:build e2e

package main_test

import (
	"strings"
	"time"

	"kindhum/app/store"
)

// How long each state is measured: a whole breath where the circle breathes, and shorter where nothing changes.
const (
	breathing = 10 * time.Second
	resting   = 5 * time.Second
	settling  = 4 * time.Second // what fades, and what the window waits for, is over
)

// bench is a desk on which the window and its peers are measured.
type bench struct {
	*desk
	empty *peer
	loads map[string][]load
	news  *follower
}

// take measures the program in a state.
func (b *bench) take(state string, over time.Duration) {
	pids := func() (all []int) {
		for _, p := range b.processes() {
			if p.role == "player" || p.role == "sound" || p.role == "show" {
				all = append(all, p.pid)
			}
		}
		return all
	}
	b.note(state, taken(pids, func() int { return b.pid("show") }, over))
}

func (b *bench) note(state string, l load) {
	b.t.Logf("%-28s %6.2f %%  %6.1f MB", state, 100*l.cpu, float64(l.memory)/1024)
	b.loads[state] = append(b.loads[state], l)
}

// round measures every state once.
func (b *bench) round() {
	b.t.Helper()
	b.note(emptyIdle, b.empty.taken(resting))
	b.empty.repaint()
	b.note(emptyPainting, b.empty.taken(resting))
	b.empty.repaint()
	if browser() != "" {
		page := b.startPage()
		<-time.After(8 * time.Second) // it is busy with itself at first
		b.note(reference, page.taken(breathing))
		page.quit() // one that stands still has the sound server go on asking everybody for as little sound as a page wants at once
	}
	w := b.open(false)
	<-time.After(settling)
	b.take(atRest, resting)
	b.session(w)
	b.hidden(w)
	b.must("pause")
	b.news.in(5*time.Second, "paused")
	<-time.After(settling)
	b.take(paused, resting)
	b.tone(w)

	w = b.open(true)
	b.begin(w)
	b.take(lessMotion, breathing)
	b.close(w)
	b.must(strings.Fields("begin --hidden --length 5m --lead-in 0")...)
	<-time.After(2 * time.Second)
	b.take(withoutWindow, breathing)
	b.must("stop")
	b.news.in(5*time.Second, "idle")
	<-time.After(2 * time.Second)
	b.take(closed, resting)
}

// open opens the window and waits until it shows the light.
func (b *bench) open(still bool) *window {
	b.t.Helper()
	b.prefer(func(w *store.Window) { w.SafetySeen, w.LessMotion = true, still })
	b.start(b.command(program(b.t), "show"))
	w := b.screen.window(15 * time.Second)
	b.until(5*time.Second, "the light is seen", func() bool { w.look(); return w.light() > 60 })
	b.xdo("windowmove", w.id, "20", "30", "mousemove", "1590", "890")
	return w
}

// close closes the window as a person does, and a session with it.
func (b *bench) close(w *window) {
	b.t.Helper()
	w.press("alt+F4")
	b.until(10*time.Second, "the window is gone", func() bool { return b.pid("show") == 0 })
}

// begin begins a session by a key, and waits until only the circle and the words are left.
func (b *bench) begin(w *window) {
	b.t.Helper()
	w.press("Return")
	b.news.in(5*time.Second, "running")
	<-time.After(3 * time.Second)
}

// session measures a session that is seen.
func (b *bench) session(w *window) {
	b.t.Helper()
	b.begin(w)
	b.take(inSession, breathing)
}

// hidden measures the session while nobody can see it.
func (b *bench) hidden(w *window) {
	b.t.Helper()
	b.xdo("windowminimize", "--sync", w.id)
	<-time.After(2 * time.Second)
	b.take(iconified, resting)
	b.xdo("windowactivate", "--sync", w.id)
	b.until(5*time.Second, "the light is back", func() bool { return w.light() > 60 })
	// The empty window, grown to cover all of it. It may still have a size of its own in mind.
	b.empty.still(false)
	b.until(10*time.Second, "the window is covered", func() bool {
		b.xdo("windowsize", b.empty.id, "560", "800")
		b.empty.move("1", "1")
		<-time.After(time.Second)
		return w.light() == 0
	})
	<-time.After(time.Second)
	b.empty.still(true)
	b.take(covered, resting)
	b.empty.still(false)
	b.xdo("windowsize", "--sync", b.empty.id, "480", "720")
	b.empty.move("550", "30")
	<-time.After(time.Second)
	b.empty.still(true)
	b.xdo("windowactivate", "--sync", w.id)
}

// tone measures the tone with its window, and without.
func (b *bench) tone(w *window) {
	b.t.Helper()
	b.must("tone")
	b.news.in(10*time.Second, "tone")
	<-time.After(settling)
	b.take(toneShown, resting)
	b.close(w)
	<-time.After(time.Second)
	b.take(toneAlone, breathing)
	b.must("stop")
	b.news.in(5*time.Second, "idle")
}
