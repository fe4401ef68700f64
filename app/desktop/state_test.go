package desktop

import (
	"testing"
	"time"
)

const sec = time.Second

func playing(track int64, elapsed time.Duration) State {
	return State{Playback: Playing, Track: track, Length: 60 * sec, Clock: Clock{Elapsed: elapsed, Zero: 3 * sec, At: int64(100 * sec), Running: true}}
}

func TestPosition(t *testing.T) {
	paused, open, stopped := playing(1, 13*sec), playing(1, 100*sec), playing(1, 13*sec)
	paused.Playback, paused.Clock.Running = Paused, false
	open.Length = 0
	stopped.Playback = Stopped
	for name, c := range map[string]struct {
		s    State
		want time.Duration
	}{
		"runs":             {playing(1, 13*sec), 12 * sec},
		"in the lead-in":   {playing(1, 0), 0},
		"never beyond":     {playing(1, 70*sec), 60 * sec},
		"open":             {open, 99 * sec},
		"stands":           {paused, 10 * sec},
		"nothing plays":    {stopped, 0},
		"nothing whatever": {State{Playback: Stopped}, 0},
	} {
		if got := c.s.Position(int64(102 * sec)); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestWhatJumpsIsTold(t *testing.T) {
	was := playing(1, 13*sec)
	later := func(s State, by time.Duration) State {
		s.Clock.Elapsed += by
		s.Clock.At += int64(by)
		return s
	}
	paused, settling := was, playing(1, 1*sec)
	paused.Playback, paused.Clock.Running = Paused, false
	settling.Settling = true
	for name, c := range map[string]struct {
		was, is State
		want    bool
	}{
		"time goes by":          {was, later(was, 5*sec), false},
		"a little late":         {was, playing(1, 12900*time.Millisecond), false},
		"ahead":                 {was, playing(1, 14*sec), true},
		"back":                  {was, playing(1, 12*sec), true},
		"paused":                {was, paused, false},
		"goes on":               {paused, was, false},
		"something new":         {was, playing(2, 3*sec), false},
		"a session to its tone": {was, playing(2, 13*sec), true},
		"out of nothing":        {State{Playback: Stopped}, playing(0, 3*sec), false},
		"the lead-in is over":   {settling, playing(1, 3*sec), true},
		"it ends":               {was, State{Playback: Stopped, Track: 1}, false},
	} {
		if got := c.is.jumps(c.was, c.is.Clock.At); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
