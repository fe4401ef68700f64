package export

import (
	"context"
	"errors"
	"fmt"
	"math"
	"path/filepath"
	"strings"
	"time"

	"kindhum/app/breath"
	"kindhum/app/choice"
	"kindhum/audio/synth"
)

// What cannot be asked for. All other errors of Render are of what could not be done.
var (
	ErrTooLong = errors.New("the session is longer than a .wav file can hold (4 GB); use .flac")
	ErrOpen    = errors.New("an open session has no end to render; give it a length")
	ErrKind    = errors.New("the file's name ends in neither .wav nor .flac")
)

// Spec is what is rendered: from the start of the lead-in to the end of the last
// out-breath, and the sound's tail (choice.Sound.Tail). The volume of Sound is applied.
type Spec struct {
	Timeline breath.Timeline
	Sound    choice.Sound
	Seed     uint64
}

// Frames is how long the file is, in frames. It is false for a timeline that goes on.
func (s Spec) Frames() (int64, bool) {
	end, timed := s.Timeline.End()
	if !timed {
		return 0, false
	}
	return int64((end+s.Sound.Tail())/time.Millisecond) * (synth.Rate / 1000), true
}

// encoder takes interleaved stereo of 24 bits, at most block frames at a time, and is
// finished once.
type encoder interface {
	write(samples []int32) error
	finish() error
}

const (
	block = synth.Rate / 10 // frames, 100 ms
	// What still rings when the file ends is faded over its last half second.
	lastFade = synth.Rate / 2
)

// Render writes spec to path, as WAV or FLAC by its extension, replacing what is there only when all is
// done. Progress, when it is not nil, is called now and then with the frames done and in all, on the same
// goroutine. On an error, or when ctx ends, nothing is left. Errors are ErrTooLong, ErrOpen and ErrKind for what
// makes no sense; ctx's cause; or why the file could not be written.
func Render(ctx context.Context, spec Spec, path string, progress func(done, total int64)) error {
	total, timed := spec.Frames()
	if !timed {
		return ErrOpen
	}
	kind := strings.ToLower(filepath.Ext(path))
	switch {
	case isFolder(path):
		return cannot(path, errFolder)
	case kind != ".wav" && kind != ".flac":
		return ErrKind
	case kind == ".wav" && total > wavMost:
		return ErrTooLong
	}
	return replace(path, func(d *draft) error {
		out, err := newEncoder(kind, d, total)
		if err != nil {
			return err
		}
		if err := render(ctx, spec, total, out, progress); err != nil {
			return err
		}
		return out.finish()
	})
}

func newEncoder(kind string, d *draft, total int64) (encoder, error) {
	if kind == ".flac" {
		return newFLAC(d, total)
	}
	return newWAV(d, total)
}

func render(ctx context.Context, spec Spec, total int64, out encoder, progress func(done, total int64)) error {
	engine := synth.New(spec.Sound, spec.Seed)
	engine.Play(spec.Timeline, 0, 0)
	samples, words := make([]float32, 2*block), make([]int32, 2*block)
	gain := spec.Sound.Gain()
	for done := int64(0); done < total; {
		if ctx.Err() != nil {
			return fmt.Errorf("%w: %w", errInterrupted, context.Cause(ctx))
		}
		n := min(block, total-done)
		engine.Render(samples[:2*n])
		for i, x := range samples[:2*n] {
			words[i] = quantise(float64(x) * gain * closing(total-done-int64(i/2)))
		}
		if err := out.write(words[:2*n]); err != nil {
			return err
		}
		done += n
		if progress != nil {
			progress(done, total)
		}
	}
	return nil
}

// closing is the factor for a frame with so many left until the end.
func closing(left int64) float64 {
	if left >= lastFade {
		return 1
	}
	return (1 - math.Cos(math.Pi*float64(left)/lastFade)) / 2
}

// quantise rounds to the nearest of 24 bits. There is no dither: the error is at
// -146 dBFS, and silence stays silence.
func quantise(x float64) int32 {
	const full = 1 << 23
	return int32(min(max(math.RoundToEven(x*full), -full), full-1))
}
