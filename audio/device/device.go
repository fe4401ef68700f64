package device

import "time"

// The format of all sound: interleaved stereo at 48,000 frames a second. A
// frame is one sample for each channel.
const (
	Rate     = 48000
	Channels = 2
)

// The queues, in time. 100 and 120 ms are a compromise that was measured: a whole tone takes as little of a core as with
// blocks of 200 ms, about a hundredth, there are no gaps, and another voice or pitch is complete within
// half a second. Half of the server's costs nearly twice as much. A block must
// be larger than what the server asks for at once, or there are holes.
const (
	serverBuffer = 100 * time.Millisecond
	block        = 120 * time.Millisecond
	// behind is how long before it is heard the server takes a frame. Of a buffer of 100 ms
	// it keeps 70 and gives 30 to the card at once, of which the first frame
	// is heard at once as well: on a null sink the recording follows after 70 ms, a
	// card after up to 100. A picture takes a frame or two of its own (about 20 ms) to be seen, so
	// that it is better told a little early: on a null sink this is right within 5 ms.
	behind = 75 * time.Millisecond

	latencyFrames = int(behind * Rate / time.Second)
	blockFrames   = int(block * Rate / time.Second)
)

// Source is what a device plays.
type Source interface {
	// Pull fills dst with interleaved stereo. It is called on the audio goroutine,
	// one call at a time, and must neither block nor allocate.
	Pull(dst []float32)
}

// Device plays one source. All methods may be called concurrently, but Start
// only once, after Ready.
type Device interface {
	// Ready is closed when the device has started or has failed to; Err says which.
	// It may never be closed, where a sound server does not answer.
	Ready() <-chan struct{}
	// Err is why the device plays no more, or nil. An error is final. A device
	// that was pulled out may stay silent without one: watch for Pull as well.
	Err() error
	// Start begins to pull.
	Start(Source)
	// SetGain multiplies what is heard from now on, 0..1. It acts behind the queue
	// and glides over one block of the server's, so larger changes want several
	// steps. The gain is 1 at first.
	SetGain(gain float64)
	// Flush drops what was pulled and not yet handed to the server. It calls then
	// at a moment when no Pull runs, between the last Pull of what is dropped and
	// the first of what is kept. Then must not call the device.
	Flush(then func())
	// Queued is how many frames were pulled and not yet handed to the server. It
	// may be called from Pull, where the frames to be filled do not count.
	Queued() int
	// Latency is how many frames the server holds just after it has taken some.
	Latency() int
}

// Options say how a device is opened.
type Options struct {
	Name string // the program's, for the system's mixer
}
