package export

import (
	"crypto/md5"
	"fmt"
	"hash"
	"io"
	"math"
	"slices"

	"github.com/mewkiz/flac"
	"github.com/mewkiz/flac/meta"

	"kindhum/audio/synth"
)

var _ encoder = (*flacFile)(nil)

// flacFile writes FLAC. Its header is mewkiz/flac's, and its frames are a coder's: that library codes them one
// after the other, which takes four times the work, and foretells so little that files are a third larger. The
// tests read the files with it.
type flacFile struct {
	to     io.WriteSeeker
	info   meta.StreamInfo
	tags   tags
	sum    hash.Hash // of the samples
	coders []*coder
}

func newFLAC(to io.WriteSeeker, frames int64, t tags) (*flacFile, error) {
	f := &flacFile{to: to, tags: t, sum: md5.New(), info: meta.StreamInfo{
		BlockSizeMin: block, BlockSizeMax: block,
		SampleRate: synth.Rate, NChannels: 2, BitsPerSample: 24, NSamples: uint64(frames),
	}}
	return f, f.header()
}

// header writes it, as far as it is known; its length does not depend on that.
func (f *flacFile) header() error {
	if _, err := flac.NewEncoder(f.to, &f.info, f.tags.comment()); err != nil {
		return fmt.Errorf("flac header: %w", err)
	}
	return nil
}

func (f *flacFile) packer() func(*piece) {
	c := newCoder()
	f.coders = append(f.coders, c)
	return func(p *piece) {
		p.packed = p.packed[:0]
		number := p.at / block
		for samples := range slices.Chunk(p.samples, 2*block) {
			p.packed = c.frame(p.packed, number, samples)
			number++
		}
	}
}

func (f *flacFile) write(p *piece) error {
	_, _ = f.sum.Write(p.pcm) // a hash takes everything
	if _, err := f.to.Write(p.packed); err != nil {
		return fmt.Errorf("flac samples: %w", err)
	}
	return nil
}

func (f *flacFile) finish() error {
	least, most := math.MaxInt, 0
	for _, c := range f.coders {
		least, most = min(least, c.least), max(most, c.most)
	}
	f.info.FrameSizeMin, f.info.FrameSizeMax = uint32(least), uint32(most)
	f.sum.Sum(f.info.MD5sum[:0])
	if _, err := f.to.Seek(0, io.SeekStart); err != nil {
		return fmt.Errorf("flac header: %w", err)
	}
	return f.header()
}
