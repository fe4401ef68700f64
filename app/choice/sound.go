package choice

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"
)

// The bounds of the sound.
const (
	MinPitch, MaxPitch   = 100.0, 800.0 // Hz
	MinVolume, MaxVolume = 0, 100       // a cubic law: see Gain
	MinRoom, MaxRoom     = 0, 100       // per cent of reverberation
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
}

// DefaultSound is what is heard when nothing else was chosen.
func DefaultSound() Sound {
	return Sound{Voice: Voices()[0], Pitch: 528, Volume: 75, Cue: true, Bells: true, Room: 20}
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
	return s
}

// Voices are the ids of the voices there are, the default first. What they are called is in the words of each
// language.
func Voices() []string { return []string{"hum", "reed", "bowl", "pure"} }

// ParseVoice finds a voice by its id, in any case.
func ParseVoice(s string) (string, error) {
	for _, id := range Voices() {
		if strings.EqualFold(s, id) {
			return id, nil
		}
	}
	ids := Voices()
	slices.Sort(ids)
	return "", fmt.Errorf("there is no voice %q; there are %s", clip(s), strings.Join(ids, ", "))
}

// SoundChange is some of a Sound: what is nil stays as it is.
type SoundChange struct {
	Voice  *string  `json:"voice,omitempty"`
	Pitch  *float64 `json:"pitch,omitempty"`
	Volume *int     `json:"volume,omitempty"`
	Muted  *bool    `json:"muted,omitempty"`
	Cue    *bool    `json:"cue,omitempty"`
	Bells  *bool    `json:"bells,omitempty"`
	Room   *int     `json:"room,omitempty"`
}

// Apply returns s with the change made, or an error that says which value is
// out of bounds; s is then unchanged.
func (c SoundChange) Apply(s Sound) (Sound, error) {
	to := s
	set(&to.Voice, c.Voice)
	set(&to.Pitch, c.Pitch)
	set(&to.Volume, c.Volume)
	set(&to.Muted, c.Muted)
	set(&to.Cue, c.Cue)
	set(&to.Bells, c.Bells)
	set(&to.Room, c.Room)
	if c.Voice != nil {
		id, err := ParseVoice(*c.Voice)
		if err != nil {
			return s, err
		}
		to.Voice = id
	}
	switch {
	case math.IsNaN(to.Pitch) || to.Pitch < MinPitch || to.Pitch > MaxPitch:
		return s, fmt.Errorf("pitch %v is not within %v to %v Hz", to.Pitch, MinPitch, MaxPitch)
	case to.Volume < MinVolume || to.Volume > MaxVolume:
		return s, fmt.Errorf("volume %d is not within %d to %d", to.Volume, MinVolume, MaxVolume)
	case to.Room < MinRoom || to.Room > MaxRoom:
		return s, fmt.Errorf("room %d is not within %d to %d", to.Room, MinRoom, MaxRoom)
	}
	return to, nil
}

// set stores *from at to, when there is something to store.
func set[T any](to, from *T) {
	if from != nil {
		*to = *from
	}
}

// clip keeps a quoted mistake short enough for one line.
func clip(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "..."
	}
	return s
}
