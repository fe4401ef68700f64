package audio

import (
	"math"
	"sync/atomic"
	"time"
)

// patience is the longest that goes by between two Pulls of a device that plays:
// two blocks of 120 ms, and as much again for a busy machine, and more.
const patience = 600 * time.Millisecond

// place is where the sound is, as the audio goroutine last saw it.
type place struct {
	serial int64 // counts the plays begun; a Continue is none
	id     int64 // Play.ID
	start  int64 // frame of the timeline at which the play began
	pulled int64 // monotonic ns of the last Pull; 0 before the first
	// heard is the tracker's word on the frame of the timeline that is heard. It is
	// of use when seen is not 0.
	heard tracker
}

// board is one place that one goroutine posts and others read, without locks.
// Readers try again while it is being written.
type board struct {
	version atomic.Uint64 // odd while being written
	fields  [7]atomic.Int64
}

// post replaces the place. One goroutine alone may post.
func (b *board) post(p place) {
	b.version.Add(1)
	for i, v := range [...]int64{
		p.serial, p.id, p.start, p.pulled,
		int64(p.heard.seen), int64(math.Float64bits(p.heard.frame)), p.heard.at, //nolint:gosec // bits, not a number
	} {
		b.fields[i].Store(v)
	}
	b.version.Add(1)
}

// read is the newest place.
func (b *board) read() place {
	for {
		version := b.version.Load()
		var v [7]int64
		for i := range v {
			v[i] = b.fields[i].Load()
		}
		if version%2 == 0 && b.version.Load() == version {
			return place{
				serial: v[0], id: v[1], start: v[2], pulled: v[3],
				heard: tracker{seen: int(v[4]), frame: math.Float64frombits(uint64(v[5])), at: v[6]}, //nolint:gosec // bits
			}
		}
	}
}

// frame is the frame of the timeline heard at a time, not before where the play began.
func (p place) frame(now int64) int64 {
	return max(p.start, int64(math.Round(p.heard.heard(now))))
}

// first is the time at which the first frame of the play is heard.
func (p place) first() int64 { return p.heard.when(float64(p.start)) }

// stale reports whether the device has held still for so long that what is
// heard is a guess.
func (p place) stale(now int64) bool {
	return now-p.pulled > int64(patience)
}
