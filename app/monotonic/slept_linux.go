package monotonic

import (
	"time"

	"golang.org/x/sys/unix"
)

// Slept is how long the machine has been asleep since it was started: what
// CLOCK_BOOTTIME counts and CLOCK_MONOTONIC does not. Its growth between two
// calls is a sleep between them. It may be called concurrently.
func Slept() time.Duration {
	var boot unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_BOOTTIME, &boot); err != nil {
		return 0
	}
	return time.Duration(boot.Nano() - Now())
}
