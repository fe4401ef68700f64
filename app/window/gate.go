package window

import (
	"sync"

	"fyne.io/fyne/v2"
)

// gate is the way to the UI goroutine, which is shut before the loop ends. Fyne (v2.8.1) closes its queue
// while others may still put into it: they panic, and what is put in a little later is done on the goroutine
// that puts it in. The zero gate is open. Its methods may be called concurrently.
type gate struct {
	mu     sync.RWMutex
	closed bool
	pass   func(func()) // has something done on the UI goroutine, later
}

// do has f done, unless the gate is shut: then nobody is there to see what it would do.
func (g *gate) do(f func()) {
	g.mu.RLock()
	defer g.mu.RUnlock()
	if !g.closed {
		g.pass(f)
	}
}

// shut lets nothing more through. When it returns, all that was let through is in the queue.
func (g *gate) shut() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.closed = true
}

// noAfterword has Fyne's loop end without a last word of Fyne's own, which keeps preferences that this program does not
// have. It was another goroutine that put into the queue being closed: now and then a window ended with a panic, or
// waited for ever.
func noAfterword(a fyne.App) {
	if l, is := a.Lifecycle().(interface{ SetOnStoppedHookExecuted(func()) }); is {
		l.SetOnStoppedHookExecuted(nil)
	}
}
