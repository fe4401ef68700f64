package choice

import (
	"math"
	"time"
)

// The night, by the clock on the wall, and what it takes from the volume: 6 dB, which a
// cubic law makes 0.21 of its number.
const (
	nightFrom  = 22 * time.Hour
	nightUntil = 7 * time.Hour
	nightfall  = 30 * time.Minute // how long it takes to come, before nightFrom, and to go, after nightUntil
	nightTakes = 1 - 0.7937
)

// Night is how much of the night there is at a time of day: 0 by day, 1 from ten in the evening
// until seven, in between for half an hour before and after. It goes by t's own zone.
func Night(t time.Time) float64 {
	of := time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute
	switch {
	case of >= nightFrom || of <= nightUntil:
		return 1
	case of > nightFrom-nightfall:
		return 1 - float64(nightFrom-of)/float64(nightfall)
	case of < nightUntil+nightfall:
		return 1 - float64(of-nightUntil)/float64(nightfall)
	}
	return 0
}

// AtNight is s as it is heard when there is so much of the night (0..1): 6 dB softer at
// most, where that was chosen.
func (s Sound) AtNight(night float64) Sound {
	if s.Night {
		s.Volume = int(math.Round(float64(s.Volume) * (1 - nightTakes*min(max(night, 0), 1))))
	}
	return s
}
