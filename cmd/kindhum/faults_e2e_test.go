//go:build e2e

package main_test

import (
	"fmt"
	"math"
	"strings"
	"syscall"
	"testing"
	"time"

	"kindhum/audio/measure"
)

// The shortest breath there is, so that a hum is never far: 1.5 s in, 4.5 s out.
const (
	quickIn     = 1.5
	quickBreath = 6.0
)

// beginQuick begins an open session of quick breaths.
func (d *desk) beginQuick(more ...string) {
	d.t.Helper()
	d.must(append(append(strings.Fields("begin --length open --pattern 1.5-4.5"), plain...), more...)...)
}

func TestProgramOutlivesItsSoundProcessAndItsWindow(t *testing.T) {
	t.Parallel()
	d := sit(t, with{display: true, sound: true})
	d.speaker.settle()
	news := d.follow()
	d.beginQuick()
	news.await(15*time.Second, "sound and a window", func(s status) bool { return s.sound() == "ok" && s.Window })
	d.awaitPhase("out")
	d.hums(3 * time.Second)

	first := d.pid("sound")
	killed := d.kill(first)
	d.awaitPhase("in")
	swells := measure.Swells(d.speaker.since(killed), -50)
	if len(swells) == 0 || swells[len(swells)-1].Start > 2 {
		t.Errorf("killed in the middle of a hum, the sound was heard again at %v; want within 2 s", swells)
	}
	t.Logf("what was heard after the sound process was killed: %v", swells)
	if now := d.pid("sound"); now == 0 || now == first {
		t.Errorf("the sound process is %d, killed was %d", now, first)
	}
	d.inStep()

	before := *d.status().Elapsed
	gone := d.kill(d.pid("show"))
	news.await(5*time.Second, "the window is gone", func(s status) bool { return !s.Window && s.State == "running" })
	d.hums(d.untilHum() + time.Second)
	d.start(d.command(program(t))) // kindhum alone
	news.await(15*time.Second, "the window is back", func(s status) bool { return s.Window && s.State == "running" })
	if s := d.status(); s.Elapsed == nil || *s.Elapsed < before || d.pid("sound") == 0 {
		t.Errorf("the session is at %v, it was at %.1f s before the window was killed", s.Elapsed, before)
	}
	w := d.screen.window(15 * time.Second)
	d.until(15*time.Second, "the new window shows the circle", func() bool { return w.light() > 50 })
	d.inStep()
	for _, gap := range measure.Gaps(d.speaker.since(gone), quickIn+0.5) {
		t.Errorf("a gap of %.2f s in what was played without the window", gap.End-gap.Start)
	}
}

func TestProgramOutlivesTheSoundServer(t *testing.T) {
	t.Parallel()
	d := sit(t, with{sound: true})
	d.speaker.settle()
	news := d.follow()
	d.beginQuick("--hidden")
	news.sounding(10*time.Second, "ok")
	d.hums(7 * time.Second)

	before, at := d.statusAt()
	d.speaker.kill()
	news.sounding(5*time.Second, "lost")
	d.goesOn(before, at)

	d.speaker.start()
	returned := time.Now()
	news.sounding(5*time.Second, "ok")
	// The breath that is under way may be at its in-breath: the hum cannot be back before that has ended.
	heard := d.hums(5*time.Second + d.untilHum())
	t.Logf("status said ok, and a hum was heard %.2f s after the server's return", heard.Sub(returned).Seconds())
	d.goesOn(before, at)
	d.inStep()
}

func TestProgramWithoutSoundGoesOnSilently(t *testing.T) {
	t.Parallel()
	d := sit(t, with{display: true})
	news := d.follow()
	d.beginQuick()
	news.sounding(10*time.Second, "none")
	news.await(10*time.Second, "the window is there", func(s status) bool { return s.Window })
	before, at := d.statusAt()
	w := d.screen.window(15 * time.Second)
	least, most := math.MaxInt, 0
	d.until(15*time.Second, "the circle opens and settles", func() bool {
		light := w.light()
		least, most = min(least, light), max(most, light)
		return float64(least) < 0.8*float64(most)
	})
	d.goesOn(before, at)

	d.speaker = newSpeaker(d)
	d.speaker.start()
	news.sounding(10*time.Second, "ok")
	d.hums(5*time.Second + d.untilHum())
	d.goesOn(before, at)
	d.inStep()
}

// kill ends a process as a crash would.
func (d *desk) kill(pid int) time.Time {
	d.t.Helper()
	d.signal(pid, syscall.SIGKILL)
	return time.Now()
}

// untilHum is how long it is at most until a hum begins anew: nothing within an out-breath's first part.
func (d *desk) untilHum() time.Duration {
	d.t.Helper()
	s := d.status()
	if s.Elapsed == nil {
		d.t.Fatalf("nothing is going on: %+v", s)
	}
	in := math.Mod(*s.Elapsed, quickBreath)
	switch {
	case in < quickIn:
		return seconds(quickIn - in + 0.5)
	case in < quickIn+2.5:
		return 0
	}
	return seconds(quickBreath - in + quickIn + 0.5)
}

// hums waits until the hum is heard, and returns when that was.
func (d *desk) hums(within time.Duration) time.Time {
	d.t.Helper()
	return d.speaker.heard(within, "the hum is heard", -45, true)
}

// goesOn checks that the session's time has gone on as fast as the clock since it was looked at.
func (d *desk) goesOn(before status, at time.Time) {
	d.t.Helper()
	now, then := d.statusAt()
	if now.State != "running" || now.Elapsed == nil || before.Elapsed == nil {
		d.t.Fatalf("the session does not go on: %+v", now)
	}
	near(d.t, "the session's time", *now.Elapsed-*before.Elapsed, then.Sub(at).Seconds(), 0.5)
}

// awaitPhase waits until the breath is in a phase.
func (d *desk) awaitPhase(phase string) {
	d.t.Helper()
	d.until(7*time.Second, "the breath goes "+phase, func() bool { p := d.status().Phase; return p != nil && *p == phase })
}

// inStep waits for the next hum to begin and checks that status has the breath at the same place.
func (d *desk) inStep() {
	d.t.Helper()
	d.awaitPhase("in")
	inhaling := time.Now()
	d.awaitPhase("out")
	d.speaker.heard(5*time.Second, "its hum", -45, true)
	s, at := d.statusAt()
	if s.Elapsed == nil {
		d.t.Fatalf("nothing is going on: %+v", s)
	}
	swells := measure.Swells(d.speaker.since(inhaling), -60)
	if len(swells) == 0 {
		d.t.Fatal("no swell was recorded")
	}
	said := at.Add(-seconds(math.Mod(*s.Elapsed, quickBreath) - quickIn)) // when the out-breath began, by status
	played := inhaling.Add(seconds(swells[len(swells)-1].Start))
	near(d.t, fmt.Sprintf("the hum of the breath at %.1f s against status, in seconds", *s.Elapsed),
		played.Sub(said).Seconds(), 0.1, 0.25)
}
