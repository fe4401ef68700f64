package audio

import (
	"time"

	"kindhum/app/breath"
	"kindhum/app/choice"
	"kindhum/audio/device"
	"kindhum/audio/synth"
)

// engine is the synthesiser as the child uses it. After it was built, only the
// audio goroutine calls it.
type engine interface {
	Set(sound choice.Sound)
	Play(timeline breath.Timeline, at, fade int64) // frames
	Continue(timeline breath.Timeline, fade int64) // frames
	Render(dst []float32)                          // interleaved stereo
	Silence()
}

// build makes an engine; it allocates, so not on the audio goroutine.
type build func(sound choice.Sound, seed uint64) engine

func newEngine(sound choice.Sound, seed uint64) engine { return synth.New(sound, seed) }

// frames is a time in frames, rounded to the nearest.
func frames(d time.Duration) int64 {
	whole, rest := int64(d/time.Second), int64(d%time.Second)
	return whole*device.Rate + (rest*device.Rate+int64(time.Second)/2)/int64(time.Second)
}
