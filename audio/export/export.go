package export

import (
	"context"
	"errors"
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
	Title    string // what the file is called by players: the practice's title, or "" for nothing
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

// encoder makes a file of pieces.
type encoder interface {
	// packer makes a function that packs a piece: one for each goroutine, for any of the pieces.
	packer() func(*piece)
	// write takes the packed pieces in their order.
	write(*piece) error
	finish() error
}

// Render writes spec to path, as WAV or FLAC by its extension in any case, replacing what is there only when
// all is done. The file carries its title, and the session's length, pattern, voice and pitch. Progress, when it is not nil, is called now and then with the frames done and in all, on the same
// goroutine; the last time, unless there is an error, all are done. Render works on several cores; nothing of
// it goes on when it returns. On an error, or when ctx ends, nothing is left. Errors are ErrTooLong, ErrOpen and
// ErrKind for what makes no sense; ctx's cause; or why the file could not be written.
func Render(ctx context.Context, spec Spec, path string, progress func(done, total int64)) error {
	total, timed := spec.Frames()
	if !timed {
		return ErrOpen
	}
	kind := strings.ToLower(filepath.Ext(path))
	switch {
	case isFolder(path) && kind != ".wav" && kind != ".flac":
		return folder{cannot(path, errFolder)}
	case isFolder(path):
		return cannot(path, errFolder)
	case kind != ".wav" && kind != ".flac":
		return ErrKind
	case kind == ".wav" && total > wavMost(len(spec.tags().chunks())):
		return ErrTooLong
	}
	return replace(path, func(d *draft) error {
		out, err := newEncoder(kind, d, total, spec.tags())
		if err != nil {
			return err
		}
		if err := render(ctx, spec, total, out, progress); err != nil {
			return err
		}
		return out.finish()
	})
}

// folder says that a folder was named in place of a file: its name, too, ends in neither.
type folder struct{ error }

// Unwrap leads to why; Is makes it an ErrKind as well.
func (f folder) Unwrap() error      { return f.error }
func (folder) Is(target error) bool { return target == ErrKind }

// interrupted is errInterrupted in as many words, whatever was the cause; it unwraps to that too.
type interrupted struct{ cause, done error }

// Error implements error.
func (interrupted) Error() string { return errInterrupted.Error() }

// Unwrap leads to the causes.
func (i interrupted) Unwrap() []error { return []error{errInterrupted, i.cause, i.done} }

func newEncoder(kind string, d *draft, total int64, t tags) (encoder, error) {
	if kind == ".flac" {
		return newFLAC(d, total, t)
	}
	return newWAV(d, total, t)
}

func render(ctx context.Context, spec Spec, total int64, out encoder, progress func(done, total int64)) error {
	l := start(spec, total, out.packer)
	defer l.stop()
	for p := range l.order {
		<-p.ready
		if ctx.Err() != nil {
			return interrupted{context.Cause(ctx), ctx.Err()}
		}
		if err := out.write(p); err != nil {
			return err
		}
		done := p.at + p.frames()
		l.free <- p
		if progress != nil {
			progress(done, total)
		}
	}
	return nil
}
