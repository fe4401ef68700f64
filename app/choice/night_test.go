package choice

import (
	"math"
	"testing"
	"time"
)

func TestTheNightComesAndGoesSlowly(t *testing.T) {
	zone := time.FixedZone("somewhere", 5*3600)
	for clock, want := range map[string]float64{
		"12:00": 0, "21:30": 0, "21:45": 0.5, "22:00": 1, "23:59": 1, "00:00": 1, "03:00": 1, "07:00": 1, "07:15": 0.5, "07:30": 0,
	} {
		at, err := time.ParseInLocation("15:04", clock, zone)
		if err != nil {
			t.Fatal(err)
		}
		if got := Night(at); math.Abs(got-want) > 1e-9 {
			t.Errorf("at %s there is %v of the night, want %v", clock, got, want)
		}
	}
}

func TestAtNightItIsSofterWhereThatWasChosen(t *testing.T) {
	s := DefaultSound()
	if got := s.AtNight(1); got != s {
		t.Errorf("nobody asked for it: %+v", got)
	}
	s.Night = true
	if got := s.AtNight(0); got != s {
		t.Errorf("by day: %+v", got)
	}
	for _, volume := range []int{20, 50, 75, 100} {
		s.Volume = volume
		if db := 20 * math.Log10(s.AtNight(1).Gain()/s.Gain()); db > -5.4 || db < -6.6 {
			t.Errorf("at volume %d the night takes %.1f dB, want about 6", volume, -db)
		}
	}
	if s.Volume = 0; s.AtNight(1).Volume != 0 {
		t.Error("silence became something")
	}
}
