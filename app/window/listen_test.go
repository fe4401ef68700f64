package window

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kindhum/app/breath"
	"kindhum/app/choice"
	"kindhum/app/control"
)

// On the Sound page one key chooses a thing, and lets it be heard.
func TestOneKeyTriesASound(t *testing.T) {
	for _, c := range []struct {
		key  fyne.KeyName
		is   func(choice.Sound) bool
		part string
	}{
		{fyne.Key1, func(s choice.Sound) bool { return s.Voice == "hum" }, control.PartHum},
		{fyne.Key2, func(s choice.Sound) bool { return s.Voice == "reed" }, control.PartHum},
		{fyne.Key4, func(s choice.Sound) bool { return s.Voice == "pure" }, control.PartHum},
		{fyne.Key6, func(s choice.Sound) bool { return s.Pitch == 264 }, control.PartHum},
		{fyne.Key7, func(s choice.Sound) bool { return s.Pitch == 132 }, control.PartHum},
		{fyne.KeyA, func(s choice.Sound) bool { return !s.Cue }, control.PartBreath},
		{fyne.KeyB, func(s choice.Sound) bool { return !s.Bells }, control.PartBells},
		{fyne.KeyR, func(s choice.Sound) bool { return s.Room == 25 }, control.PartHum},
		{fyne.KeySpace, func(s choice.Sound) bool { return s == choice.DefaultSound() }, control.PartBells},
	} {
		d := newDesk(t)
		d.openSound()
		d.press(c.key)
		if a := d.wished(t); a.method != control.MethodTry || a.params.(control.Try).Part != c.part {
			t.Errorf("%s: wished %+v", c.key, a)
		}
		if !c.is(d.kept.sound) {
			t.Errorf("%s: %+v", c.key, d.kept.sound)
		}
		if d.stage.page == nil {
			t.Errorf("%s left the page", c.key)
		}
	}
}

func TestATrialLeavesTheScreenAndEndsWithThePage(t *testing.T) {
	d := newDesk(t)
	d.openSound()
	d.press(fyne.Key3)
	d.wished(t)
	trial := d.playing("running", 3*time.Second)
	trial.Trial, trial.Status.Practice = true, nil
	d.see(trial)
	if d.shown.on != resting || d.stage.page == nil {
		t.Fatalf("on screen %d, page %v", d.shown.on, d.stage.page)
	}
	d.press(fyne.KeyEscape)
	if a := d.wished(t); a.method != control.MethodStop {
		t.Errorf("wished %+v", a)
	}
	if d.stage.page != nil || d.page.of != nil {
		t.Error("the page is still open")
	}
	d.press(fyne.KeyM) // a key of the stage again
	if !d.kept.sound.Muted {
		t.Error("M does not mute")
	}
}

func TestLettingGoOfASliderLetsItBeHeard(t *testing.T) {
	d := newDesk(t)
	d.openSound()
	l := &listening{shell: d.shell}
	s := l.slide(0, 100, 5, control.PartBreath, func(to float64) choice.SoundChange {
		n := int(to)
		return choice.SoundChange{CueLevel: &n}
	})
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if a := d.wished(t); a.method != control.MethodTry || d.kept.sound.CueLevel != 5 {
		t.Errorf("wished %+v, level %d", a, d.kept.sound.CueLevel)
	}
	s.set(70) // by the program: neither changes nor tries anything
	d.wish(control.MethodPause)
	if a := d.wished(t); a.method != control.MethodPause || d.kept.sound.CueLevel != 5 {
		t.Errorf("wished %+v, level %d", a, d.kept.sound.CueLevel)
	}
}

// A change of the tone's swell must not end its sleep timer, or begin it anew.
func TestASleepTimerRunsOnWhenTheSwellIsChanged(t *testing.T) {
	d := newDesk(t)
	tone := d.toning()
	tone.Timeline = breath.Timeline{Shape: breath.Steady, Until: 30 * time.Minute, Fade: time.Minute}
	tone.Clock = control.Clock{Elapsed: 10 * time.Minute, At: d.time, Running: true}
	d.see(tone)
	swell := 12 * time.Second
	d.setTone(choice.ToneChange{Swell: &swell})
	w := d.wished(t).params.(control.Tone)
	if !w.Remember || *w.Tone.Swell != swell || w.Tone.Timer == nil || *w.Tone.Timer != 20*time.Minute || w.Tone.Fade != nil {
		t.Errorf("wished %+v", w)
	}
	none := choice.NoTimer
	d.setTone(choice.ToneChange{Timer: &none})
	if w := d.wished(t).params.(control.Tone); *w.Tone.Timer != 0 {
		t.Errorf("wished %+v", w)
	}
}
