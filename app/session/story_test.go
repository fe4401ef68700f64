package session

import (
	"testing"
	"time"

	"kindhum/app/breath"
	"kindhum/app/choice"
	"pgregory.net/rapid"
)

func TestASessionFromBeginToIdle(t *testing.T) {
	s, effects := Next(State{}, Event{Wish: Begin, Plan: timed})
	if got := told(s, effects); got != "lead-in play" {
		t.Fatal(got)
	}
	for _, c := range []struct {
		want string
		at   time.Duration
	}{
		{"lead-in", 3*sec - 1},
		{"running log", 3 * sec},
		{"running", 63*sec - 1},
		{"ending end:time", 63 * sec},
		{"ending", 65*sec - 1},
		{"idle hush", 65 * sec},
	} {
		s, effects = Next(s, Event{Wish: Tick, At: c.at})
		if got := told(s, effects); got != c.want {
			t.Errorf("at %v: %q, want %q", c.at, got, c.want)
		}
	}
}

func TestWithoutALeadInTheFirstBreathIsLoggedAtOnce(t *testing.T) {
	p := timed
	p.LeadIn = 0
	if got := told(Next(State{}, Event{Wish: Begin, Plan: p})); got != "running play log" {
		t.Error(got)
	}
}

func TestASessionEndsAfterAWholeOutBreath(t *testing.T) {
	p := timed
	p.Length, p.Pattern = 61*sec, breath.Pattern{In: 4 * sec, Hold: 4 * sec, Out: 4 * sec, Rest: 4 * sec}
	end, timed := begun(p).Line.End()
	if want := p.LeadIn + 4*16*sec - 4*sec; !timed || end != want {
		t.Errorf("the session ends at %v, want %v", end, want)
	}
}

func TestPauseKeepsThePlace(t *testing.T) {
	s := begun(timed, running, Event{Wish: Pause, At: 8 * sec})
	_, effects := Next(s, Event{Wish: Resume, At: 99 * sec})
	if play, ok := effects[0].(Play); !ok || play.At != 8*sec || play.Fade != FadePause {
		t.Errorf("resumes with %+v", effects)
	}
}

func TestLongerMovesTheEnd(t *testing.T) {
	s := begun(timed, running)
	before, _ := s.Line.End()
	s, _ = Next(s, Event{Wish: Longer, At: 8 * sec})
	if end, _ := s.Line.End(); end != before+60*sec {
		t.Errorf("the end moved from %v to %v", before, end)
	}
	// Also when the time is just up: then the breath goes on.
	s = begun(timed, running, Event{Wish: Tick, At: 63 * sec})
	s, _ = Next(s, Event{Wish: Longer, At: 64 * sec})
	if m := s.Line.At(64 * sec); s.Mode != Running || m.Phase != breath.In || m.Cycle != 6 {
		t.Errorf("%v, %+v", s.Mode, m)
	}
}

func TestTheSleepTimerIsRestarted(t *testing.T) {
	minute := choice.Tone{Timer: 60 * sec, Fade: 20 * sec}
	s := after(Event{Wish: ToneOn, Tone: minute})
	if at, ok := s.Wake(); !ok || at != 60*sec || s.Line.Fade != 20*sec {
		t.Errorf("wakes at %v, %v, fades over %v", at, ok, s.Line.Fade)
	}
	s, _ = Next(s, Event{Wish: ToneOn, At: 50 * sec, Tone: minute})
	if at, _ := s.Wake(); at != 110*sec {
		t.Errorf("wakes at %v", at)
	}
	if s, effects := Next(s, Event{Wish: Tick, At: 110 * sec}); told(s, effects) != "idle hush" {
		t.Error(told(s, effects))
	}
}

func TestHowLongASleepTimerFades(t *testing.T) {
	for _, c := range []struct{ timer, fade, want time.Duration }{
		{time.Hour, 5 * time.Minute, 5 * time.Minute},
		{time.Minute, 5 * time.Minute, 30 * sec}, // half of it at most
		{time.Hour, 0, FadeStop},                 // none is still no click
		{2 * sec, 0, sec},
	} {
		s := after(Event{Wish: ToneOn, Tone: choice.Tone{Timer: c.timer, Fade: c.fade}})
		if s.Line.Fade != c.want || s.Line.Until != c.timer {
			t.Errorf("%+v: it fades over %v until %v", c, s.Line.Fade, s.Line.Until)
		}
	}
}

func TestAToneGivesWayWithTheLeadIn(t *testing.T) {
	for lead, want := range map[time.Duration]time.Duration{0: FadeStop, 3 * sec: 3 * sec, 60 * sec: longestSeam} {
		p := timed
		p.LeadIn = lead
		_, effects := Next(after(startingTone), Event{Wish: Begin, At: 8 * sec, Plan: p})
		if play, ok := effects[0].(Play); !ok || play.Fade != want {
			t.Errorf("with a lead-in of %v: %+v, want a fade of %v", lead, effects[0], want)
		}
	}
}

func TestATrialIsHeardAndLeavesNoTrace(t *testing.T) {
	for kind, c := range map[Trial]struct {
		at      time.Duration
		noBells bool
	}{TryHum: {4 * sec, true}, TryBreath: {0, true}, TryBells: {0, false}} {
		p := trial
		p.Trial = kind
		s, effects := Next(State{}, Event{Wish: Try, Plan: p})
		play, ok := effects[0].(Play)
		if !ok || len(effects) != 1 || play.At != c.at || play.Fade != 0 || play.Line.NoBells != c.noBells {
			t.Errorf("trial %d: %+v", kind, effects)
		}
		if wake, ok := s.Wake(); !ok || wake != 10*sec {
			t.Errorf("trial %d wakes at %v, %v", kind, wake, ok)
		}
		s, effects = Next(s, Event{Wish: Tick, At: 10 * sec})
		if got := told(s, effects); got != "ending" {
			t.Errorf("trial %d: %q", kind, got)
		}
		s, effects = Next(s, Event{Wish: Tick, At: 12 * sec})
		if got := told(s, effects); got != "idle hush" {
			t.Errorf("trial %d: %q", kind, got)
		}
	}
}

func TestTheHumStaysWhenASessionTurnsIntoTheTone(t *testing.T) {
	s, effects := Next(begun(timed, running), Event{Wish: ToneOn, At: 9 * sec})
	change, ok := effects[1].(Change)
	if !ok || change.Line.Shape != breath.Steady || change.Line.From != 9*sec {
		t.Fatalf("%+v", effects)
	}
	if was, is := begun(timed).Line.At(9*sec).Hum, s.Line.At(9*sec).Hum; was != is {
		t.Errorf("the hum jumps from %v to %v", was, is)
	}
	if h := s.Line.At(9*sec + time.Hour).Hum; h != breath.SteadyLevel {
		t.Errorf("an hour later it is %v", h)
	}
}

func TestEasingRunsOutWithItsSession(t *testing.T) {
	s := begun(timed, running, Event{Wish: Ease, At: 6 * sec})
	s, effects := Next(s, Event{Wish: Tick, At: 63 * sec})
	if got := told(s, effects); got != "ending end:time" {
		t.Error(got)
	}
	if h := s.Line.At(65 * sec).Hum; h != 0 {
		t.Errorf("the eased hum is still %v after the end", h)
	}
}

// Whatever is wished in whatever order, the state stays one that can be shown, and every
// session that was entered in the log is closed before another is entered.
func TestAnyStory(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var s State
		var at time.Duration
		inLog := false
		for range rapid.IntRange(1, 40).Draw(t, "events") {
			plan := rapid.SampledFrom([]Plan{timed, open, trial}).Draw(t, "plan")
			wish := Wish(rapid.IntRange(int(Tick), int(Sleep)).Draw(t, "wish"))
			at += time.Duration(rapid.Int64Range(0, int64(20*sec)).Draw(t, "later"))
			length := time.Duration(rapid.Int64Range(0, 60).Draw(t, "for")) * sec
			if (wish == Try) != (plan.Trial != NoTrial) {
				wish = Tick
			}
			tone := choice.Tone{Timer: length, Fade: length / 2, Swell: length}
			var effects []Effect
			s, effects = Next(s, Event{Wish: wish, At: at, Plan: plan, Tone: tone})
			for _, e := range effects {
				switch e := e.(type) {
				case LogBegin:
					if inLog {
						t.Fatal("a second session entered the log before the first one left it")
					}
					inLog = true
				case LogEnd:
					if !inLog && s.Mode != Ending {
						t.Fatal("a session left the log that was not in it")
					}
					inLog = false
				case Play:
					at = e.At
				}
			}
			inLog = inLog || (s.IsSession() && s.Logged) // longer reopens what just ended
			if s.Mode == Idle && s != (State{}) {
				t.Fatalf("idle, yet %+v", s)
			}
			if wake, ok := s.Wake(); ok && wake < 0 {
				t.Fatalf("wakes at %v", wake)
			}
		}
	})
}
