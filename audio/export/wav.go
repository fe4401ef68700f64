package export

import (
	"encoding/binary"
	"fmt"
	"io"
	"math"

	"kindhum/audio/synth"
)

const (
	wavHeader = 44
	wavFrame  = 6 // bytes: two channels of 24 bits, so that the samples are of even length
)

// wavMost is how many frames a file has room for besides so many bytes after them: a RIFF chunk counts
// its bytes, all but the first 8, in 32 bits.
func wavMost(after int) int64 { return (math.MaxUint32 - (wavHeader - 8) - int64(after)) / wavFrame }

var _ encoder = (*wav)(nil)

// wav writes RIFF WAVE, PCM. The length is known before, so that the header is written once. What the file
// says of itself comes after the samples, and they stay where every reader looks for them. It is here rather
// than from go-audio/wav because that one goes through reflection for every sample, which takes longer than
// making the sound; the tests read the files with it.
type wav struct {
	to    io.Writer
	after []byte
}

func newWAV(to io.Writer, frames int64, t tags) (*wav, error) {
	w := &wav{to, t.chunks()}
	data := int(frames * wavFrame)
	h := chunk(make([]byte, 0, wavHeader), "RIFF", wavHeader-8+data+len(w.after))
	h = chunk(append(h, "WAVE"...), "fmt ", 16)
	u16, u32 := binary.LittleEndian.AppendUint16, binary.LittleEndian.AppendUint32
	h = u16(h, 1)                   // PCM
	h = u16(h, 2)                   // channels
	h = u32(h, synth.Rate)          // frames a second
	h = u32(h, synth.Rate*wavFrame) // bytes a second
	h = u16(h, wavFrame)            // bytes a frame
	h = u16(h, 24)                  // bits
	h = chunk(h, "data", data)
	if _, err := to.Write(h); err != nil {
		return nil, fmt.Errorf("wav header: %w", err)
	}
	return w, nil
}

// packer has nothing left to do.
func (w *wav) packer() func(*piece) { return func(*piece) {} }

func (w *wav) write(p *piece) error {
	if _, err := w.to.Write(p.pcm); err != nil {
		return fmt.Errorf("wav samples: %w", err)
	}
	return nil
}

func (w *wav) finish() error {
	if _, err := w.to.Write(w.after); err != nil {
		return fmt.Errorf("wav title: %w", err)
	}
	return nil
}
