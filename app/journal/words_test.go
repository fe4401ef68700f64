package journal

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// plain are words of the tests' own.
type plain struct{}

func (plain) Text(key string) string {
	return map[string]string{
		"journal":           "Journal",
		"journal_when":      "{weekday} {day} {month}, {part}",
		"journal_when_year": "{weekday} {day} {month} {year}, {part}",
		"journal_moment":    "a moment",
	}[key]
}

func (plain) Lines(key string) []string {
	return map[string][]string{
		"weekdays": {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
		"months": {
			"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		},
		"day_parts": {"night", "morning", "afternoon", "evening"},
	}[key]
}

func (plain) Count(key string, n int) string {
	if n == 1 {
		key = strings.TrimSuffix(key, "s")
	}
	return fmt.Sprint(n, " ", key)
}

// none is a language whose words are missing.
type none struct{}

func (none) Text(key string) string    { return key }
func (none) Lines(key string) []string { return nil }
func (none) Count(string, int) string  { return "" }

var berlin = time.FixedZone("", 3600)

func TestWhen(t *testing.T) {
	now := time.Date(2026, 11, 30, 12, 0, 0, 0, berlin)
	for _, c := range []struct {
		at   time.Time
		want string
	}{
		{time.Date(2026, 11, 24, 18, 30, 0, 0, berlin), "Tuesday 24 November, evening"},
		{time.Date(2026, 1, 1, 0, 0, 0, 0, berlin), "Thursday 1 January, night"},
		{time.Date(2025, 12, 31, 23, 59, 0, 0, berlin), "Wednesday 31 December 2025, night"},
		{time.Date(2026, 3, 1, 5, 0, 0, 0, berlin), "Sunday 1 March, morning"},
		{time.Date(2026, 2, 28, 12, 0, 0, 0, berlin), "Saturday 28 February, afternoon"},
		{time.Date(2026, 2, 28, 4, 59, 0, 0, berlin), "Saturday 28 February, night"},
		{time.Date(2026, 2, 28, 11, 59, 0, 0, berlin), "Saturday 28 February, morning"},
		{time.Date(2026, 2, 28, 16, 59, 0, 0, berlin), "Saturday 28 February, afternoon"},
		{time.Date(2026, 2, 28, 17, 0, 0, 0, berlin), "Saturday 28 February, evening"},
		{time.Date(2026, 2, 28, 21, 59, 0, 0, berlin), "Saturday 28 February, evening"},
		// The year is that of the moment's own zone.
		{time.Date(2027, 1, 1, 0, 30, 0, 0, time.FixedZone("", 14*3600)), "Friday 1 January 2027, night"},
	} {
		if got := When(c.at, now, plain{}); got != c.want {
			t.Errorf("%v: %q, want %q", c.at, got, c.want)
		}
	}
	if got := When(now, now, none{}); got != "journal_when" {
		t.Errorf("without words: %q", got)
	}
}

func TestWhatASessionWas(t *testing.T) {
	for _, c := range []struct {
		elapsed time.Duration
		want    string
	}{
		{0, "Hum breath, a moment."},
		{999 * time.Millisecond, "Hum breath, a moment."},
		{time.Second, "Hum breath, 1 second."},
		{59999 * time.Millisecond, "Hum breath, 59 seconds."},
		{time.Minute, "Hum breath, 1 minute."},
		{90 * time.Second, "Hum breath, 2 minutes."},
		{5 * time.Minute, "Hum breath, 5 minutes."},
		{time.Hour - time.Second, "Hum breath, 1 hour."},
		{80 * time.Minute, "Hum breath, 1 hour, 20 minutes."},
		{24 * time.Hour, "Hum breath, 24 hours."},
	} {
		if got := What(Session{Practice: "hum-breath", Title: "Hum breath", Elapsed: c.elapsed}, plain{}); got != c.want {
			t.Errorf("%v: %q, want %q", c.elapsed, got, c.want)
		}
	}
	if got := What(Session{Practice: "own", Elapsed: time.Minute}, plain{}); got != "own, 1 minute." {
		t.Errorf("a practice that is gone: %q", got)
	}
	if got := What(Session{Elapsed: time.Minute}, plain{}); got != "1 minute." {
		t.Errorf("no practice: %q", got)
	}
}
