package synth

import (
	"kindhum/app/breath"
	"kindhum/app/choice"
)

// Rate is the number of frames (one sample for each channel) a second.
const Rate = 48000

// grid is how many frames make a chunk. Levels are evaluated at its ends and are
// straight between them. Chunks begin at whole multiples, whatever is asked of Render, so
// that block sizes leave no trace. 64 frames are 1.3 ms: a 450 ms raised cosine made of
// such pieces is true to -105 dB.
const grid = 64

// shortest is the least that a crossfade takes, in frames: 20 ms.
const shortest = Rate / 50

// Engine is the synthesiser. It is silent until Play. It may not be used concurrently;
// no method but New allocates, and none blocks.
type Engine struct {
	next  int64 // the engine's own frame of the next sample; oscillators count by it
	shift int64 // the newest timeline's frame is the engine's plus shift
	ready bool  // out holds the chunk that next lies in
	out   [2 * grid]float32

	mix    mix
	glide  glide
	osc    oscillator
	voices [voices]voice
	air    air
	room   *room
	work   work
}

// New makes an engine for a sound, with what is left to chance (noise, drift) drawn
// from the seed. Values out of bounds are clamped as choice.Sound.Clamp does. Volume and Muted are left
// to who plays it: the engine sounds as at volume 100.
func New(sound choice.Sound, seed uint64) *Engine {
	sound = sound.Clamp()
	e := &Engine{voices: newVoices(hash(seed, 0)), room: newRoom()}
	e.air.seed = hash(seed, 1)
	e.glide = glide{to: aimed(sound), way: ramp{to: 1}}
	for _, v := range e.voices {
		v.aim(sound.Pitch, 0)
	}
	return e
}

// Set changes how it sounds: the voice by a crossfade, everything else by a glide,
// complete within 150 ms. While nothing sounds it is so at once.
func (e *Engine) Set(sound choice.Sound) {
	sound = sound.Clamp()
	to := aimed(sound)
	if to == e.glide.to {
		return
	}
	begin, length := e.boundary(), int64(gliding)
	from, way := e.glide.at(begin)
	if e.mix.n == 0 {
		length = 0
	}
	e.glide = glide{from: from, to: to, way: ramp{0, 1, begin, length}}
	for _, v := range e.voices {
		v.aim(sound.Pitch, way)
	}
}

// Play lets timeline t be heard from its frame at on. What sounds now is
// crossfaded into it over fade frames (a raised cosine, at least 20 ms); where t itself begins in silence
// only what was before is faded, so that the beginning of t is whole. From silence it is faded
// in, 0 being at once, and noise, drift and phases are as if t had been played from frame 0 on.
func (e *Engine) Play(t breath.Timeline, at, fade int64) {
	if e.mix.n > 0 {
		e.shift = at - e.next
		e.mix.add(source{line: t, shift: e.shift}, e.boundary(), max(fade, shortest), true)
		return
	}
	e.next, e.shift, e.ready = at, 0, false
	e.glide = glide{to: e.glide.to, way: ramp{to: 1, begin: at - grid}}
	e.osc.seek(at-mod(at), e.glide.to.step)
	e.mix.add(source{line: t}, at, max(fade, 0), false)
}

// Continue goes on at the same place in another timeline: only the levels are
// crossfaded, over fade frames (at least 20 ms). From silence it is Play at Frame.
func (e *Engine) Continue(t breath.Timeline, fade int64) {
	if e.mix.n == 0 {
		e.Play(t, e.Frame(), fade)
		return
	}
	e.mix.add(source{line: t, shift: e.shift}, e.boundary(), max(fade, shortest), false)
}

// Frame is the frame, of the timeline played last, of the next sample that is rendered. It
// stands still while the engine is silent.
func (e *Engine) Frame() int64 { return e.next + e.shift }

// Silence forgets all that sounds, at once: only for when it is not heard any more.
func (e *Engine) Silence() {
	e.mix = mix{}
	e.next, e.shift, e.ready = e.Frame(), 0, false
	e.room.clear()
	e.air.awake = false
}

// mod is where in its chunk a frame lies, 0..grid-1.
func mod(frame int64) int64 { return frame & (grid - 1) }

// boundary is the frame from which a change can be heard: the next chunk's first.
func (e *Engine) boundary() int64 {
	if e.ready {
		return e.next - mod(e.next) + grid
	}
	return e.next
}
