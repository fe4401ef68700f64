//go:build e2e

package main_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The rows of the table.
const (
	emptyIdle     = "empty window"
	emptyPainting = "empty window, repainting"
	reference     = "reference page in Chromium"
	atRest        = "at rest, window open"
	inSession     = "session on screen"
	lessMotion    = "session with less motion"
	iconified     = "session, window minimised"
	covered       = "session, window covered"
	paused        = "session paused"
	withoutWindow = "session without a window"
	toneShown     = "tone with its window"
	toneAlone     = "tone without a window"
	closed        = "closed, nothing plays"
)

var rows = []string{
	emptyIdle, emptyPainting, reference, atRest, inSession, lessMotion, iconified, covered, paused, withoutWindow,
	toneShown, toneAlone, closed,
}

// What the window takes of the machine in each state, all processes together, beside an empty window and a web
// page that does about the same, in rounds of which the median counts. KINDHUM_ROUNDS is how many; 3.
func TestWindowCosts(t *testing.T) {
	rounds := 3
	if n, err := strconv.Atoi(os.Getenv("KINDHUM_ROUNDS")); err == nil && n > 0 {
		rounds = n
	}
	d := sit(t, with{display: true, sound: true, wide: true})
	frames := d.path("frames")
	d.env = append(d.env, "KINDHUM_FRAMES="+frames)
	d.speaker.settle()
	d.speaker.unheard()
	b := &bench{desk: d, loads: map[string][]load{}, news: d.follow()}
	b.empty = d.startEmpty()
	b.empty.still(true)
	for range rounds {
		b.round()
	}
	t.Log("\n" + b.table())
	written, err := os.ReadFile(frames)
	if err != nil {
		t.Fatalf("the window has not counted its frames: %v", err)
	}
	for _, bar := range append(b.bars(), b.frameBars(string(written))...) {
		t.Log(bar.String())
		if !bar.held {
			t.Error("a bar is missed")
		}
	}
}

// median is the median of a number of all rounds of a state, or false where there are none.
func (b *bench) median(state string, number func(load) float64) (float64, bool) {
	var all []float64
	for _, l := range b.loads[state] {
		all = append(all, number(l))
	}
	return middle(all), len(all) > 0
}

func middle(x []float64) float64 {
	if len(x) == 0 {
		return 0
	}
	x = slices.Sorted(slices.Values(x))
	return (x[(len(x)-1)/2] + x[len(x)/2]) / 2
}

func percent(l load) float64  { return 100 * l.cpu }
func megabyte(l load) float64 { return float64(l.memory) / 1024 }
func alone(l load) float64    { return 100 * l.window }

// table is all medians, with their ratios to the page and to the empty window.
func (b *bench) table() string {
	var s strings.Builder
	fmt.Fprintf(&s, "%-28s %8s %8s %9s %9s %8s %9s\n", "", "CPU %", "of page", "- empty", "MB (PSS)", "of page", "of empty")
	ratio := func(x float64, state string, number func(load) float64) string {
		if of, is := b.median(state, number); is && of > 0 {
			return fmt.Sprintf("%.2f", x/of)
		}
		return "-"
	}
	idle, _ := b.median(emptyIdle, percent)
	for _, state := range rows {
		cpu, is := b.median(state, percent)
		if !is {
			continue
		}
		memory, _ := b.median(state, megabyte)
		fmt.Fprintf(&s, "%-28s %8.2f %8s %+9.2f %9.1f %8s %9s\n", state, cpu, ratio(cpu, reference, percent), cpu-idle,
			memory, ratio(memory, reference, megabyte), ratio(memory, emptyIdle, megabyte))
	}
	return s.String()
}

// bar is one that was measured.
type bar struct {
	what      string
	is, least float64 // least is what it may be at most
	held      bool
}

func most(what string, is, most float64) bar { return bar{what, is, most, is <= most} }

func (b bar) String() string {
	yes := "yes"
	if !b.held {
		yes = "NO"
	}
	return fmt.Sprintf("%-62s %8.2f, at most %7.2f: %s", b.what, b.is, b.least, yes)
}

// bars are those of the processor and the memory.
func (b *bench) bars() (all []bar) {
	of := func(state string, number func(load) float64) float64 { x, _ := b.median(state, number); return x }
	idle := of(emptyIdle, percent)
	if browser() != "" {
		all = append(all,
			most("a session's CPU, of the page's", of(inSession, percent)/of(reference, percent), 2.0/3),
			most("a session's memory, of the page's", of(inSession, megabyte)/of(reference, megabyte), 0.4))
	}
	return append(all,
		most("at rest, % of a core", of(atRest, percent), idle+0.2),
		most("the window while minimised, % of a core", of(iconified, alone), idle+0.2),
		most("the window while covered, % of a core", of(covered, alone), idle+0.2),
		most("the tone without a window, % of a core", of(toneAlone, percent), 1.5),
		most("the tone without a window, MB", of(toneAlone, megabyte), 32),
		most("closed, % of a core", of(closed, percent), 0.2))
}

var counted = regexp.MustCompile(`ticks (\d+) drawn (\d+) same (\d+) late (\d+) missed (\d+) .* first (\d+) begun(.*)`)

// frameBars are those of the frames, from what the windows have written.
func (b *bench) frameBars(written string) []bar {
	var sum [5]int
	var begins []float64
	for _, m := range counted.FindAllStringSubmatch(written, -1) {
		for k := range sum {
			n, _ := strconv.Atoi(m[k+1]) // the pattern lets only digits through
			sum[k] += n
		}
		for _, ms := range strings.Fields(m[7]) {
			n, _ := strconv.ParseFloat(ms, 64)
			begins = append(begins, n)
		}
	}
	b.t.Logf("frames of the sessions: %d looks, %d drawn, %d as before, %d late, %d missed", sum[0], sum[1], sum[2], sum[3], sum[4])
	all := []bar{
		most("frames dropped in sessions, %", 100*float64(sum[4])/float64(max(sum[0]+sum[4], 1)), 1),
		most("Begin to the first moving frame, ms", middle(begins), 100),
	}
	for i, of := range [][]float64{{float64(sum[0])}, begins} {
		all[i].held = all[i].held && len(of) > 0 && of[0] > 0
	}
	return all
}
