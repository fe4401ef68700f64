package choice

import (
	"math"
	"time"
)

// The bounds of the sound.
const (
	MinPitch, MaxPitch   = 100.0, 800.0 // Hz
	MinVolume, MaxVolume = 0, 100       // a cubic law: see Gain
	MinRoom, MaxRoom     = 0, 100       // per cent of reverberation
	MinLevel, MaxLevel   = 0, 100       // of cue and bells, by the law of the volume: see Level
	UsualLevel           = 80           // at which cue and bells are as they were mixed
)

// Sound is what is heard, and how loud. The zero value is not useful; begin
// with DefaultSound.
type Sound struct {
	Voice  string  `json:"voice"`  // one of Voices
	Pitch  float64 `json:"pitch"`  // Hz, of the hum
	Volume int     `json:"volume"` // 0..100
	Muted  bool    `json:"muted"`
	Cue    bool    `json:"cue"`   // airy sound of the in-breath
	Bells  bool    `json:"bells"` // a bowl at the beginning and the end
	Room   int     `json:"room"`  // 0..100

	CueLevel   int  `json:"cue_level"`   // 0..100, against the hum
	BellsLevel int  `json:"bells_level"` // 0..100, against the hum
	Night      bool `json:"night"`       // softer at night: see AtNight
}

// DefaultSound is what is heard when nothing else was chosen.
func DefaultSound() Sound {
	return Sound{
		Voice: Voices()[0], Pitch: 528, Volume: 75, Cue: true, Bells: true, Room: 20,
		CueLevel: UsualLevel, BellsLevel: UsualLevel,
	}
}

// Gain is the linear factor of the volume, 0..1, by a cubic law: equal steps
// are heard as about equal steps. Muted is 0.
func (s Sound) Gain() float64 {
	if s.Muted {
		return 0
	}
	v := float64(min(max(s.Volume, MinVolume), MaxVolume)) / MaxVolume
	return v * v * v
}

// Level is the linear factor of the level of cue or bells, by a cubic law: 1 at
// UsualLevel, nearly 2 (6 dB) at MaxLevel.
func Level(n int) float64 {
	v := float64(min(max(n, MinLevel), MaxLevel)) / UsualLevel
	return v * v * v
}

// Tail is how long the sound rings on after the last out-breath: until the closing bowl is
// gone, or else the room.
func (s Sound) Tail() time.Duration {
	if s.Bells {
		return 8 * time.Second
	}
	return 2 * time.Second
}

// Clamp returns s with each value that is out of bounds replaced: a number by the
// nearest that is allowed, an unknown voice or a pitch that is no number by the default.
func (s Sound) Clamp() Sound {
	if _, err := ParseVoice(s.Voice); err != nil {
		s.Voice = DefaultSound().Voice
	}
	if math.IsNaN(s.Pitch) {
		s.Pitch = DefaultSound().Pitch
	}
	s.Pitch = min(max(s.Pitch, MinPitch), MaxPitch)
	s.Volume = min(max(s.Volume, MinVolume), MaxVolume)
	s.Room = min(max(s.Room, MinRoom), MaxRoom)
	s.CueLevel = min(max(s.CueLevel, MinLevel), MaxLevel)
	s.BellsLevel = min(max(s.BellsLevel, MinLevel), MaxLevel)
	return s
}
