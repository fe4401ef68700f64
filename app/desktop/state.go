package desktop

import "time"

// Playback is whether anything plays, in the words of the media controls.
type Playback string

// The three there are.
const (
	Stopped Playback = "Stopped"
	Playing Playback = "Playing"
	Paused  Playback = "Paused"
)

// State is what the desktop shows of the player. States can be compared.
type State struct {
	Playback Playback
	Tone     bool          // it is the background tone, and no session
	Settling bool          // the lead-in: it plays, and stands at its beginning
	Title    string        // of the practice; of a tone ""
	Line     string        // the words that are shown, or ""
	Track    int64         // counts what was begun
	Length   time.Duration // 0 is open
	Clock    Clock
	Volume   int  // 0..100
	Stay     bool // the tray stays with nothing playing
	Awake    bool // the screen is to stay on
	Opens    bool // a window can be opened
}

// Clock says where what plays has come to: at monotonic time At (ns) it was Elapsed, and since then it runs, or
// stands. What the desktop shows is counted from Zero on.
type Clock struct {
	Elapsed, Zero time.Duration
	At            int64
	Running       bool
}

// Position is where what plays has come to at monotonic time now (ns): 0 to Length, where that is not open.
func (s State) Position(now int64) time.Duration {
	if s.Playback == Stopped {
		return 0
	}
	at := s.Clock.Elapsed - s.Clock.Zero
	if s.Clock.Running {
		at += time.Duration(now - s.Clock.At)
	}
	if s.Length > 0 {
		at = min(at, s.Length)
	}
	return max(at, 0)
}

// seam is how far what others reckon of the position may be off before they are told.
const seam = 250 * time.Millisecond

// jumps reports whether the position is another one at monotonic time now than whoever knows was would reckon:
// from the beginning where something new was begun, and while it plays as fast as the clock.
func (s State) jumps(was State, now int64) bool {
	if s.Playback == Stopped {
		return false
	}
	expected := was.Position(now)
	if s.Track != was.Track || was.Playback == Stopped {
		expected = 0
	}
	if was.Settling && !s.Settling && s.Track == was.Track {
		return true // they let it run on while it stood at its beginning
	}
	off := s.Position(now) - expected
	return off > seam || off < -seam
}

// face is the state without what follows from the time alone.
func (s State) face() State {
	s.Clock = Clock{}
	return s
}
