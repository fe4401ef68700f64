package audio

import "time"

const (
	// atOnce is how soon a child is replaced that died while all was well:
	// it was killed, and its device is probably still there.
	atOnce     = 100 * time.Millisecond
	firstRetry = time.Second
	lastRetry  = 4 * time.Second
	// wellFor is how long a child must have played for its end to be a surprise.
	wellFor = 2 * time.Second
)

// backoff says how long to wait before the next try: at once after a surprise, then 1,
// 2 and 4 s. Its zero value has seen no failure.
type backoff struct{ last time.Duration }

// next is the time to wait, after a child has ended that was well for a while.
func (b *backoff) next(well time.Duration) time.Duration {
	switch {
	case well >= wellFor:
		b.last = atOnce
	case b.last < firstRetry:
		b.last = firstRetry
	default:
		b.last = min(2*b.last, lastRetry)
	}
	return b.last
}
