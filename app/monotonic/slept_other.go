//go:build !linux

package monotonic

import "time"

// Slept is how long the machine has been asleep. This platform does not tell:
// it is always 0.
func Slept() time.Duration { return 0 }
