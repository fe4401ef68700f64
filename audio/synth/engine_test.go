package synth

import (
	"fmt"
	"testing"

	"kindhum/app/breath"
	"kindhum/app/choice"
	"kindhum/audio/measure"
)

// bare is a voice and nothing else, at the loudest.
func bare(voice string, hz float64) choice.Sound {
	return choice.Sound{
		Voice: voice, Pitch: hz, Volume: 100, CueLevel: choice.UsualLevel, BellsLevel: choice.UsualLevel,
	}
}

func full(voice string, hz float64) choice.Sound {
	s := bare(voice, hz)
	s.Cue, s.Bells, s.Room = true, true, 100
	return s
}

func session(breaths int) breath.Timeline {
	return breath.Timeline{Pattern: breath.Default, Breaths: breaths}
}

var tone528 = breath.Timeline{Shape: breath.Steady}

const second = Rate

// render is the next seconds of e, interleaved.
func render(e *Engine, seconds float64) []float32 {
	out := make([]float32, 2*int(seconds*Rate))
	e.Render(out)
	return out
}

func played(s choice.Sound, t breath.Timeline, seconds float64) []float32 {
	e := New(s, 1)
	e.Play(t, 0, 0)
	return render(e, seconds)
}

func eachVoice(t *testing.T, try func(t *testing.T, voice string, hz float64)) {
	for _, voice := range voiceIDs {
		for _, hz := range []float64{132, 264, 528} {
			t.Run(fmt.Sprintf("%s/%vHz", voice, hz), func(t *testing.T) { try(t, voice, hz) })
		}
	}
}

// Volume 75 is 7.5 dB under what the engine plays.
func TestLoudness(t *testing.T) {
	eachVoice(t, func(t *testing.T, voice string, hz float64) {
		s := bare(voice, hz)
		s.Volume = 75
		got := measure.Loudness(measure.Split(played(s, session(6), 60))) + measure.DB(s.Gain())
		t.Logf("%.2f LUFS", got)
		if !(got > -27.2 && got < -26.3) {
			t.Errorf("%.2f LUFS, want -27.2 to -26.3", got)
		}
	})
}
