package journal

import (
	"strconv"
	"strings"
	"time"
)

// Words are the sentences of a language: one for a key, or several, or one for a number of things. Those used
// here are named below.
type Words interface {
	Text(key string) string
	Lines(key string) []string
	Count(key string, n int) string
}

// When is a moment in words, in its own zone: "Tuesday 24 November, evening". The year is told where it is
// not the year of now. It uses the texts journal_when and journal_when_year, with {weekday}, {day},
// {month}, {year} and {part} in them, and the lines weekdays (from Sunday), months (from January) and
// day_parts (night, morning, afternoon, evening).
func When(at, now time.Time, w Words) string {
	key := "journal_when"
	if at.Year() != now.In(at.Location()).Year() {
		key = "journal_when_year"
	}
	return strings.NewReplacer(
		"{weekday}", pick(w.Lines("weekdays"), int(at.Weekday())),
		"{day}", strconv.Itoa(at.Day()),
		"{month}", pick(w.Lines("months"), int(at.Month())-1),
		"{year}", strconv.Itoa(at.Year()),
		"{part}", pick(w.Lines("day_parts"), part(at.Hour())),
	).Replace(w.Text(key))
}

// part is the part of the day that an hour is in, 0 to 3.
func part(hour int) int {
	switch {
	case hour < 5 || hour >= 22:
		return 0
	case hour < 12:
		return 1
	case hour < 17:
		return 2
	}
	return 3
}

// Span is how long something took, in words and about: "20 seconds", "5 minutes", "1 hour, 20 minutes".
// Less than a second is the text journal_moment. It counts seconds, minutes and hours.
func Span(d time.Duration, w Words) string {
	if d < time.Second {
		return w.Text("journal_moment")
	}
	if d < time.Minute {
		return w.Count("seconds", int(d/time.Second))
	}
	d = d.Round(time.Minute)
	hours, minutes := int(d/time.Hour), int(d%time.Hour/time.Minute)
	switch {
	case hours == 0:
		return w.Count("minutes", minutes)
	case minutes == 0:
		return w.Count("hours", hours)
	}
	return w.Count("hours", hours) + ", " + w.Count("minutes", minutes)
}

// What is what a session was, in words: "Hum breath, 5 minutes."
func What(s Session, w Words) string {
	title := s.Title
	if title == "" {
		title = s.Practice
	}
	return strings.TrimPrefix(title+", ", ", ") + Span(s.Elapsed, w) + "."
}

func pick(all []string, i int) string {
	if i < 0 || i >= len(all) {
		return ""
	}
	return all[i]
}
