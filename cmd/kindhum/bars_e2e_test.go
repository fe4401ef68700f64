//go:build e2e

package main_test

import (
	"context"
	"math"
	"strings"
	"testing"
	"time"

	"kindhum/app/control"
	"kindhum/audio/measure"
)

// strange is how much of the sound, sample by sample, is no steady sine of a pitch: what a sine's next sample would be,
// by its recurrence x[n+1] = 2 cos(w) x[n] - x[n-1], taken from what it is.
func strange(x []float64, hz float64) []float64 {
	c := 2 * math.Cos(2*math.Pi*hz/measure.Rate)
	out := make([]float64, len(x))
	for i := 1; i+1 < len(x); i++ {
		out[i] = x[i+1] - c*x[i] + x[i-1]
	}
	return out
}

// odd is over what a speaker's floats or a device's gain round, and far under any change that is heard.
const odd = 1e-7

// changing is the first and the last second at which x is not a steady sine of hz, or for 0 not silent; false where
// it is that all through.
func changing(x []float64, hz float64) (first, last float64, is bool) {
	if hz == 0 {
		return 0, float64(len(x)-silentSince(x)) / measure.Rate, true
	}
	for i, v := range strange(x, hz) {
		if math.Abs(v) > odd {
			last = float64(i) / measure.Rate
			if !is {
				first, is = last, true
			}
		}
	}
	return first, last, is
}

// silentSince is how many samples at the end of x are no sound at all.
func silentSince(x []float64) (n int) {
	for n < len(x) && x[len(x)-1-n] == 0 {
		n++
	}
	return n
}

// How soon a wish is heard, from before its command is started. What is measured is printed.
func TestBarWishesAreHeardSoon(t *testing.T) {
	d := sit(t, with{sound: true})
	d.speaker.settle()
	news := d.follow()
	muted := func(is bool) func() {
		return func() {
			set := control.Set{}
			set.Sound.Muted = &is
			d.wish(control.MethodSet, set)
		}
	}
	command := func(line string) func() { return func() { d.must(strings.Fields(line)...) } }
	const tone = "tone --room 0 --volume 75 "
	for _, c := range []struct {
		name     string
		before   string
		act      func()
		was, is  float64 // Hz, of a pure tone before and after; 0 is another sound, or none
		begin    time.Duration
		complete time.Duration
	}{
		{"pause", tone + "--voice pure", command("pause"), 528, 0, 150 * time.Millisecond, 450 * time.Millisecond},
		{"stop", tone + "--voice pure", command("stop"), 528, 0, 150 * time.Millisecond, 1700 * time.Millisecond},
		{"volume", tone + "--voice pure", command("volume 50"), 528, 528, 150 * time.Millisecond, 500 * time.Millisecond},
		{"mute", tone + "--voice pure", muted(true), 528, 528, 150 * time.Millisecond, 500 * time.Millisecond},
		{"unmute", "", muted(false), 528, 528, 150 * time.Millisecond, 500 * time.Millisecond},
		{"pitch", tone + "--voice pure --pitch 528", command(tone + "--voice pure --pitch 264"), 528, 264, 500 * time.Millisecond, 500 * time.Millisecond},
		{"voice", tone + "--voice hum --pitch 264", command(tone + "--voice pure --pitch 264"), 0, 264, 0, 500 * time.Millisecond},
		{"room", tone + "--voice pure --pitch 528 --room 80", command(tone + "--voice pure"), 528, 528, 500 * time.Millisecond, 500 * time.Millisecond},
	} {
		if c.before != "" {
			d.must(strings.Fields(c.before)...)
			news.in(10*time.Second, "tone")
		}
		from := d.speaker.played()
		d.until(20*time.Second, "it is steady", func() bool { return d.speaker.played() > from+4*time.Second })
		asked := time.Now()
		c.act()
		d.until(20*time.Second, "it was heard", func() bool { return d.speaker.played() > from+7*time.Second })
		x := d.speaker.since(asked.Add(-500 * time.Millisecond))
		begin, complete := math.NaN(), math.NaN()
		if c.was > 0 {
			if first, _, is := changing(x, c.was); is {
				begin = first - 0.5
			}
			if !(begin > 0 && begin < c.begin.Seconds()) {
				t.Errorf("%s begins to be heard after %.3f s", c.name, begin)
			}
		}
		if _, last, is := changing(x, c.is); is {
			complete = last - 0.5
		}
		if !(complete > 0 && complete < c.complete.Seconds()) {
			t.Errorf("%s is complete after %.3f s", c.name, complete)
		}
		t.Logf("%s: heard to begin after %.0f ms, complete after %.0f ms", c.name, 1000*begin, 1000*complete)
	}
}

// wish sends a wish for which there is no command.
func (d *desk) wish(method string, params any) {
	d.t.Helper()
	ctx, cancel := context.WithTimeout(d.t.Context(), 5*time.Second)
	defer cancel()
	c, err := control.Dial(ctx, d.path("run/kindhum"), control.Hello{})
	if err == nil {
		defer c.Close() //nolint:errcheck // the answer is what counts
		err = c.Call(ctx, method, params)
	}
	if err != nil {
		d.t.Fatalf("%s: %v", method, err)
	}
}
