package audio

import (
	"sync/atomic"
	"time"

	"kindhum/app/choice"
	"kindhum/audio/device"
)

// source is what the device pulls. Pull and the methods that say so belong to
// the audio goroutine; the atomics are how the main loop speaks with it.
type source struct {
	orders atomic.Pointer[order]        // the next thing to play
	sound  atomic.Pointer[choice.Sound] // the newest, until it was taken
	place  board

	queue  queue
	now    func() int64 // monotonic ns
	engine engine       // nil while silent

	read  int64   // frames pulled in all
	count tracker // which of them is heard
	fresh bool    // the queue was empty: the next Pull says nothing about time
	begun int64   // frames pulled when the play began
	at    place
}

// queue is the part of a device that Pull asks.
type queue interface {
	Queued() int
	Latency() int
}

var _ device.Source = (*source)(nil)

func newSource(queue queue, now func() int64) *source {
	return &source{queue: queue, now: now, fresh: true}
}

// Pull implements device.Source.
func (s *source) Pull(dst []float32) {
	now := s.now()
	ahead := int64(s.queue.Queued() + s.queue.Latency())
	if s.fresh {
		s.fresh = false // the device was not asking, so it says nothing about when
	} else {
		s.count.observe(s.read-ahead, now)
	}
	s.take()
	if s.engine != nil {
		if sound := s.sound.Swap(nil); sound != nil {
			s.engine.Set(*sound)
		}
		s.engine.Render(dst)
	} else {
		clear(dst)
	}
	s.read += int64(len(dst) / device.Channels)
	s.post(now)
}

// take begins the next order, if its time has come: one that is anchored to a
// time waits until the device has told how late it is.
func (s *source) take() {
	o := s.orders.Load()
	if o == nil || (o.anchor != 0 && s.count.seen == 0) || !s.orders.CompareAndSwap(o, nil) {
		return // the main loop may have just given another; then that is next
	}
	s.begin(o)
}

// begin plays an order from the next frame on. Audio goroutine, or while
// no Pull runs.
func (s *source) begin(o *order) {
	s.at.id = o.id
	if o.engine != nil {
		s.engine = o.engine
	} else if o.goOn {
		s.engine.Continue(o.timeline, frames(o.fade))
		return
	}
	at := o.at
	if o.anchor != 0 {
		at = max(0, at+time.Duration(s.count.when(float64(s.read))-o.anchor))
	}
	s.at.start = frames(at)
	s.at.serial++
	s.begun = s.read
	s.engine.Play(o.timeline, s.at.start, frames(o.fade))
}

// flushed forgets what was in the queue. While no Pull runs.
func (s *source) flushed() {
	s.count, s.fresh = tracker{}, true
}

// silence plays nothing. While no Pull runs; the engine may be used again.
func (s *source) silence() {
	if s.engine != nil {
		s.engine.Silence()
	}
	s.engine = nil
}

// post tells the main loop where the sound is.
func (s *source) post(now int64) {
	s.at.pulled = now
	s.at.heard = s.count
	s.at.heard.frame += float64(s.at.start - s.begun)
	s.place.post(s.at)
}
