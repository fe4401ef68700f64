package session

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"kindhum/app/breath"
	"kindhum/app/choice"
)

const sec = time.Second

var (
	timed = Plan{Practice: "p", Pattern: breath.Default, Length: 60 * sec, LeadIn: 3 * sec, Tail: 2 * sec}
	open  = Plan{Practice: "p", Pattern: breath.Default, LeadIn: 3 * sec, Tail: 2 * sec}
	trial = Plan{Pattern: breath.Default, Length: 10 * sec, Tail: 2 * sec, Trial: TryHum}
)

// after plays events from idle on.
func after(events ...Event) State {
	var s State
	for _, e := range events {
		s, _ = Next(s, e)
	}
	return s
}

func begun(p Plan, events ...Event) State {
	return after(append([]Event{{Wish: Begin, Plan: p}}, events...)...)
}

var (
	running      = Event{Wish: Tick, At: 5 * sec}
	startingTone = Event{Wish: ToneOn}
)

// every is each state there is, and the elapsed time at which the wishes come.
func every() map[string]struct {
	state State
	at    time.Duration
} {
	type s = struct {
		state State
		at    time.Duration
	}
	return map[string]s{
		"idle":          {State{}, 0},
		"lead-in":       {begun(timed), sec},
		"running":       {begun(timed, running), 8 * sec},
		"open":          {begun(open, running), 8 * sec},
		"easing":        {begun(timed, running, Event{Wish: Ease, At: 6 * sec}), 8 * sec},
		"paused":        {begun(timed, running, Event{Wish: Pause, At: 8 * sec}), 8 * sec},
		"paused easing": {begun(timed, running, Event{Wish: Ease, At: 6 * sec}, Event{Wish: Pause, At: 8 * sec}), 8 * sec},
		"paused open":   {begun(open, running, Event{Wish: Pause, At: 8 * sec}), 8 * sec},
		"paused early":  {begun(timed, Event{Wish: Pause, At: sec}), sec},
		"paused tone":   {after(startingTone, Event{Wish: Pause, At: 8 * sec}), 8 * sec},
		"ended":         {begun(timed, running, Event{Wish: Tick, At: 63 * sec}), 64 * sec},
		"stopped":       {begun(timed, running, Event{Wish: Stop, At: 8 * sec}), 8500 * time.Millisecond},
		"tone":          {after(startingTone), 8 * sec},
		"trial":         {after(Event{Wish: Try, Plan: trial}), 6 * sec},
		"trial ended":   {after(Event{Wish: Try, Plan: trial}, Event{Wish: Tick, At: 10 * sec}), 11 * sec},
		"timed tone":    {after(Event{Wish: ToneOn, Tone: choice.Tone{Timer: 60 * sec}}), 8 * sec},
	}
}

// The table of the design: the state a wish leads to, then the effects in order.
var table = map[string]map[Wish]string{
	"idle": {
		Begin: "lead-in play", Try: "running play", ToneOn: "tone play", Pause: "idle refuse", Resume: "idle refuse", Toggle: "idle refuse",
		Ease: "idle refuse", Longer: "idle refuse", Stop: "idle refuse", Sleep: "idle",
	},
	"lead-in": {
		Begin: "lead-in play", Try: "lead-in", ToneOn: "tone change", Pause: "paused hush", Resume: "lead-in", Toggle: "paused hush",
		Ease: "easing change", Longer: "lead-in change", Stop: "ending hush", Sleep: "paused hush",
	},
	"running": {
		Begin: "lead-in end:replaced play", Try: "running", ToneOn: "tone end:tone change", Pause: "paused hush", Resume: "running", Toggle: "paused hush",
		Ease: "easing change", Longer: "running change", Stop: "ending end:stopped hush", Sleep: "paused hush",
	},
	"open": {
		Begin: "lead-in end:replaced play", Try: "running", ToneOn: "tone end:tone change", Pause: "paused hush", Resume: "running", Toggle: "paused hush",
		Ease: "easing change", Longer: "running refuse", Stop: "ending end:stopped hush", Sleep: "paused hush",
	},
	"easing": {
		Begin: "lead-in end:replaced play", Try: "easing", ToneOn: "tone end:tone change", Pause: "paused hush", Resume: "easing", Toggle: "paused hush",
		Ease: "running change", Longer: "easing change", Stop: "ending end:stopped hush", Sleep: "paused hush",
	},
	"paused": {
		Begin: "lead-in end:replaced play", Try: "paused", ToneOn: "tone end:tone play", Pause: "paused", Resume: "running play", Toggle: "running play",
		Ease: "easing play", Longer: "paused", Stop: "idle end:stopped hush", Sleep: "paused",
	},
	"paused easing": {
		Begin: "lead-in end:replaced play", Try: "paused", ToneOn: "tone end:tone play", Pause: "paused", Resume: "easing play", Toggle: "easing play",
		Ease: "easing play", Longer: "paused", Stop: "idle end:stopped hush", Sleep: "paused",
	},
	"paused open": {
		Begin: "lead-in end:replaced play", Try: "paused", ToneOn: "tone end:tone play", Pause: "paused", Resume: "running play", Toggle: "running play",
		Ease: "easing play", Longer: "paused refuse", Stop: "idle end:stopped hush", Sleep: "paused",
	},
	"paused early": {
		Begin: "lead-in play", Try: "paused", ToneOn: "tone play", Pause: "paused", Resume: "lead-in play", Toggle: "lead-in play",
		Ease: "easing play", Longer: "paused", Stop: "idle hush", Sleep: "paused",
	},
	"paused tone": {
		Begin: "lead-in play", Try: "paused", ToneOn: "tone play", Pause: "paused", Resume: "tone play", Toggle: "tone play",
		Ease: "paused", Longer: "paused", Stop: "idle hush", Sleep: "paused",
	},
	"ended": {
		Begin: "lead-in play", Try: "running play", ToneOn: "tone play", Pause: "ending", Resume: "ending", Toggle: "ending",
		Ease: "ending", Longer: "running change", Stop: "ending", Sleep: "ending",
	},
	"stopped": {
		Begin: "lead-in play", Try: "running play", ToneOn: "tone play", Pause: "ending", Resume: "ending", Toggle: "ending",
		Ease: "ending", Longer: "ending", Stop: "ending", Sleep: "ending",
	},
	"trial": {
		Begin: "lead-in play", Try: "running play", ToneOn: "tone change", Pause: "paused hush", Resume: "running", Toggle: "paused hush",
		Ease: "easing change", Longer: "running", Stop: "ending hush", Sleep: "paused hush",
	},
	"trial ended": {
		Begin: "lead-in play", Try: "running play", ToneOn: "tone play", Pause: "ending", Resume: "ending", Toggle: "ending",
		Ease: "ending", Longer: "ending", Stop: "ending", Sleep: "ending",
	},
	"tone": {
		Begin: "lead-in play", Try: "tone", ToneOn: "tone change", Pause: "paused hush", Resume: "tone", Toggle: "paused hush",
		Ease: "tone", Longer: "tone", Stop: "ending hush", Sleep: "paused hush",
	},
	"timed tone": {
		Begin: "lead-in play", Try: "tone", ToneOn: "tone change", Pause: "paused hush", Resume: "tone", Toggle: "paused hush",
		Ease: "tone", Longer: "tone change", Stop: "ending hush", Sleep: "paused hush",
	},
}

func told(s State, effects []Effect) string {
	words := []string{s.Mode.String()}
	for _, e := range effects {
		switch e := e.(type) {
		case Play:
			words = append(words, "play")
		case Change:
			words = append(words, "change")
		case Hush:
			words = append(words, "hush")
		case LogBegin:
			words = append(words, "log")
		case LogEnd:
			words = append(words, "end:"+e.How)
		case Refuse:
			words = append(words, "refuse")
		default:
			words = append(words, fmt.Sprintf("%T", e))
		}
	}
	return strings.Join(words, " ")
}

func TestEveryWishInEveryState(t *testing.T) {
	for name, c := range every() {
		row, ok := table[name]
		if !ok || len(row) != int(Sleep-Begin)+1 {
			t.Fatalf("the table has no whole row for %q", name)
		}
		for wish, want := range row {
			plan := timed
			if wish == Try {
				plan = trial
			}
			s, effects := Next(c.state, Event{Wish: wish, At: c.at, Plan: plan})
			if got := told(s, effects); got != want {
				t.Errorf("%s, wish %d: %q, want %q", name, wish, got, want)
			}
		}
	}
}
