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
	wavFrame  = 6 // bytes: two channels of 24 bits
	// A RIFF chunk counts its bytes, all but the first 8, in 32 bits.
	wavMost = (math.MaxUint32 - wavHeader + 8) / wavFrame // frames
)

var _ encoder = (*wav)(nil)

// wav writes RIFF WAVE, PCM. The length is known before, so that the header is written once. It
// is here rather than from go-audio/wav because that one goes through reflection for every sample,
// which takes longer than making the sound; the tests read the files with it.
type wav struct{ to io.Writer }

func newWAV(to io.Writer, frames int64) (*wav, error) {
	data := uint32(frames * wavFrame)
	h := make([]byte, 0, wavHeader)
	u16, u32 := binary.LittleEndian.AppendUint16, binary.LittleEndian.AppendUint32
	h = u32(append(h, "RIFF"...), wavHeader-8+data)
	h = u32(append(h, "WAVEfmt "...), 16)
	h = u16(h, 1)                   // PCM
	h = u16(h, 2)                   // channels
	h = u32(h, synth.Rate)          // frames a second
	h = u32(h, synth.Rate*wavFrame) // bytes a second
	h = u16(h, wavFrame)            // bytes a frame
	h = u16(h, 24)                  // bits
	h = u32(append(h, "data"...), data)
	if _, err := to.Write(h); err != nil {
		return nil, fmt.Errorf("wav header: %w", err)
	}
	return &wav{to}, nil
}

// packer has nothing left to do.
func (w *wav) packer() func(*piece) { return func(*piece) {} }

func (w *wav) write(p *piece) error {
	if _, err := w.to.Write(p.pcm); err != nil {
		return fmt.Errorf("wav samples: %w", err)
	}
	return nil
}

func (w *wav) finish() error { return nil }
