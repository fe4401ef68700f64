package synth

import (
	"slices"

	"kindhum/app/choice"
)

// gliding is how many frames a wish takes to be complete: 150 ms, the shortest edge that is soft.
const gliding = Rate * 15 / 100

// settings is a wish in the engine's own terms.
type settings struct {
	gains      [voices]float64 // of the voices; they add up to 1
	step       phase           // of the oscillator
	cue, bells float64         // amplitudes: their levels, 0 where they are off
	wet        float64         // amplitude of the room
}

// aimed is what a sound comes to. The sound is one that Clamp let through.
func aimed(s choice.Sound) settings {
	to := settings{step: step(s.Pitch / undertone), wet: float64(s.Room) / choice.MaxRoom}
	to.gains[max(slices.Index(voiceIDs[:], s.Voice), 0)] = 1
	if s.Cue {
		to.cue = choice.Level(s.CueLevel)
	}
	if s.Bells {
		to.bells = choice.Level(s.BellsLevel)
	}
	return to
}

// glide goes from one settings to the next.
type glide struct {
	from, to settings
	way      ramp // 0 is from, 1 is to
}

// at is the settings at a frame, and how far along the way they are.
func (g *glide) at(frame int64) (settings, float64) {
	x := g.way.at(frame)
	if x >= 1 {
		return g.to, 1
	}
	s := g.from
	for i := range s.gains {
		s.gains[i] = lerp(s.gains[i], g.to.gains[i], x)
	}
	s.step += phase(int64(float64(int64(g.to.step-g.from.step)) * x))
	s.cue = lerp(s.cue, g.to.cue, x)
	s.bells = lerp(s.bells, g.to.bells, x)
	s.wet = lerp(s.wet, g.to.wet, x)
	return s, x
}
