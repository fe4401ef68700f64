package device

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"sync"

	"github.com/ebitengine/oto/v3"
)

// Speaker is the system's own output.
type Speaker struct {
	context *oto.Context
	ready   chan struct{}
	player  *oto.Player // nil until Start, as is reader
	reader  *reader

	flushing sync.Mutex
}

var _ Device = (*Speaker)(nil)

// Open begins to open the system's output; Ready tells when that is done. A
// process can do so once, also when it failed.
func Open(options Options) (*Speaker, error) {
	if err := keepLocal(); err != nil {
		return nil, fmt.Errorf("sound server: %w", err)
	}
	context, ready, err := oto.NewContext(&oto.NewContextOptions{
		SampleRate:      Rate,
		ChannelCount:    Channels,
		Format:          oto.FormatFloat32LE,
		BufferSize:      serverBuffer,
		ApplicationName: options.Name,
	})
	if err != nil {
		return nil, fmt.Errorf("sound device: %w", err)
	}
	return &Speaker{context: context, ready: ready}, nil
}

// Ready implements Device.
func (s *Speaker) Ready() <-chan struct{} { return s.ready }

// Err implements Device.
func (s *Speaker) Err() error {
	err := s.context.Err()
	if s.player != nil {
		err = errors.Join(err, s.player.Err())
	}
	return err
}

// Start implements Device.
func (s *Speaker) Start(source Source) {
	const size = blockFrames * Channels
	s.reader = &reader{source: source, samples: make([]float32, size)}
	s.player = s.context.NewPlayer(s.reader)
	s.player.SetBufferSize(size * 4)
	s.player.Play()
}

// SetGain implements Device.
func (s *Speaker) SetGain(gain float64) { s.player.SetVolume(gain) }

// Queued implements Device.
func (s *Speaker) Queued() int { return s.player.BufferedSize() / (4 * Channels) }

// Latency implements Device.
func (s *Speaker) Latency() int { return latencyFrames }

// Flush implements Device. The player seeks its source while it holds all
// reading back, which is the moment that then is promised.
func (s *Speaker) Flush(then func()) {
	s.flushing.Lock()
	defer s.flushing.Unlock()
	s.reader.then = then
	if _, err := s.player.Seek(0, io.SeekStart); err != nil {
		panic(err) // only a source that cannot seek makes it fail
	}
}

// reader is a Source as the library reads it: bytes of little-endian float32.
type reader struct {
	source  Source
	samples []float32
	then    func() // what the next Seek calls
}

var _ io.ReadSeeker = (*reader)(nil)

// Read implements io.Reader. It always fills as many whole frames as fit.
func (r *reader) Read(p []byte) (int, error) {
	n := min(len(p)/(4*Channels)*Channels, len(r.samples))
	r.source.Pull(r.samples[:n])
	for i, v := range r.samples[:n] {
		binary.LittleEndian.PutUint32(p[4*i:], math.Float32bits(v))
	}
	return 4 * n, nil
}

// Seek implements io.Seeker. There is nowhere to seek to; it is the moment at
// which nothing reads.
func (r *reader) Seek(int64, int) (int64, error) {
	r.then()
	return 0, nil
}
