package export

import (
	"fmt"
	"io"

	"github.com/mewkiz/flac"
	"github.com/mewkiz/flac/frame"
	"github.com/mewkiz/flac/meta"

	"kindhum/audio/synth"
)

var _ encoder = (*flacFile)(nil)

// flacFile writes FLAC in frames of one block. Lengths are whole milliseconds, so
// that even the last frame holds more than the 16 samples that the format wants.
type flacFile struct {
	to       *flac.Encoder
	channels [2][]int32
}

func newFLAC(to io.WriteSeeker, frames int64) (*flacFile, error) {
	e, err := flac.NewEncoder(to, &meta.StreamInfo{
		BlockSizeMin: block, BlockSizeMax: block,
		SampleRate: synth.Rate, NChannels: 2, BitsPerSample: 24, NSamples: uint64(frames),
	})
	if err != nil {
		return nil, fmt.Errorf("flac header: %w", err)
	}
	return &flacFile{e, [2][]int32{make([]int32, block), make([]int32, block)}}, nil
}

func (f *flacFile) write(samples []int32) error {
	n := len(samples) / 2
	out := &frame.Frame{Header: frame.Header{
		HasFixedBlockSize: true, BlockSize: uint16(n),
		SampleRate: synth.Rate, Channels: frame.ChannelsMidSide, BitsPerSample: 24,
	}}
	for c := range f.channels {
		channel := f.channels[c][:n]
		for i := range channel {
			channel[i] = samples[2*i+c]
		}
		// Verbatim asks the encoder to look for a better prediction.
		out.Subframes = append(out.Subframes, &frame.Subframe{
			SubHeader: frame.SubHeader{Pred: frame.PredVerbatim}, Samples: channel, NSamples: n,
		})
	}
	if err := f.to.WriteFrame(out); err != nil {
		return fmt.Errorf("flac samples: %w", err)
	}
	return nil
}

func (f *flacFile) finish() error {
	if err := f.to.Close(); err != nil {
		return fmt.Errorf("flac header: %w", err)
	}
	return nil
}
