package window

import "kindhum/app/control"

// screen is what the window shows.
type screen uint8

const (
	resting screen = iota // nothing plays
	guided                // a session
	ended                 // the card after it
	toned                 // the background tone
)

// next is the screen for a snapshot, coming from screen was. A card is shown only for a
// session that was seen, and stays until something else is wished.
func next(was screen, s control.Snapshot) screen {
	p := s.Status.Progress
	if s.Trial { // the trial of a sound is no session: it is heard, and the screen stays
		if was == ended {
			return ended
		}
		return resting
	}
	switch p.State {
	case "lead-in", "running", "easing":
		return guided
	case "tone":
		return toned
	case "paused":
		if p.Practice == nil {
			return toned
		}
		return guided
	case "ending":
		if was == guided {
			return ended
		}
		return was
	}
	if was == ended || (was == guided && s.Ended != "") {
		return ended
	}
	return resting
}
