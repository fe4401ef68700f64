package audio

import (
	"runtime"
	"time"

	"golang.org/x/sys/unix"
)

// slack is how much later than it asked for a wait of the child's may end. Whenever something
// arrives, the Go runtime has a thread look every few microseconds, for as long as that keeps it busy,
// whether another one hangs; with the 50 microseconds that Linux allows it to be late by, that is
// three or four looks for each request of the sound server's, and a third of all the time that a tone
// takes. Late by a millisecond, it comes when the work is done. The sound has 70 ms in hand.
const slack = time.Millisecond

// leisurely runs start so that what it starts has its timers end up to a slack late
// (PR_SET_TIMERSLACK, prctl(2): a process inherits it from the thread that starts it, and cannot set
// that of the runtime's threads itself). Where it is refused, nothing is different.
func leisurely(start func() error) error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	_ = unix.Prctl(unix.PR_SET_TIMERSLACK, uintptr(slack.Nanoseconds()), 0, 0, 0)
	defer func() { _ = unix.Prctl(unix.PR_SET_TIMERSLACK, 0, 0, 0, 0) }() // the thread's own again
	return start()
}
