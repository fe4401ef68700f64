package choice

import (
	"fmt"
	"math"
)

// SoundChange is some of a Sound: what is nil stays as it is.
type SoundChange struct {
	Voice  *string  `json:"voice,omitempty"`
	Pitch  *float64 `json:"pitch,omitempty"`
	Volume *int     `json:"volume,omitempty"`
	Muted  *bool    `json:"muted,omitempty"`
	Cue    *bool    `json:"cue,omitempty"`
	Bells  *bool    `json:"bells,omitempty"`
	Room   *int     `json:"room,omitempty"`

	CueLevel   *int  `json:"cue_level,omitempty"`
	BellsLevel *int  `json:"bells_level,omitempty"`
	Night      *bool `json:"night,omitempty"`
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
	set(&to.CueLevel, c.CueLevel)
	set(&to.BellsLevel, c.BellsLevel)
	set(&to.Night, c.Night)
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
	case to.CueLevel < MinLevel || to.CueLevel > MaxLevel:
		return s, fmt.Errorf("the level of the cue %d is not within %d to %d", to.CueLevel, MinLevel, MaxLevel)
	case to.BellsLevel < MinLevel || to.BellsLevel > MaxLevel:
		return s, fmt.Errorf("the level of the bells %d is not within %d to %d", to.BellsLevel, MinLevel, MaxLevel)
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
