package player

import (
	"testing"
	"time"

	"kindhum/app/choice"
	"kindhum/app/control"
	"kindhum/audio"
)

// sounds is the newest sound that the speaker was told.
func (s *speaker) sounds() choice.Sound {
	for i := len(s.told) - 1; i >= 0; i-- {
		if c := s.told[i]; c.Sound != nil {
			return *c.Sound
		}
	}
	return choice.Sound{}
}

func try(part string) control.Wish {
	return control.Wish{Method: control.MethodTry, Try: control.Try{Part: part}}
}

func TestASoundIsTriedAndNothingIsKeptOfIt(t *testing.T) {
	r := newRoom(t)
	reed := "reed"
	r.asks(control.Wish{Method: control.MethodSet, Set: control.Set{Sound: choice.SoundChange{Voice: &reed}, Remember: true}})
	r.asks(try(control.PartHum))
	p := r.speaker.plays()
	if p == nil || p.At != tried.In || p.Timeline.Breaths != 1 || !p.Timeline.NoBells || r.speaker.sounds().Voice != "reed" {
		t.Fatalf("plays %+v with %+v", p, r.speaker.sounds())
	}
	if s := r.snapshot(r.time); !s.Trial || s.Status.State != "running" || s.Status.Practice != nil {
		t.Errorf("%+v", s.Status.Progress)
	}
	r.asks(try(control.PartBells)) // another one takes its place at once
	if p := r.speaker.plays(); p.At != 0 || p.Timeline.NoBells || p.Fade != 300*time.Millisecond {
		t.Errorf("plays %+v", p)
	}
	r.later(20 * time.Second)
	if s := r.snapshot(r.time); s.Status.State != "idle" || s.Ended != "" || s.Trial {
		t.Errorf("%+v", s)
	}
	if l := r.log(); len(l) != 0 {
		t.Errorf("the log holds %+v", l)
	}
}

func TestWhatPlaysIsTrialEnough(t *testing.T) {
	r := newRoom(t)
	r.begins(nil)
	before := len(r.speaker.told)
	r.asks(try(control.PartHum))
	if len(r.speaker.told) != before || r.coming != nil || r.status().Practice == nil {
		t.Errorf("told %+v, %+v", r.speaker.told[before:], r.status().Progress)
	}
	if err := r.wish(t.Context(), try("drum")); err == nil {
		t.Error("a drum was tried")
	}
}

func TestTheToneIsAsItWasChosenLast(t *testing.T) {
	r := newRoom(t)
	swell, fade, timer := 12*time.Second, 2*time.Minute, time.Hour
	r.asks(control.Wish{Method: control.MethodTone, Tone: control.Tone{
		Tone: choice.ToneChange{Swell: &swell, Fade: &fade, Timer: &timer}, Remember: true,
	}})
	if p := r.speaker.plays(); p.Timeline.Swell != swell || p.Timeline.Fade != fade || p.Timeline.Until != timer {
		t.Errorf("%+v", p.Timeline)
	}
	r.asks(control.Wish{Method: control.MethodStop})
	r.later(2 * time.Second)
	r.asks(control.Wish{Method: control.MethodTone})
	if p := r.speaker.plays(); p.Timeline.Swell != swell || p.Timeline.Until != 0 {
		t.Errorf("the next one is %+v: it swells, and has no timer of its own accord", p.Timeline)
	}
	long := time.Hour
	err := r.wish(t.Context(), control.Wish{Method: control.MethodTone, Tone: control.Tone{Tone: choice.ToneChange{Swell: &long}}})
	if err == nil {
		t.Error("a swell of an hour was heeded")
	}
}

func TestAtNightItIsSofterWhereThatWasChosen(t *testing.T) {
	r := newRoom(t)
	today := time.Date(2026, 3, 1, 21, 0, 0, 0, time.Local)
	begun := r.time
	r.Today = func() time.Time { return today.Add(time.Duration(r.time - begun)) }
	night := true
	r.asks(control.Wish{Method: control.MethodSet, Set: control.Set{Sound: choice.SoundChange{Night: &night}, Remember: true}})
	r.asks(control.Wish{Method: control.MethodTone})
	r.heard(audio.OK)
	if v := r.speaker.sounds().Volume; v != 75 {
		t.Errorf("in the evening it is at %d", v)
	}
	r.later(45 * time.Minute)
	if v := r.speaker.sounds().Volume; v < 65 || v > 69 {
		t.Errorf("at dusk it is at %d", v)
	}
	r.later(20 * time.Minute)
	if v := r.speaker.sounds().Volume; v != 60 {
		t.Errorf("at night it is at %d", v)
	}
	if v := r.status().Volume; v != 75 {
		t.Errorf("what was chosen is said to be %d", v)
	}
	last := 75
	for _, c := range r.speaker.told {
		if c.Sound != nil {
			if step := last - c.Sound.Volume; step < 0 || step > 1 {
				t.Errorf("from %d to %d at once", last, c.Sound.Volume)
			}
			last = c.Sound.Volume
		}
	}
}
