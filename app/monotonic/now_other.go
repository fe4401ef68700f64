//go:build !unix

package monotonic

import "time"

// Now is the time of day in nanoseconds. It may be called concurrently.
func Now() int64 { return time.Now().UnixNano() }
