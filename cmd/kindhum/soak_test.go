//go:build e2e

package main_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"kindhum/app/store"
)

const (
	soakTick  = 900 * time.Millisecond // an old line is gone after 0.7 s
	soakEvery = 10 * time.Second       // between two looks at the memory
	soakWarm  = 10*time.Minute + soakEvery
	workday   = 8.0 // hours
)

// TestBarGrowth has the real window go through session after session, with all that a person may do meanwhile a
// hundred times as often as anybody does it, and fits a line to the memory of each process. The bar: what is open
// for a working day may not take twice what it took at first. What is surely more is a failure; a slope of which that
// cannot be said, for the processes breathe too, is printed with its spread. Before the line begins, what is kept
// for a minute, as Fyne does with the pictures of words, has come and gone ten times, and the player's heap and its
// database's cache, which grow for about a thousand wishes and then no more, are as large as they become. KINDHUM_MINUTES is for how long it is fitted; 12.
func TestBarGrowth(t *testing.T) {
	over := 12 * time.Minute
	if n, err := strconv.ParseFloat(os.Getenv("KINDHUM_MINUTES"), 64); err == nil && n > 0 {
		over = time.Duration(n * float64(time.Minute))
	}
	d := sit(t, with{display: true, sound: true})
	d.speaker.settle()
	d.prefer(func(w *store.Window) { w.SafetySeen = true })
	d.env = append(d.env, "GODEBUG=gctrace=1") // the window tells of its heap
	news := d.follow()
	d.start(d.command(program(t), "show"))
	s := &soak{desk: d, w: d.screen.window(15 * time.Second), lines: map[string]*fit{}}
	s.through(soakWarm, nil)
	news.await(10*time.Second, "a session", func(s status) bool { return s.State != "idle" })
	s.begun = time.Now()
	s.through(over, s.look)
	for _, what := range []string{"window", "its heap", "player", "sound"} {
		f := s.lines[what]
		if f == nil || len(f.x) < 4 {
			t.Errorf("%s was not seen", what)
			continue
		}
		slope, spread := f.slope()
		most := f.y[0] / workday
		t.Logf("%-9s %5.1f to %5.1f MB over %.0f min: %+6.2f MB/h, give or take %.2f, at most %.2f", what, f.y[0], f.y[len(f.y)-1],
			60*(f.x[len(f.x)-1]-f.x[0]), slope, spread, most)
		if slope-spread > most {
			t.Errorf("%s grows", what)
		}
	}
	t.Logf("meanwhile %d acts, %d of them sessions begun", s.acts, s.begins)
}

// remembers does something with what is remembered on the desk.
func (d *desk) remembers(do func(context.Context, *store.Store) error) {
	d.t.Helper()
	s, err := store.Open(d.path("home/.local/share/kindhum"))
	if err != nil {
		d.t.Fatal(err)
	}
	if err := errors.Join(do(context.Background(), s), s.Close()); err != nil {
		d.t.Fatal(err)
	}
}

// prefer changes what the window remembers before it is opened.
func (d *desk) prefer(change func(*store.Window)) {
	d.t.Helper()
	kept := store.DefaultWindow()
	change(&kept)
	d.remembers(func(ctx context.Context, s *store.Store) error { return s.SetWindow(ctx, kept) })
}

// kept is what the window remembers now.
func (d *desk) kept() (kept store.Window) {
	d.t.Helper()
	d.remembers(func(ctx context.Context, s *store.Store) (err error) {
		kept, err = s.Window(ctx)
		return err
	})
	return kept
}

// soak is a desk on which the window is used all the time.
type soak struct {
	*desk
	w            *window
	lines        map[string]*fit // the memory of each process over time, MB by hours
	begun        time.Time
	acts, begins int
}

// day is what is done, over and over. A line that begins with a slash is keys for the window; with an equals sign, a theme; the
// others are commands.
var day = strings.Split(`begin --length 1m --pattern 1.5-4.5 --lead-in 0
/Up
toggle
toggle
ease
ease
/F1
/Escape
=dark
/Down
/h
/Next
/Escape
toggle
toggle
=light
volume 40
longer
/m
/m
ease
ease
stop
/Escape
/Tab
/1
/2
begin --length 20s --lead-in 0 --pattern 4-6
/F11
/F11
=dark
tone
=light
toggle
toggle
stop
/Escape`, "\n")

// through goes through days for a time, and calls look between.
func (s *soak) through(over time.Duration, look func()) {
	s.t.Helper()
	tick := time.NewTicker(soakTick)
	defer tick.Stop()
	looked := time.Now()
	for end := time.Now().Add(over); time.Now().Before(end); <-tick.C {
		s.act(day[s.acts%len(day)])
		s.acts++
		if look != nil && time.Since(looked) >= soakEvery {
			looked = time.Now()
			look()
		}
	}
}

func (s *soak) act(what string) {
	s.t.Helper()
	switch {
	case strings.HasPrefix(what, "/"):
		s.w.press(what[1:])
	case strings.HasPrefix(what, "="):
		s.theme(what[1:])
	default:
		s.must(strings.Fields(what)...)
		if strings.HasPrefix(what, "begin") {
			s.begins++
		}
	}
}

// theme has all Fyne programs of the desk in a theme, as Fyne's own settings program does.
func (s *soak) theme(name string) {
	s.t.Helper()
	dir := s.path("home/.config/fyne")
	err := os.MkdirAll(dir, 0o700)
	if err == nil {
		err = os.WriteFile(dir+"/settings.json", fmt.Appendf(nil, `{"theme":%q}`, name), 0o600)
	}
	if err != nil {
		s.t.Fatal(err)
	}
}

// traced is the heap that was live after a collection, in MB, as GODEBUG=gctrace=1 tells it.
var traced = regexp.MustCompile(`gc \d+ @.*->(\d+) MB, `)

// look notes how large each process is. The player and its sound come and go, and begin anew then.
func (s *soak) look() {
	hours := time.Since(s.begun).Hours()
	note := func(what string, mb float64) {
		if s.lines[what] == nil {
			s.lines[what] = &fit{}
		}
		if mb > 0 {
			s.lines[what].add(hours, mb)
		}
	}
	note("window", float64(size(s.pid("show")))/1024)
	note("player", float64(size(s.pid("player")))/1024)
	note("sound", float64(size(s.pid("sound")))/1024)
	log, err := os.ReadFile(s.path("kindhum.log"))
	if all := traced.FindAllSubmatch(log, -1); err == nil && len(all) > 0 {
		heap, _ := strconv.ParseFloat(string(all[len(all)-1][1]), 64) // the pattern lets only digits through
		note("its heap", heap)
	}
}

// fit is a straight line through points, by least squares.
type fit struct{ x, y []float64 }

func (f *fit) add(x, y float64) { f.x, f.y = append(f.x, x), append(f.y, y) }

// slope is that of the line, and twice its standard error.
func (f *fit) slope() (slope, spread float64) {
	n := float64(len(f.x))
	var mx, my, xx, xy, rest float64
	for i := range f.x {
		mx, my = mx+f.x[i]/n, my+f.y[i]/n
	}
	for i := range f.x {
		xx += (f.x[i] - mx) * (f.x[i] - mx)
		xy += (f.x[i] - mx) * (f.y[i] - my)
	}
	slope = xy / xx
	for i := range f.x {
		off := f.y[i] - my - slope*(f.x[i]-mx)
		rest += off * off
	}
	return slope, 2 * math.Sqrt(rest/(n-2)/xx)
}
