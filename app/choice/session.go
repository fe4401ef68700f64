package choice

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// The bounds of a session.
const (
	MinLength = 20 * time.Second
	MaxLength = 24 * time.Hour
	MaxLeadIn = 60 * time.Second
	Open      = time.Duration(0) // a session that goes on until it is ended
)

// Session is how a session goes. The zero value is not useful; begin with
// DefaultSession.
type Session struct {
	Practice string        `json:"practice"`          // id of the practice
	Pattern  string        `json:"pattern,omitempty"` // "" is the practice's own
	Length   time.Duration `json:"length"`            // Open, or 20 s to 24 h
	LeadIn   time.Duration `json:"lead_in"`           // 0 to 60 s
	Words    bool          `json:"words"`             // kind lines are shown
	Talk     string        `json:"talk"`              // one of Talks: how many of them
}

// DefaultSession is how a session goes when nothing else was chosen.
func DefaultSession() Session {
	return Session{Practice: "hum-breath", Length: 5 * time.Minute, LeadIn: 3 * time.Second, Words: true, Talk: Talks()[0]}
}

// Clamp returns s with each number that is out of bounds replaced by the nearest that is
// allowed, and a talk that is unknown by the default. Practice and Pattern are left to those who know them.
func (s Session) Clamp() Session {
	if s.Length != Open {
		s.Length = min(max(s.Length, MinLength), MaxLength)
	}
	s.LeadIn = min(max(s.LeadIn, 0), MaxLeadIn)
	if s.Practice == "" {
		s.Practice = DefaultSession().Practice
	}
	if !slices.Contains(Talks(), s.Talk) {
		s.Talk = Talks()[0]
	}
	return s
}

// Talks are how often kind lines come, the default first: with every breath, with every second one, or few of them.
func Talks() []string { return []string{"every", "second", "few"} }

// SessionChange is some of a Session: what is nil stays as it is.
type SessionChange struct {
	Practice *string        `json:"practice,omitempty"`
	Pattern  *string        `json:"pattern,omitempty"`
	Length   *time.Duration `json:"length,omitempty"`
	LeadIn   *time.Duration `json:"lead_in,omitempty"`
	Words    *bool          `json:"words,omitempty"`
	Talk     *string        `json:"talk,omitempty"`
}

// Apply returns s with the change made, or an error that says what is
// out of bounds; s is then unchanged.
func (c SessionChange) Apply(s Session) (Session, error) {
	to := s
	set(&to.Practice, c.Practice)
	set(&to.Pattern, c.Pattern)
	set(&to.Length, c.Length)
	set(&to.LeadIn, c.LeadIn)
	set(&to.Words, c.Words)
	set(&to.Talk, c.Talk)
	if !slices.Contains(Talks(), to.Talk) {
		return s, fmt.Errorf("words come %s, not %q", strings.Join(Talks(), ", "), clip(to.Talk))
	}
	if to.Length != Open && (to.Length < MinLength || to.Length > MaxLength) {
		return s, fmt.Errorf("a session lasts 20s to 24h, or \"open\", not %s", to.Length)
	}
	if to.LeadIn < 0 || to.LeadIn > MaxLeadIn {
		return s, fmt.Errorf("a lead-in lasts 0s to 60s, not %s", to.LeadIn)
	}
	return to, nil
}

// ParseLength reads how long a session lasts: "20s", "5m", "1h30m" up to
// "24h", or "open".
func ParseLength(s string) (time.Duration, error) {
	if strings.EqualFold(s, "open") {
		return Open, nil
	}
	d, err := ParseSpan(s)
	if err != nil {
		return 0, fmt.Errorf("length %w, or open", err)
	}
	if d < MinLength || d > MaxLength {
		return 0, fmt.Errorf("length %q is not within 20s to 24h", clip(s))
	}
	return d, nil
}

// ParseLeadIn reads how long a lead-in lasts: 0 to 60 seconds, "3s", or a
// bare number of seconds.
func ParseLeadIn(s string) (time.Duration, error) {
	bare := s
	if decimal(s) {
		bare += "s"
	}
	d, err := time.ParseDuration(bare)
	if err != nil {
		return 0, fmt.Errorf("lead-in %q is not a time such as 3s", clip(s))
	}
	if d < 0 || d > MaxLeadIn {
		return 0, fmt.Errorf("lead-in %q is not within 0s to 60s", clip(s))
	}
	return d, nil
}

// ParseSpan reads a time with its unit, such as "90s", "5m" or "1h30m". "0"
// needs no unit.
func ParseSpan(s string) (time.Duration, error) {
	d, err := time.ParseDuration(s)
	if err != nil && decimal(s) {
		return 0, fmt.Errorf("%q has no unit; write %ss or %sm", clip(s), clip(s), clip(s))
	}
	if err != nil {
		return 0, fmt.Errorf("%q is not a time such as 90s, 5m or 1h30m", clip(s))
	}
	return d, nil
}

// FormatLength prints a length as a person would write it: "20s", "5m",
// "1h30m", "open".
func FormatLength(d time.Duration) string {
	if d == Open {
		return "open"
	}
	s := d.String()
	s = strings.TrimSuffix(s, "0s")
	if strings.HasSuffix(s, "h0m") {
		s = strings.TrimSuffix(s, "0m")
	}
	if s == "" || strings.ContainsAny(s[len(s)-1:], "0123456789") {
		return d.String() // it ended in a number such as 20s or 10s
	}
	return s
}
