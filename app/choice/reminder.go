package choice

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// What there can be of reminders.
const (
	MaxReminders = 12
	day          = 24 * 60 // minutes
	// tooLate is how long after its time a reminder is still one. What was slept through, or due while
	// nobody was at home, is let go: reminders never pile up.
	tooLate = 10 * time.Minute
)

// Reminders are times of day at which a kind moment is offered. The zero value has none, and is off.
type Reminders struct {
	On bool  `json:"on"`
	At []int `json:"at"` // minutes since midnight, by the clock on the wall, rising
}

// Clamp returns r with its times in order, each once, and no more than there can be.
func (r Reminders) Clamp() Reminders {
	at := slices.DeleteFunc(slices.Clone(r.At), func(m int) bool { return m < 0 || m >= day })
	slices.Sort(at)
	at = slices.Compact(at)
	r.At = at[:min(len(at), MaxReminders)]
	return r
}

// Next is the first reminder after a moment, in its zone. It is false where there is none.
func (r Reminders) Next(after time.Time) (time.Time, bool) {
	if !r.On {
		return time.Time{}, false
	}
	for days := range 3 { // the third for a day on which the clock is put forward over a time
		for _, m := range r.At {
			if at := on(after, days, m); at.After(after) {
				return at, true
			}
		}
	}
	return time.Time{}, false
}

// Due reports whether there was a reminder after one moment, and up to another that is not too late for it.
func (r Reminders) Due(after, now time.Time) bool {
	if late := now.Add(-tooLate); after.Before(late) {
		after = late
	}
	at, is := r.Next(after)
	return is && !at.After(now)
}

// on is a minute of the day so many days after that of t.
func on(t time.Time, days, minute int) time.Time {
	year, month, date := t.Date()
	return time.Date(year, month, date+days, minute/60, minute%60, 0, 0, t.Location())
}

// ParseTimeOfDay reads a time of day, "7:30" or "07:30", as minutes since midnight.
func ParseTimeOfDay(s string) (int, error) {
	hour, minute, colon := strings.Cut(strings.TrimSpace(s), ":")
	h, errHour := strconv.Atoi(hour)
	m, errMinute := strconv.Atoi(minute)
	if !colon || errHour != nil || errMinute != nil || len(hour) > 2 || len(minute) != 2 || h < 0 || h > 23 || m < 0 || m > 59 {
		return 0, fmt.Errorf("%q is not a time of day such as 7:30", clip(s))
	}
	return h*60 + m, nil
}

// FormatTimeOfDay prints minutes since midnight, "07:30".
func FormatTimeOfDay(minute int) string { return fmt.Sprintf("%02d:%02d", minute/60, minute%60) }
