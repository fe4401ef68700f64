package breath

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// The bounds of a pattern. They keep a pattern breathable: nothing faster than
// ten breaths a minute, nothing that asks for a long hold.
const (
	MinMove   = 1500 * time.Millisecond // shortest in-breath or out-breath
	MaxMove   = 30 * time.Second        // longest in-breath or out-breath
	MaxStill  = 15 * time.Second        // longest hold or rest
	MinPeriod = 6 * time.Second         // shortest whole breath
)

// Default is the pattern that is used when nothing else was chosen: a longer
// out-breath and no holds.
var Default = Pattern{In: 4 * time.Second, Out: 6 * time.Second}

// Pattern is how long the four parts of one breath last, in whole
// milliseconds: in, hold (full), out, rest (empty).
type Pattern struct {
	In, Hold, Out, Rest time.Duration
}

// Parse reads a pattern written in seconds, either "4-6" (in, out) or
// "4-0-6-0" (in, hold, out, rest), with decimals down to the millisecond. The
// error says in one line what is wrong and what to write instead.
func Parse(s string) (Pattern, error) {
	parts := strings.Split(s, "-")
	if len(parts) == 3 {
		// Two readings are possible and one of them holds the breath: ask.
		four := s + "-0"
		if _, err := Parse(four); err != nil {
			four = "4-0-6-0"
		}
		return Pattern{}, fmt.Errorf("pattern %q has three parts; write all four, in-hold-out-rest, such as %q", clip(s), four)
	}
	if len(parts) != 2 && len(parts) != 4 {
		return Pattern{}, fmt.Errorf("pattern %q is not in-out, such as 4-6, or in-hold-out-rest, such as 4-0-6-0", clip(s))
	}
	var d [4]time.Duration
	for i, part := range parts {
		ms, err := seconds(part)
		if err != nil {
			return Pattern{}, fmt.Errorf("pattern %q: %w", clip(s), err)
		}
		d[i] = ms
	}
	p := Pattern{In: d[0], Hold: d[1], Out: d[2], Rest: d[3]}
	if len(parts) == 2 {
		p = Pattern{In: d[0], Out: d[1]}
	}
	if err := p.Validate(); err != nil {
		return Pattern{}, fmt.Errorf("pattern %q: %w", clip(s), err)
	}
	return p, nil
}

// Validate reports in one line why p cannot be breathed, or nil.
func (p Pattern) Validate() error {
	for _, part := range p.parts() {
		if part.length%time.Millisecond != 0 {
			return fmt.Errorf("%s is finer than a millisecond", part.name)
		}
		if part.length < part.min || part.length > part.max {
			return fmt.Errorf("%s lasts %s to %s s, not %s",
				part.name, text(part.min), text(part.max), text(part.length))
		}
	}
	if p.Period() < MinPeriod {
		return fmt.Errorf("a whole breath lasts at least %s s, not %s", text(MinPeriod), text(p.Period()))
	}
	return nil
}

// Period is how long one whole breath lasts.
func (p Pattern) Period() time.Duration { return p.In + p.Hold + p.Out + p.Rest }

// String prints p in its shortest form: "4-6" without hold and rest,
// otherwise all four parts, such as "4-7-8-0".
func (p Pattern) String() string {
	if p.Hold == 0 && p.Rest == 0 {
		return text(p.In) + "-" + text(p.Out)
	}
	return text(p.In) + "-" + text(p.Hold) + "-" + text(p.Out) + "-" + text(p.Rest)
}

type part struct {
	name             string
	length, min, max time.Duration
}

func (p Pattern) parts() [4]part {
	return [4]part{
		{"the in-breath", p.In, MinMove, MaxMove},
		{"the hold", p.Hold, 0, MaxStill},
		{"the out-breath", p.Out, MinMove, MaxMove},
		{"the rest", p.Rest, 0, MaxStill},
	}
}

// seconds reads a plain decimal number of seconds, such as "4" or "5.5". It is
// stricter than strconv (no sign, exponent, Inf, NaN or underscore), so that
// what is printed is what was written.
func seconds(s string) (time.Duration, error) {
	whole, fraction, dotted := strings.Cut(s, ".")
	if !digits(whole) || (dotted && !digits(fraction)) {
		return 0, fmt.Errorf("%q is not a number of seconds", clip(s))
	}
	if len(fraction) > 3 {
		return 0, fmt.Errorf("%q is finer than a millisecond; use at most three decimals", clip(s))
	}
	whole = strings.TrimLeft(whole, "0")
	if len(whole) > 6 {
		return 0, errors.New("a part is far too long")
	}
	// "0" in front keeps an empty whole part readable; three decimals make it milliseconds.
	ms, err := strconv.ParseInt("0"+whole+(fraction + "000")[:3], 10, 64)
	if err != nil {
		return 0, fmt.Errorf("%q is not a number of seconds", clip(s))
	}
	return time.Duration(ms) * time.Millisecond, nil
}

func digits(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return s != ""
}

// text prints d in seconds with as many decimals as it needs, to the millisecond.
func text(d time.Duration) string {
	return strconv.FormatFloat(float64(d.Milliseconds())/1000, 'f', -1, 64)
}

// clip keeps a quoted mistake short enough for one line.
func clip(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "..."
	}
	return s
}
