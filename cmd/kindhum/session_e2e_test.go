//go:build e2e

package main_test

import (
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"kindhum/audio/measure"
)

// sight is how large the circle was at a moment, and what status said just then, where it was asked.
type sight struct {
	at    time.Time
	light float64 // pixels
	said  *status
}

// A whole session as a person meets it: window, circle, hum, status and log tell of the same breaths. It has the machine to itself:
// beside other tests any sound has gaps, also that of a plain stream to a sink of its own (13 of each in six minutes).
func TestProgramSession(t *testing.T) {
	const in, out, breaths = 4.0, 6.0, 3
	d := sit(t, with{display: true, sound: true})
	d.speaker.settle()
	news := d.follow()
	asked := time.Now()
	d.must(append(strings.Fields("begin --length 30s --pattern 4-6"), plain...)...)
	news.in(5*time.Second, "running")
	w := d.screen.window(15 * time.Second)

	seen := d.watched(w)
	news.in(10*time.Second, "idle")
	w.save("end")

	sound := d.speaker.since(asked)
	swells := measure.Swells(sound, loudest(sound)-34)
	if len(swells) != breaths {
		t.Fatalf("the speaker played %d swells, want %d: %v", len(swells), breaths, swells)
	}
	for i, s := range swells {
		if i > 0 {
			near(t, "from swell to swell", s.Start-swells[i-1].Start, in+out, 0.05)
		}
		if length := s.End - s.Start; length < 0.8*out-0.35 || length > out+0.1 {
			t.Errorf("swell %d lasts %.2f s", i+1, length)
		}
		near(t, "its pitch", measure.Frequency(part(sound, s.Start+1, s.Start+4), 528), 528, 0.1)
		if gaps := measure.Gaps(part(sound, s.Start, s.Start+0.8*out-0.35), 0.001); len(gaps) > 0 {
			t.Errorf("swell %d has gaps: %v", i+1, gaps)
		}
		// The hum begins where the in-breath ends: there the circle is largest, and status says so too.
		if i > 0 { // during the first in-breath the window was still opening
			turned(t, seen, asked.Add(seconds(s.Start)), in, out)
		}
	}

	log := d.log()
	if len(log) != 1 || log[0].Pattern != "4-6" || log[0].Length == nil || *log[0].Length != 30 || log[0].Breaths != breaths || log[0].Ended != "time" {
		t.Fatalf("the log holds %+v, want one session of 30 s with %d breaths, ended by time", log, breaths)
	}
	near(t, "its elapsed time in the log", log[0].Elapsed, 30, 0.5)
}

// watched is what is seen of a session of half a minute until it ends: the circle twenty times a second, and what status says four
// times, as each asking is a process that takes half a tenth of a second of a processor.
func (d *desk) watched(w *window) (seen []sight) {
	d.t.Helper()
	saved := false
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for ; len(seen) < 3000; <-tick.C {
		var said *status
		if len(seen)%5 == 0 {
			s := d.status()
			if s.State != "running" {
				return seen
			}
			if s.Elapsed == nil || s.Phase == nil {
				d.t.Fatalf("in session status says %+v", s)
			}
			if said = &s; !saved && *s.Elapsed > 15 {
				w.save("session") // settling, with its words
				saved = true
			}
		}
		seen = append(seen, sight{time.Now(), float64(w.light()), said})
	}
	d.t.Fatal("a session of half a minute does not end")
	return nil
}

// turned checks what was seen of one breath against the moment its hum began.
func turned(t *testing.T, seen []sight, turn time.Time, in, out float64) {
	t.Helper()
	// What is least and most, without the few pictures in which the window was still opening.
	lights := make([]float64, 0, len(seen))
	for _, s := range seen {
		lights = append(lights, s.light)
	}
	slices.Sort(lights)
	least, most := lights[len(lights)*8/100], lights[len(lights)*98/100]
	half := (least + most) / 2
	if most < 2*least || most < 100 {
		t.Fatalf("the circle is from %.0f to %.0f pixels: it does not breathe", least, most)
	}
	var rose, fell float64 // when the circle passed half its size, in seconds from the turn
	largest, when := 0.0, 0.0
	for i, s := range seen[1:] {
		since := s.at.Sub(turn).Seconds()
		if since < -in || since > out {
			continue
		}
		if s.light > largest {
			largest, when = s.light, since
		}
		before := seen[i].light
		switch {
		case before < half && s.light >= half:
			rose = since
		case before >= half && s.light < half:
			fell = since
		}
		if s.said == nil {
			continue
		}
		apart := math.Remainder(*s.said.Elapsed-in-since, in+out)
		near(t, "the place in the breath, by status against the speaker", apart, 0, 0.2)
		if phase := *s.said.Phase; math.Abs(since) > 0.3 && since > -in+0.3 && since < out-0.3 && (phase == "in") != (since < 0) {
			t.Errorf("%.2f s from the turn status says %s", since, phase)
		}
	}
	near(t, "the circle's largest, from the end of the in-breath", when, 0, 0.5)
	near(t, "the circle half open, from the middle of the in-breath", rose, -in/2, 0.3)
	near(t, "the circle half closed, from the middle of the out-breath", fell, out/2, 0.4)
	near(t, "the circle's largest against all breaths", largest, most, 0.1*most)
}

// loudest is the level of the loudest 10 ms, in dBFS.
func loudest(x []float64) float64 {
	level := measure.Floor
	for _, v := range measure.Envelope(x, measure.Rate/100) {
		level = max(level, measure.DB(v))
	}
	return level
}
