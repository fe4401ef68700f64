// Package export writes the sound of a whole session into a file: the same
// samples that a speaker would get, 48 kHz stereo in 24 bits, as WAV or FLAC.
//
// It needs neither a display nor a sound card. The same [Spec] gives the same bytes. It
// never leaves half a file: what is written has another name until it is complete.
//
//	err := export.Render(ctx, export.Spec{Timeline: line, Sound: sound, Seed: 1}, "calm.flac", nil)
package export
