package journal

import "time"

// Entry is a session with the notes written after it, or a note of its own.
type Entry struct {
	Session *Session // nil: the one note in Notes belongs to no session
	Notes   []Note   // oldest first; may be none where there is a session
}

// Session is a session that was.
type Session struct {
	ID       int64         // in the log
	Start    time.Time     // to the millisecond, in the zone that it is to be told in
	Practice string        // its id
	Title    string        // the practice's title, in the person's language
	Pattern  string        // such as 4-6
	Length   time.Duration // as asked for; 0 is open
	Elapsed  time.Duration
	Breaths  int
	Voice    string
	Pitch    float64 // Hz
	Ended    string  // time, stopped, replaced, tone; "" when it was cut off or still goes on
}

// Note is a text that a person wrote.
type Note struct {
	ID       int64
	Written  time.Time // to the millisecond, in the zone that it is to be told in
	Question string    // what it answers, as it was asked; "" where nothing was asked
	Text     string    // as it was typed, with rows of its own
}

// At is the moment that the entry is found at: the session's start, or when its note was written.
func (e Entry) At() time.Time {
	switch {
	case e.Session != nil:
		return e.Session.Start
	case len(e.Notes) > 0:
		return e.Notes[0].Written
	}
	return time.Time{}
}
