// Package export writes the sound of a whole session into a file: the same
// samples that a speaker would get, 48 kHz stereo in 24 bits, as WAV or FLAC. The file says
// what it is called, how long its session is, and how it breathes and sounds.
//
// It needs neither a display nor a sound card. The same [Spec] gives the same bytes, whatever the
// time, the machine's name, or the number of its cores. It never leaves half a file: what is
// written has another name until it is complete. It never leaves a goroutine either.
//
// The sound is made in one goroutine, packed in several, and written in the caller's (line.go). FLAC's
// frames are coded here: predict.go foretells samples, rice.go codes what that misses, frame.go and
// subframe.go put it together.
//
//	err := export.Render(ctx, export.Spec{Title: "Calm", Timeline: line, Sound: sound, Seed: 1}, "calm.flac", nil)
package export
