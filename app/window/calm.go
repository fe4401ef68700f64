package window

import (
	"sync/atomic"
	"time"

	"github.com/go-gl/glfw/v3.4/glfw"

	"fyne.io/fyne/v2"
)

const (
	calmAfter = 2 * time.Second        // from the last sign of the person; what Fyne animates is over by then
	calmTick  = 250 * time.Millisecond // how long one wait is; nothing waits for its end
)

// calm lets the driver's loop, which looks for something to do sixty times a second, wait for an event instead while
// nothing moves: an open window at rest took 1.3 % of a core for that, and takes 0.1. It is a Fyne animation that waits in its tick. Its
// methods but nudge belong to the UI goroutine.
type calm struct {
	anim   fyne.Animation
	still  func() bool  // nothing moves and nothing is about to
	now    func() int64 // monotonic, ns
	sign   int64        // when the person last did something, as far as it was seen here
	waits  atomic.Bool
	nudged atomic.Bool
}

func newCalm(now func() int64) *calm {
	c := &calm{now: now, sign: now()}
	c.anim = fyne.Animation{Duration: time.Hour, RepeatCount: fyne.AnimationRepeatForever, Tick: func(float32) { c.tick() }}
	return c
}

// start begins to wait wherever it is still, until stop.
func (c *calm) start(still func() bool) {
	c.still = still
	c.anim.Start()
}

func (c *calm) stop() { c.anim.Stop() }

func (c *calm) tick() {
	from := c.now()
	if !c.still() {
		c.sign = from
		return
	}
	if from-c.sign < int64(calmAfter) {
		return
	}
	c.waits.Store(true)
	glfw.WaitEventsTimeout(calmTick.Seconds())
	c.waits.Store(false)
	early := c.now()-from < int64(calmTick*9/10)
	if early && !c.nudged.Swap(false) {
		c.sign = c.now()
	}
}

// nudge ends a wait. It may be called on any goroutine, at any time.
func (c *calm) nudge() {
	if c.waits.Load() {
		defer func() { _ = recover() }() // it panics where the program has just closed its windows; nobody waits then
		c.nudged.Store(true)
		glfw.PostEmptyEvent()
	}
}

// still says that nothing moves and nothing is about to: no page is open, no menu, and nobody writes.
func (s *shell) still() bool {
	canvas := s.win.Canvas()
	_, writes := canvas.Focused().(fyne.Shortcutable) // a field for text has a cursor that blinks
	return !s.beat.runs && s.stage.page == nil && canvas.Overlays().Top() == nil && !writes
}
