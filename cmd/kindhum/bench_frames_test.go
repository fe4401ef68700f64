//go:build e2e

package main_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

// Whether a whole session drops frames, counted in the window itself. KINDHUM_MINUTES is how long it is; 10.
func TestWindowFrames(t *testing.T) {
	minutes := int(recorded(t) / time.Minute)
	d := sit(t, with{display: true, sound: true, wide: true})
	frames := d.path("frames")
	d.env = append(d.env, "KINDHUM_FRAMES="+frames)
	d.speaker.settle()
	b := &bench{desk: d, news: d.follow()}
	w := b.open(false)
	b.must("begin", "--length", fmt.Sprintf("%dm", minutes), "--lead-in", "0")
	b.news.in(10*time.Second, "running")
	b.news.in(time.Duration(minutes+1)*time.Minute, "idle")
	b.close(w)
	written, err := os.ReadFile(frames)
	if err != nil {
		t.Fatalf("the window has not counted its frames: %v", err)
	}
	m := counted.FindStringSubmatch(string(written))
	if m == nil {
		t.Fatalf("what the window counted cannot be read: %q", written)
	}
	t.Log(strings.TrimSpace(string(written)))
	looks, _ := strconv.Atoi(m[1]) // the pattern lets only digits through
	missed, _ := strconv.Atoi(m[5])
	if least := minutes * 60 * 60 * 9 / 10; looks+missed < least {
		t.Errorf("%d frames were counted, not %d and more", looks+missed, least)
	}
	if held := most(fmt.Sprintf("frames dropped in a session of %d minutes, %%", minutes), 100*float64(missed)/float64(looks+missed), 1); held.held {
		t.Log(held.String())
	} else {
		t.Error(held.String())
	}
}
