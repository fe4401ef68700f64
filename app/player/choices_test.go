package player

import (
	"errors"
	"testing"
	"time"

	"kindhum/app/choice"
	"kindhum/app/control"
	"kindhum/audio"
)

func TestFlagsHoldForOneRun(t *testing.T) {
	r := newRoom(t)
	pure, quiet := "pure", 20
	r.begins(func(b *control.Begin) { b.Sound = choice.SoundChange{Voice: &pure, Volume: &quiet} })
	if s := r.status(); s.Voice != "pure" || s.Volume != 20 {
		t.Errorf("%+v", s.Hearing)
	}
	r.begins(nil)
	if s := r.status(); s.Voice != "hum" || s.Volume != 75 {
		t.Errorf("%+v", s.Hearing)
	}
}

func TestWhenItIsOverTheRememberedSoundIsBack(t *testing.T) {
	r := newRoom(t)
	pure := "pure"
	r.begins(func(b *control.Begin) { b.Sound = choice.SoundChange{Voice: &pure} })
	r.asks(control.Wish{Method: control.MethodStop})
	r.later(2 * time.Second)
	if s := r.status(); s.State != "idle" || s.Voice != "hum" {
		t.Errorf("%s, %+v", s.State, s.Hearing)
	}
}

func TestALongerSessionIsLongerInTheLog(t *testing.T) {
	r := newRoom(t)
	r.begins(nil)
	r.asks(control.Wish{Method: control.MethodLonger})
	if l := r.log(); l[0].Length != 80*time.Second || *r.status().Length != 80 {
		t.Errorf("%+v, %v", l[0], *r.status().Length)
	}
}

func TestTheVolumeIsRemembered(t *testing.T) {
	r := newRoom(t)
	quiet := 20
	r.begins(nil)
	r.asks(control.Wish{Method: control.MethodSet, Set: control.Set{Sound: choice.SoundChange{Volume: &quiet}, Remember: true}})
	if sound, err := r.Store.Sound(t.Context()); err != nil || sound.Volume != 20 || r.status().Volume != 20 {
		t.Errorf("%+v, %v", sound, err)
	}
	if c := r.speaker.told[len(r.speaker.told)-1]; c.Sound == nil || c.Sound.Volume != 20 {
		t.Errorf("told %+v", c)
	}
}

func TestWhatCannotBeKeptIsHeard(t *testing.T) {
	r := newRoom(t)
	r.begins(nil)
	if err := r.Store.Close(); err != nil { // as good as a disk that is gone
		t.Fatal(err)
	}
	quiet := 20
	set := control.Wish{Method: control.MethodSet, Set: control.Set{Sound: choice.SoundChange{Volume: &quiet}, Remember: true}}
	if err := r.wish(t.Context(), set); err == nil {
		t.Error("it is said to be remembered")
	}
	if c := r.speaker.told[len(r.speaker.told)-1]; r.status().Volume != 20 || c.Sound == nil || c.Sound.Volume != 20 {
		t.Errorf("the volume is %d, told %+v", r.status().Volume, c)
	}
}

func TestAMomentNeedsNoLeadIn(t *testing.T) {
	r := newRoom(t)
	r.asks(control.Wish{Method: control.MethodBegin, Begin: control.Begin{Moment: true}})
	if s := r.status(); s.State != "running" || *s.Practice != "kind-moment" || *s.Length != 20 {
		t.Errorf("%+v", s.Progress)
	}
}

func TestANewSessionTakesThePlaceOfTheOldOne(t *testing.T) {
	r := newRoom(t)
	r.begins(nil)
	r.hears(0)
	r.later(5 * time.Second)
	r.begins(nil)
	l := r.log()
	if len(l) != 2 || l[0].How != "replaced" || l[0].Elapsed != 5*time.Second || l[1].How != "" {
		t.Errorf("%+v", l)
	}
	if p := r.speaker.plays(); p.At != 0 || p.Fade != 1500*time.Millisecond {
		t.Errorf("%+v", p)
	}
}

func TestASessionTurnsIntoTheTone(t *testing.T) {
	r := newRoom(t)
	r.begins(nil)
	r.hears(0)
	r.later(5 * time.Second)
	minute := time.Minute
	r.asks(control.Wish{Method: control.MethodTone, Tone: control.Tone{Tone: choice.ToneChange{Timer: &minute}}})
	s := r.status()
	if s.State != "tone" || s.Practice != nil || s.Phase != nil || *s.Elapsed != 0 || *s.Length != 60 {
		t.Errorf("%+v", s.Progress)
	}
	if p := r.speaker.plays(); !p.Continue {
		t.Errorf("%+v", p)
	}
	r.later(61 * time.Second)
	if s := r.status(); s.State != "idle" {
		t.Errorf("%+v", s.Progress)
	}
}

func TestEasingRestsOnSomethingElse(t *testing.T) {
	r := newRoom(t)
	r.begins(nil)
	r.hears(0)
	r.later(2 * time.Second)
	r.asks(control.Wish{Method: control.MethodEase})
	if s := r.status(); s.State != "easing" || s.Phase != nil || *s.Line != "rest on a sound" {
		t.Errorf("%+v", s.Progress)
	}
}

func TestBadWishesAreRefusedAndChangeNothing(t *testing.T) {
	r := newRoom(t)
	short, unknown, pattern := time.Second, "juggling", "0-6"
	for _, b := range []control.Begin{
		{Session: choice.SessionChange{Length: &short}},
		{Session: choice.SessionChange{Practice: &unknown}},
		{Session: choice.SessionChange{Pattern: &pattern}},
	} {
		if err := r.wish(t.Context(), control.Wish{Method: control.MethodBegin, Begin: b}); err == nil {
			t.Errorf("%+v was heeded", b)
		}
	}
	if err := r.wish(t.Context(), control.Wish{Method: control.MethodPause}); err == nil || err.Error() != "nothing is playing" {
		t.Error(err)
	}
	if r.status().State != "idle" || len(r.log()) != 0 || r.speaker.wanted {
		t.Errorf("%+v", r.status())
	}
}

func TestAPlayerWithNothingToPlayEnds(t *testing.T) {
	r := newRoom(t)
	r.asks(control.Wish{Method: control.MethodTone})
	r.asks(control.Wish{Method: control.MethodStop})
	r.later(2 * time.Second)
	if r.status().State != "idle" {
		t.Fatal(r.status().State)
	}
	idle := r.times.idleSince
	r.times.looked = idle + int64(15*time.Second) // the folder is not what this is about
	if err := r.pass(idle + int64(15*time.Second) - 1); err != nil {
		t.Error(err)
	}
	if err := r.pass(idle + int64(15*time.Second)); !errors.Is(err, errEnded) {
		t.Error(err)
	}
}

func TestAPlayerWhoseFolderIsGoneEnds(t *testing.T) {
	r := newRoom(t)
	r.asks(control.Wish{Method: control.MethodTone})
	if err := r.pass(r.times.looked + int64(lookAround)); !errors.Is(err, errEnded) {
		t.Error(err)
	}
}

func TestAToneThatNobodyCanHearEnds(t *testing.T) {
	r := newRoom(t)
	r.asks(control.Wish{Method: control.MethodTone})
	r.heard(audio.None)
	r.later(9 * time.Minute)
	if got := r.status().State; got != "tone" {
		t.Fatal(got)
	}
	r.later(2 * time.Minute)
	if got := r.status().State; got != "idle" {
		t.Error(got)
	}
}

func TestClientsAreToldWhatTheyCannotReckon(t *testing.T) {
	r := newRoom(t)
	r.begins(nil)
	was := r.snapshot(r.time)
	r.hears(0)
	if same(r.snapshot(r.time), was) {
		t.Error("the clock runs now, and nobody is told")
	}
	was = r.snapshot(r.time)
	r.time += int64(2 * time.Second)
	if !same(r.snapshot(r.time), was) {
		t.Error("nothing but time has passed, and everybody is told")
	}
	r.time += int64(3 * time.Second)
	if same(r.snapshot(r.time), was) {
		t.Error("the out-breath begins, and nobody is told")
	}
}
