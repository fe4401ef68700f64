package synth

import (
	"math"

	"kindhum/audio/measure"
)

// tone is what a voice is given for a chunk. The number after a name is the
// end of the chunk it is for, 0 the first.
type tone struct {
	osc          *oscillator
	gain0, gain1 float64 // of the voice, as it is chosen or left
	at0, at1     levels
	way0, way1   float64 // from the pitch it was on to the one aimed at, 0..1
	frame        int64   // of the first sample
}

// block is a chunk of stereo.
type block struct{ left, right [grid]float64 }

// voice is one way for the hum to sound. All share one oscillator, so that a
// change between two is a crossfade of one tone's colour. None allocates.
type voice interface {
	// aim says which pitch in Hz the voice goes to from what it is at, way along its last aim.
	aim(hz, way float64)
	// add sounds for a chunk. A level of 1 has the loudness of standard.
	add(out *block, t *tone)
	// air is the breath heard in the voice, way along its last aim.
	air(way float64) wind
}

// A voice is added here and in choice.Voices, in any order.
const voices = 4

var (
	voiceIDs     = [voices]string{"hum", "reed", "bowl", "pure"}
	voiceStacked = [voices]bool{true, true} // made of the oscillator's harmonics
)

func newVoices(seed uint64) [voices]voice {
	return [voices]voice{newHum(seed), newReed(hash(seed, 2)), newBowl(hash(seed, 3)), &pure{}}
}

// standard is the K-weighted amplitude, both channels together, of any voice at level 1. It
// comes from measuring: at volume 75 a 4-6 session is then at -26.5 LUFS as BS.1770-4 gates it, and at -28 over all of
// its out-breaths: either way of counting is near -27.
const standard = 0.1456

// makeup is the factor that brings partials (amplitudes of ratios times hz, the same in both channels) to
// the standard loudness: BS.1770-4 adds the K-weighted powers of everything that sounds.
func makeup(hz float64, ratios, partials []float64) float64 {
	power := 0.0
	for k, a := range partials {
		w := a * measure.KWeight(ratios[k]*hz)
		power += w * w // two channels, each of half the square of its amplitude
	}
	return standard / math.Sqrt(power)
}
