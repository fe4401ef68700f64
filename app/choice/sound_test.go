package choice

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"kindhum/app/breath"
)

func TestTheVolumeFollowsACubicLaw(t *testing.T) {
	for volume, want := range map[int]float64{0: 0, 50: 0.125, 75: 0.421875, 100: 1, -5: 0, 200: 1} {
		if got := (Sound{Volume: volume}).Gain(); got != want {
			t.Errorf("gain at %d is %v, want %v", volume, got, want)
		}
	}
	if got := (Sound{Volume: 100, Muted: true}).Gain(); got != 0 {
		t.Errorf("muted, yet %v", got)
	}
}

func TestAChangeIsMadeWholeOrNotAtAll(t *testing.T) {
	was := DefaultSound()
	loud, low, nan, voice, good := 101, 20.0, math.NaN(), "trumpet", 264.0
	for _, c := range []SoundChange{
		{Volume: &loud, Pitch: &good},
		{Pitch: &low},
		{Pitch: &nan},
		{Voice: &voice, Pitch: &good},
		{Room: &loud},
		{CueLevel: &loud},
		{BellsLevel: &loud},
	} {
		if got, err := c.Apply(was); err == nil || got != was {
			t.Errorf("%+v, %v", got, err)
		}
	}
	title := "PURE"
	if got, err := (SoundChange{Voice: &title, Pitch: &good}).Apply(was); err != nil || got.Voice != "pure" || got.Pitch != 264 {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestWhateverWasKeptCanBePlayed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Sound{
			Voice: rapid.String().Draw(t, "voice"), Pitch: rapid.Float64().Draw(t, "pitch"),
			Volume: rapid.Int().Draw(t, "volume"), Room: rapid.Int().Draw(t, "room"),
			CueLevel: rapid.Int().Draw(t, "cue"), BellsLevel: rapid.Int().Draw(t, "bells"),
		}.Clamp()
		all := SoundChange{
			Voice: &s.Voice, Pitch: &s.Pitch, Volume: &s.Volume, Room: &s.Room, CueLevel: &s.CueLevel, BellsLevel: &s.BellsLevel,
		}
		if _, err := all.Apply(DefaultSound()); err != nil {
			t.Fatal(err)
		}
	})
}

func TestALevelIsOneWhereItWasMixed(t *testing.T) {
	for level, want := range map[int]float64{0: 0, 40: 0.125, UsualLevel: 1, 100: 1.953125, 200: 1.953125, -1: 0} {
		if got := Level(level); math.Abs(got-want) > 1e-12 {
			t.Errorf("Level(%d) = %v, want %v", level, got, want)
		}
	}
}

func TestThePatternsOfferedCanBeBreathed(t *testing.T) {
	careful := false
	for _, p := range Patterns() {
		got, err := breath.Parse(p.Pattern)
		if err != nil || got.String() != p.Pattern {
			t.Errorf("%+v: %v, %v", p, got, err)
		}
		if holds := got.Hold+got.Rest > 0; holds != p.Careful {
			t.Errorf("%s holds the breath (%v), and a line of caution is due (%v)", p.ID, holds, p.Careful)
		}
		if careful && !p.Careful {
			t.Errorf("%s does not stand apart from those that hold the breath", p.ID)
		}
		careful = p.Careful
	}
	if Patterns()[0].Pattern != breath.Default.String() {
		t.Error("the first one is not the default")
	}
}
