package choice

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestAToneIsChangedOrRefused(t *testing.T) {
	was := DefaultTone()
	ms, minute, hours := 5999*time.Millisecond, time.Minute, 25*time.Hour
	for _, c := range []ToneChange{{Swell: &ms}, {Swell: &hours}, {Timer: &hours, Swell: &minute}, {Fade: &hours}} {
		if got, err := c.Apply(was); err == nil || got != was {
			t.Errorf("%+v, %v", got, err)
		}
	}
	none := time.Duration(0)
	got, err := (ToneChange{Swell: &minute, Timer: &minute, Fade: &none}).Apply(was)
	if err != nil || got != (Tone{Swell: minute, Timer: minute}) {
		t.Errorf("%+v, %v", got, err)
	}
	if got, err = (ToneChange{Swell: &none, Timer: &none}).Apply(got); err != nil || got != (Tone{}) {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestWhateverToneWasKeptCanBePlayed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		span := func(name string) time.Duration { return time.Duration(rapid.Int64().Draw(t, name)) }
		kept := Tone{span("swell"), span("timer"), span("fade")}.Clamp()
		if _, err := (ToneChange{&kept.Swell, &kept.Timer, &kept.Fade}).Apply(DefaultTone()); err != nil {
			t.Fatal(err)
		}
	})
}
