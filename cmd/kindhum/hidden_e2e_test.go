//go:build e2e

package main_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
	"time"

	"kindhum/audio/measure"
)

// silence is a level no swell of the program is under for long.
const silence = -75.0

func TestProgramPlaysTheToneWithoutAWindow(t *testing.T) {
	t.Parallel()
	d := sit(t, with{sound: true})
	d.speaker.settle()
	news := d.follow()
	d.must("tone")
	news.in(5*time.Second, "tone")
	news.sounding(5*time.Second, "ok")
	d.speaker.heard(5*time.Second, "the tone is heard", -45, true)
	d.must("volume", "60")
	news.await(5*time.Second, "volume 60", func(s status) bool { return s.Volume == 60 })
	if d.pid("show") != 0 || d.status().Window {
		t.Error("the tone has a window")
	}

	asked := time.Now()
	d.must("stop")
	silent := d.speaker.heard(5*time.Second, "the tone fades away", silence, false)
	if took := silent.Sub(asked); took < 500*time.Millisecond || took > 3*time.Second {
		t.Errorf("stop was silent after %v, want a fade of 1.5 s", took)
	}
	noClick(t, d.speaker.since(asked.Add(-time.Second)))
	news.in(5*time.Second, "idle")
	idle := time.Now()
	// The follower is a process of its own, and stays.
	d.until(20*time.Second, "no process is left", func() bool { return d.pid("player") == 0 && d.pid("sound") == 0 })
	t.Logf("the player ended %.1f s after the tone", time.Since(idle).Seconds())
	if s := d.status(); s.State != "idle" || s.PID != nil {
		t.Errorf("with no player status says %+v", s)
	}
}

// noClick fails when 20 ms of a fading sound have more over 7 kHz than half a second at its beginning has on
// average, by more than 3 dB.
func noClick(t *testing.T, x []float64) {
	t.Helper()
	const block = measure.Rate / 50
	if len(x) < measure.Rate {
		t.Fatalf("only %d samples of the fade were recorded", len(x))
	}
	loudest := func(x []float64) float64 {
		level := measure.Floor
		for at := 0; at+block <= len(x); at += block / 2 {
			level = max(level, measure.BandLevel(x[at:at+block], 7000, measure.Rate/2))
		}
		return level
	}
	steady, fading := loudest(x[:measure.Rate/2]), loudest(x[measure.Rate/2:])
	if !(fading < max(steady+3, -85)) {
		t.Errorf("a click: %.1f dBFS over 7 kHz in the fade, %.1f before it", fading, steady)
	}
}

func TestProgramNeedsNoDisplay(t *testing.T) {
	t.Parallel()
	d := sit(t, with{sound: true})
	d.speaker.settle()
	news := d.follow()
	d.must("begin", "--hidden", "--length", "20s", "--pattern", "1.5-4.5", "--lead-in", "0")
	news.in(5*time.Second, "running")
	news.sounding(5*time.Second, "ok")
	d.speaker.heard(6*time.Second, "the hum", -45, true)
	d.must("pause")
	news.in(2*time.Second, "paused")
	d.speaker.heard(2*time.Second, "the pause", silence, false)
	d.must("resume")
	news.in(2*time.Second, "running")
	d.must("begin", "--hidden", "--length", "20s", "--pattern", "1.5-4.5", "--lead-in", "0")
	news.in(10*time.Second, "running")
	if s := d.run(); s.code != 1 || !strings.Contains(s.err, "display") || strings.Count(s.err, "\n") != 1 {
		t.Errorf("kindhum alone: exit %d, %q", s.code, s.err)
	}
	d.must("tone")
	news.in(15*time.Second, "tone")
	d.must("stop")
	news.in(5*time.Second, "idle")
	log := d.log()
	if len(log) != 2 || log[0].Ended != "replaced" || log[1].Ended != "tone" {
		t.Errorf("the log holds %+v, want one replaced and one that became a tone", log)
	}
}

// entry is a session as `kindhum log --format json` prints it.
type entry struct {
	Pattern string
	Length  *float64
	Elapsed float64
	Breaths int
	Ended   string
}

func (d *desk) log() []entry {
	d.t.Helper()
	var entries []entry
	if err := json.Unmarshal([]byte(d.must("log", "--format", "json")), &entries); err != nil {
		d.t.Fatalf("log: %v", err)
	}
	return entries
}

// near fails when a number is further from another than allowed. NaN fails.
func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if !(math.Abs(got-want) <= within) {
		t.Errorf("%s is %.3f, want %.3f within %.3f", what, got, want, within)
	}
}
