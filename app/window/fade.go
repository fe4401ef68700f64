package window

import (
	"math"
	"time"
)

// fadeSteps is how finely a fade is drawn: each step of a text is a texture of its own.
const fadeSteps = 20

// fade is a strength that moves to 0 or 1 in a given time. Times are monotonic, in nanoseconds.
type fade struct {
	part float64 // 0..1
	up   bool
	last int64
}

// to sets out for 1 (up) or 0, from wherever it is.
func (f *fade) to(up bool, now int64) {
	if f.up != up {
		f.up, f.last = up, now
	}
}

// tick moves on, taking the given time for the whole way, and reports the strength in steps.
func (f *fade) tick(now int64, whole time.Duration) float64 {
	by := float64(now-f.last) / float64(whole)
	f.last = now
	if !f.up {
		by = -by
	}
	f.part = min(max(f.part+by, 0), 1)
	return math.Round(ease(f.part)*fadeSteps) / fadeSteps
}

// moving says whether it has not arrived.
func (f *fade) moving() bool { return (f.up && f.part < 1) || (!f.up && f.part > 0) }

// saying shows one text at a time: the old one fades before the new one comes.
type saying struct {
	fade
	text, next  string
	leave, come time.Duration
}

// say asks for a text; "" is silence.
func (s *saying) say(text string, now int64) {
	s.next = text
	s.to(s.text == text && text != "", now)
}

// tick moves on: the text to show, and its strength.
func (s *saying) tick(now int64) (string, float64) {
	whole := s.leave
	if s.up {
		whole = s.come
	}
	part := s.fade.tick(now, whole)
	if s.part == 0 && s.text != s.next {
		s.text = s.next
		s.to(s.text != "", now)
		return s.text, 0
	}
	return s.text, part
}

// waiting says whether there is more to come or to go.
func (s *saying) waiting() bool { return s.text != s.next || s.moving() }
