package window

import (
	"sync"
	"sync/atomic"
	"testing"
)

func TestNothingPassesAShutGate(t *testing.T) {
	const others = 8
	var sent atomic.Int64
	closed := false
	g := gate{pass: func(func()) {
		if closed { // as Fyne's own queue would
			panic("put into a closed queue")
		}
		sent.Add(1)
	}}
	var running, all sync.WaitGroup
	running.Add(others)
	over := make(chan struct{})
	for range others {
		all.Go(func() {
			g.do(func() {})
			for running.Done(); ; {
				select {
				case <-over:
					return
				default:
					g.do(func() {})
				}
			}
		})
	}
	running.Wait()
	g.shut()
	closed = true
	before := sent.Load()
	g.do(func() { t.Error("it passes") })
	close(over)
	all.Wait()
	if before < others || sent.Load() != before {
		t.Errorf("%d passed before it was shut, and %d after", before, sent.Load()-before)
	}
}
