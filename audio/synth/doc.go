// Package synth makes the sound of a breath: the hum of the out-breath, the
// airy cue of the in-breath, a small bowl at the beginning and the end, and a
// little room around them.
//
// Who sends what to whom, for each chunk of 64 frames:
//
//	timelines -> mix ----> levels of hum, cue and bowl
//	wishes ----> glide --> pitch, voice, cue, bells, room: never a jump
//	oscillator -> voices -> + air + bells -> room -> limiter -> out
//
// Time is the number of the frame and nothing else. Oscillators, noise and
// drift are functions of it (and of a seed), so that a session can be entered
// at any hour and sounds as if it had been played until there. Only filters
// and the room remember, the room for about a second and a half.
//
// The hum has one of four voices: hum, reed and pure are harmonics of one
// oscillator, some with breath; bowl is struck by each out-breath and has the modes of a
// ring, counted in 64ths of a turn of the same oscillator.
//
// The package never reads a clock, starts a goroutine, locks, or logs, and
// allocates only in [New].
//
//	e := synth.New(choice.DefaultSound(), 1)
//	e.Play(breath.Timeline{Pattern: breath.Default, Breaths: 6}, 0, 0)
//	e.Render(buffer)
package synth
