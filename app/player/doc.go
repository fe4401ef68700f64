// Package player is the process that owns the session.
//
// One goroutine, [Player.Run], holds all there is: it takes wishes from the
// control socket, reports from the sound, and the time, asks app/session what follows, and
// carries that out: it tells the sound what to play, keeps the log, and
// publishes a snapshot whenever something has changed. It needs no display,
// draws nothing, and makes no sound itself.
//
//	window, command line --wishes--> Player --commands--> sound child
//	          ^                        |  ^                   |
//	          +------ snapshots -------+  +-- heard position -+
//
// The elapsed time follows what is heard; without sound the monotonic clock
// carries on from the same value (see clock.go).
package player
