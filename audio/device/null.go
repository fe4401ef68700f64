package device

import "sync"

// Null is a device without a speaker, for tests: the same two queues and the
// same gain, moved along by Take in place of time. It is ready from the start
// unless it is told otherwise.
type Null struct {
	ready  chan struct{}
	pull   sync.Mutex // held while Pull or a flush runs
	source Source

	mu       sync.Mutex // guards what follows
	queue    []float32
	gain     float64
	lastGain float64
	err      error
}

var _ Device = (*Null)(nil)

// NewNull returns a device that has started, or has yet to by Begin.
func NewNull(started bool) *Null {
	n := &Null{ready: make(chan struct{}), gain: 1, lastGain: 1}
	if started {
		close(n.ready)
	}
	return n
}

// Begin makes the device ready.
func (n *Null) Begin() { close(n.ready) }

// Fail makes the device fail for ever.
func (n *Null) Fail(err error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.err = err
}

// Ready implements Device.
func (n *Null) Ready() <-chan struct{} { return n.ready }

// Err implements Device.
func (n *Null) Err() error {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.err
}

// Start implements Device.
func (n *Null) Start(source Source) {
	n.pull.Lock()
	defer n.pull.Unlock()
	n.source = source
	n.fill()
}

// SetGain implements Device.
func (n *Null) SetGain(gain float64) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.gain = gain
}

// Flush implements Device.
func (n *Null) Flush(then func()) {
	n.pull.Lock()
	defer n.pull.Unlock()
	n.mu.Lock()
	n.queue = n.queue[:0]
	n.mu.Unlock()
	then()
	n.fill()
}

// Queued implements Device.
func (n *Null) Queued() int {
	n.mu.Lock()
	defer n.mu.Unlock()
	return len(n.queue) / Channels
}

// Latency implements Device.
func (n *Null) Latency() int { return latencyFrames }

// Take is the sound server asking for frames: it returns that many, as they
// will be heard, silent where the queue has run dry, and has the queue filled up.
func (n *Null) Take(frames int) []float32 {
	n.pull.Lock()
	defer n.pull.Unlock()
	out := make([]float32, frames*Channels)
	n.mu.Lock()
	have := copy(out, n.queue)
	n.queue = append(n.queue[:0], n.queue[have:]...)
	for i := range out[:have] {
		w := float64(i/Channels) / float64(have/Channels)
		out[i] *= float32(n.gain*w + n.lastGain*(1-w))
	}
	n.lastGain = n.gain
	n.mu.Unlock()
	n.fill()
	return out
}

// fill pulls whole blocks until there is at least one. It is called with pull held.
func (n *Null) fill() {
	if n.source == nil {
		return
	}
	for n.Queued() < blockFrames {
		dst := make([]float32, blockFrames*Channels)
		n.source.Pull(dst)
		n.mu.Lock()
		n.queue = append(n.queue, dst...)
		n.mu.Unlock()
	}
}
