package desktop

import (
	"context"
	"time"
)

// Act is what somebody wishes on the desktop.
type Act uint8

// The acts. Play goes on after a pause, or begins what was begun last where nothing plays; Toggle pauses, or does
// what Play does. Begin and Moment begin anew, whatever plays. Open brings the window forward, or opens it. Quit
// ends the player and the window.
const (
	Play Act = iota
	Pause
	Toggle
	Stop
	Begin
	Moment
	Tone
	SetVolume
	Open
	Quit
)

// Wish is an act and what belongs to it.
type Wish struct {
	Act    Act
	Volume int           // of SetVolume: 0..100
	Timer  time.Duration // of Tone: the sleep timer; 0 is none
	// Desktop is what the desktop gave along so that a window may come forward, as Environment has it, or nil.
	Desktop map[string]string
}

// Player is who is asked. Its methods are called concurrently, on goroutines of the bus.
type Player interface {
	// Do carries a wish out, or says in one line why not.
	Do(ctx context.Context, w Wish) error
	// Last is the title of the practice that Begin would begin.
	Last() string
}

// Options are what a Presence is made of.
type Options struct {
	Text  func(key string) string        // the words of a key
	Count func(key string, n int) string // the words for so many of a thing
	Now   func() int64                   // monotonic time in ns; monotonic.Now where nil
}

// Notification is one thing that the desktop tells the person.
type Notification struct {
	Title, Body string
	Action      string // what a click does, in a word or two; "" where it does nothing
	// Act is called when it is clicked, with what the desktop gave along so that a window may come forward. It is called on
	// a goroutine of its own, and may be nil.
	Act func(desktop map[string]string)
}
