package breath

import (
	"fmt"
	"time"
)

// Flaw is why a pattern cannot be breathed. It is an error of one line in English; its fields let others say the
// same in another language.
type Flaw struct {
	Part            string        // "in", "hold", "out" or "rest"; "sigh", the second in-breath; "whole", all of the breath
	Least, Most, Is time.Duration // how long that may last, and lasts; a whole breath has no Most
	Fine            bool          // instead of all that: it is finer than a millisecond
}

// partNames are what the parts of a breath are called in an error.
var partNames = map[string]string{
	"in": "the in-breath", "hold": "the hold", "out": "the out-breath", "rest": "the rest",
	"sigh": "a second in-breath", "whole": "a whole breath",
}

// Error implements error.
func (f *Flaw) Error() string {
	name := partNames[f.Part]
	switch {
	case f.Fine:
		return name + " is finer than a millisecond"
	case f.Part == "sigh":
		return fmt.Sprintf("%s lasts at least %s s and no longer than the first%s", name, Seconds(f.Least), f.not())
	case f.Part == "whole":
		return fmt.Sprintf("%s lasts at least %s s, not %s", name, Seconds(f.Least), Seconds(f.Is))
	}
	return fmt.Sprintf("%s lasts %s to %s s%s", name, Seconds(f.Least), Seconds(f.Most), f.not())
}

// not says what it is instead, where that was read as it stands.
func (f *Flaw) not() string {
	if f.Is >= tooLong {
		return ""
	}
	return ", not " + Seconds(f.Is)
}
