package breath

import (
	"errors"
	"fmt"
	"slices"
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
	MinSigh   = 1 * time.Second         // shortest second in-breath, where there is one
)

// Default is the pattern that is used when nothing else was chosen: a longer
// out-breath and no holds.
var Default = Pattern{In: 4 * time.Second, Out: 6 * time.Second}

// Pattern is how long the four parts of one breath last, in whole
// milliseconds: in, hold (full), out, rest (empty). Sigh is the last part of In in
// which a second, smaller in-breath comes on top of the first, as in a sigh of
// relief: 0 is none, otherwise MinSigh to half of In.
type Pattern struct {
	In, Hold, Out, Rest time.Duration
	Sigh                time.Duration
}

// Parse reads a pattern written in seconds, either "4-6" (in, out) or
// "4-0-6-0" (in, hold, out, rest), with decimals down to the millisecond. In both, an
// in-breath such as "3+1" is two: one of 3 s and a second, small one of 1 s on top of it. The
// error says in one line what is wrong and what to write instead.
func Parse(s string) (Pattern, error) {
	parts := strings.Split(s, "-")
	if s != "" && slices.Contains(parts, "") {
		return Pattern{}, fmt.Errorf("pattern %q has an empty part; write in-out, such as 4-6, or in-hold-out-rest, such as 4-0-6-0", clip(s))
	}
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
	p, err := read(parts)
	if err == nil {
		err = p.Validate()
	}
	if err != nil {
		return Pattern{}, fmt.Errorf("pattern %q: %w", clip(s), err)
	}
	return p, nil
}

// tooLong is more than any part may last, and stands for whatever is far more.
const tooLong = 999_999 * time.Second

// errHuge is a part of more digits than can mean anything.
var errHuge = errors.New("a part is far too long")

// read reads two parts, or four.
func read(parts []string) (Pattern, error) {
	var p Pattern
	to := []*time.Duration{&p.In, &p.Hold, &p.Out, &p.Rest}
	if len(parts) == 2 {
		to = []*time.Duration{&p.In, &p.Out}
	}
	var err error
	if large, small, two := strings.Cut(parts[0], "+"); two && large != "" {
		if small == "" {
			return p, errors.New("a second in-breath has no length; write it such as 3+1")
		}
		if p.Sigh, err = seconds(small); errors.Is(err, errHuge) {
			return p, &Flaw{Part: "sigh", Least: MinSigh, Is: tooLong}
		}
		if err != nil {
			return p, err
		}
		parts[0] = large
	}
	for i, part := range parts {
		if *to[i], err = seconds(part); errors.Is(err, errHuge) {
			*to[i] = tooLong // the bounds are told in its place
		} else if err != nil {
			return p, err
		}
	}
	p.In += p.Sigh
	return p, nil
}

// Validate reports in one line why p cannot be breathed, or nil. The error is a *Flaw.
func (p Pattern) Validate() error {
	for _, part := range p.parts() {
		if part.length%time.Millisecond != 0 {
			return &Flaw{Part: part.name, Fine: true}
		}
		if part.length < part.min || part.length > part.max {
			return &Flaw{Part: part.name, Least: part.min, Most: part.max, Is: part.length}
		}
	}
	if p.Sigh%time.Millisecond != 0 {
		return &Flaw{Part: "sigh", Fine: true}
	}
	if p.Sigh != 0 && (p.Sigh < MinSigh || p.Sigh > p.In/2) {
		return &Flaw{Part: "sigh", Least: MinSigh, Most: p.In / 2, Is: p.Sigh}
	}
	if p.Period() < MinPeriod {
		return &Flaw{Part: "whole", Least: MinPeriod, Is: p.Period()}
	}
	return nil
}

// Period is how long one whole breath lasts.
func (p Pattern) Period() time.Duration { return p.In + p.Hold + p.Out + p.Rest }

// String prints p in its shortest form: "4-6" without hold and rest,
// otherwise all four parts, such as "4-7-8-0"; "3+1-8" where the in-breath is two.
func (p Pattern) String() string {
	in := Seconds(p.In - p.Sigh)
	if p.Sigh != 0 {
		in += "+" + Seconds(p.Sigh)
	}
	if p.Hold == 0 && p.Rest == 0 {
		return in + "-" + Seconds(p.Out)
	}
	return in + "-" + Seconds(p.Hold) + "-" + Seconds(p.Out) + "-" + Seconds(p.Rest)
}

type part struct {
	name             string
	length, min, max time.Duration
}

func (p Pattern) parts() [4]part {
	return [4]part{
		{"in", p.In, MinMove, MaxMove},
		{"hold", p.Hold, 0, MaxStill},
		{"out", p.Out, MinMove, MaxMove},
		{"rest", p.Rest, 0, MaxStill},
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
		return 0, errHuge
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

// Seconds prints d in seconds with as many decimals as it needs, to the millisecond.
func Seconds(d time.Duration) string {
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
