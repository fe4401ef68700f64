package theme

import "time"

// How long what moves takes. Nothing that comes or goes is faster than an eye follows, but what answers a hand is
// there at once.
const (
	Answer    = 150 * time.Millisecond  // controls come back to whoever reaches for them
	Page      = 260 * time.Millisecond  // a page opens, or closes
	Screen    = 450 * time.Millisecond  // another screen comes
	Apart     = time.Second             // from one page to the next; one that comes sooner comes at once
	Leave     = 600 * time.Millisecond  // controls leave
	Glide     = time.Second             // the circle, from one timeline to the next
	Ring      = 1500 * time.Millisecond // the ring comes, or goes
	Hush      = 3 * time.Second         // without pointer or key, until controls leave
	WordCome  = 350 * time.Millisecond
	WordLeave = 250 * time.Millisecond
	LineCome  = 1100 * time.Millisecond
	LineLeave = 700 * time.Millisecond
	NoteCome  = 700 * time.Millisecond
	NoteLeave = 400 * time.Millisecond
)
