package window

import (
	"fmt"
	"io"
	"math"
	"time"
)

// tickTime is how often the driver looks for something to draw.
const tickTime = time.Second / 60

// tally counts the frames of a window, for measuring. A nil one counts nothing and costs nothing. Times
// are monotonic, in nanoseconds, and can be compared with those of other processes.
type tally struct {
	ticks, drawn, same, late, missed int // while a session was on the screen and its clock ran

	last  int64 // the tick before, in a session; 0 is none
	first int64 // the first frame was on the screen
	asked int64 // a session was last wished for here; 0 once it has moved
	begun []time.Duration
}

// look counts a look for something to draw in a session, where one is due after each of some time. drew says that there was
// something. A look that comes later than one and a half of that time after the last is late, and what it has missed was not drawn.
func (t *tally) look(now int64, drew bool, due time.Duration) {
	if t == nil {
		return
	}
	t.ticks++
	if drew {
		t.drawn++
	} else {
		t.same++
	}
	if t.last != 0 {
		if since := time.Duration(now - t.last); since > due*3/2 {
			t.late++
			t.missed += int(math.Round(float64(since)/float64(due))) - 1
		}
	}
	t.last = now
}

// rest says that no session moves just now: what comes next is not late.
func (t *tally) rest() {
	if t != nil {
		t.last = 0
	}
}

// opened notes that the first frame is on the screen.
func (t *tally) opened(now int64) {
	if t != nil && t.first == 0 {
		t.first = now
	}
}

// begin notes that a session is wished for.
func (t *tally) begin(now int64) {
	if t != nil {
		t.asked = now
	}
}

// moved notes that what was wished for is seen to move.
func (t *tally) moved(now int64) {
	if t != nil && t.asked != 0 {
		t.begun, t.asked = append(t.begun, time.Duration(now-t.asked)), 0
	}
}

// dropped is the part of the frames that were due and missed, 0..1.
func (t *tally) dropped() float64 {
	return float64(t.missed) / float64(max(t.ticks+t.missed, 1))
}

// write writes one line of words and numbers, for people and for tests.
func (t *tally) write(to io.Writer) {
	if t == nil {
		return
	}
	// There is nobody to tell that measuring failed but who measures, and they miss the line.
	_, _ = fmt.Fprintf(to, "frames: ticks %d drawn %d same %d late %d missed %d dropped %.2f %% first %d begun",
		t.ticks, t.drawn, t.same, t.late, t.missed, 100*t.dropped(), t.first)
	for _, d := range t.begun {
		_, _ = fmt.Fprintf(to, " %.0f", d.Seconds()*1000)
	}
	_, _ = fmt.Fprintln(to)
}
