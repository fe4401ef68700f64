package export

import (
	"bytes"
	"crypto/md5"
	"errors"
	"hash"
	"io"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/mewkiz/flac/frame"
	"pgregory.net/rapid"
)

func newSum() hash.Hash { return md5.New() }

// memory is a file in memory.
type memory struct {
	bytes []byte
	at    int
}

func (m *memory) Write(p []byte) (int, error) {
	over := copy(m.bytes[m.at:], p)
	m.bytes = append(m.bytes, p[over:]...)
	m.at += len(p)
	return len(p), nil
}

func (m *memory) Seek(offset int64, whence int) (int64, error) {
	if whence != io.SeekStart {
		return 0, errors.New("only from the start")
	}
	m.at = int(offset)
	return offset, nil
}

const full = 1 << 23

// signals are what there may be in a file, and what there is not but for a mistake.
var signals = map[string]func(r *rand.Rand, amplitude float64, i int) float64{
	"silence":  func(*rand.Rand, float64, int) float64 { return 0 },
	"constant": func(_ *rand.Rand, a float64, _ int) float64 { return -a },
	"noise":    func(r *rand.Rand, a float64, _ int) float64 { return a * (2*r.Float64() - 1) },
	"sine":     func(_ *rand.Rand, a float64, i int) float64 { return a * math.Sin(float64(i)*0.069) },
	"ramp":     func(_ *rand.Rand, a float64, i int) float64 { return a * float64(i) / 4096 },
	"square":   func(_ *rand.Rand, a float64, i int) float64 { return a * float64(1-i/50%2*2) },
	"nyquist":  func(_ *rand.Rand, a float64, i int) float64 { return a * float64(1-i%2*2) },
	"clicks": func(r *rand.Rand, a float64, _ int) float64 {
		if r.IntN(500) == 0 {
			return a
		}
		return 0
	},
	"swell": func(r *rand.Rand, a float64, i int) float64 {
		return a * float64(i) / 4096 * (math.Sin(float64(i)*0.069) + 0.001*r.NormFloat64())
	},
}

// layer adds a signal to so many frames, on each channel upright, upside down, or not at all.
func layer(samples []int32, kind string, amplitude float64, l, r int, chance *rand.Rand) {
	for i := range len(samples) / 2 {
		v := signals[kind](chance, amplitude, i)
		samples[2*i] = clipped(float64(samples[2*i]) + float64(l)*v)
		samples[2*i+1] = clipped(float64(samples[2*i+1]) + float64(r)*v)
	}
}

func clipped(v float64) int32 { return int32(min(max(math.Round(v), -full), full-1)) }

// comesBack holds a file of such samples to them, as read by a decoder that is not ours.
func comesBack(t rapid.TB, samples []int32) {
	t.Helper()
	var file memory
	f, err := newFLAC(&file, int64(len(samples)/2), spec(1).tags())
	if err != nil {
		t.Fatal(err)
	}
	header := len(file.bytes)
	p := piece{samples: samples}
	for _, s := range samples {
		p.pcm = append(p.pcm, byte(s), byte(s>>8), byte(s>>16))
	}
	f.packer()(&p)
	if err := errors.Join(f.write(&p), f.finish()); err != nil {
		t.Fatal(err)
	}
	got := readFLAC(t, file.bytes)
	if len(got) != len(samples) {
		t.Fatalf("%d samples, want %d", len(got), len(samples))
	}
	for i, v := range got {
		if v != samples[i] {
			t.Fatalf("sample %d is %d, want %d", i, v, samples[i])
		}
	}
	size, frames := len(file.bytes)-header, (len(samples)/2+block-1)/block
	if size > len(p.pcm)+32*frames {
		t.Errorf("%d bytes for %d", size, len(p.pcm))
	}
	if least, most := int(f.info.FrameSizeMin), int(f.info.FrameSizeMax); least*frames > size || most*frames < size {
		t.Errorf("%d frames of %d to %d bytes are %d", frames, least, most, size)
	}
}

func TestEverySignalComesBack(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 2))
	for _, kind := range slices.Sorted(maps.Keys(signals)) {
		for _, amplitude := range []float64{1, 100, 1 << 12, 1 << 17, 1 << 20, full, 4 * full} {
			for _, sides := range [][2]int{{1, 1}, {1, 0}, {0, 1}, {1, -1}} {
				for _, frames := range []int{1, 16, 100, block, block + 16} {
					samples := make([]int32, 2*frames)
					layer(samples, kind, amplitude, sides[0], sides[1], chance)
					comesBack(t, samples)
				}
			}
			if t.Failed() {
				t.Fatalf("that is %s of %v", kind, amplitude)
			}
		}
	}
}

func TestAnySumComesBack(t *testing.T) {
	kinds := slices.Sorted(maps.Keys(signals))
	rapid.Check(t, func(t *rapid.T) {
		samples := make([]int32, 2*rapid.IntRange(1, 2*block+1).Draw(t, "frames"))
		chance := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		for range rapid.IntRange(1, 3).Draw(t, "layers") {
			kind := rapid.SampledFrom(kinds).Draw(t, "kind")
			amplitude := math.Exp2(rapid.Float64Range(-1, 25).Draw(t, "bits"))
			layer(samples, kind, amplitude, rapid.IntRange(-1, 1).Draw(t, "left"), rapid.IntRange(-1, 1).Draw(t, "right"), chance)
		}
		comesBack(t, samples)
	})
}

// The number of a frame is where players find it by, up to a day and beyond.
func TestEveryFrameHasItsNumber(t *testing.T) {
	c, samples := newCoder(), make([]int32, 2*block)
	for _, want := range []int64{
		0, 1, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xd800, 0xdfff, 0xffff, 0x10000, 1012500, 0x10ffff, 0x110000,
		0x1fffff, 0x200000, 0x3ffffff, 0x4000000, 0x7fffffff,
	} {
		f, err := frame.Parse(bytes.NewReader(c.frame(nil, want, samples)))
		if err != nil {
			t.Errorf("frame %#x: %v", want, err)
		} else if int64(f.Num) != want {
			t.Errorf("frame %#x says %#x", want, f.Num)
		}
	}
}

// A tone is nearly free, and so is a channel that is the other one.
func TestPredictionSaves(t *testing.T) {
	samples := make([]int32, 2*block)
	for i := range block {
		v := clipped(full / 8 * math.Sin(float64(i)*2*math.Pi*528/48000))
		samples[2*i], samples[2*i+1] = v, v
	}
	if size := len(newCoder().frame(nil, 0, samples)); size > 6*block/5 {
		t.Errorf("%d bytes for a sine, of %d", size, 6*block)
	}
}

// Noise cannot be foretold. A frame of it is still no longer than its samples, on whichever sides it is, and one of faint
// noise takes few bits.
func TestNoiseTakesNoMoreThanItsBits(t *testing.T) {
	for seed := range uint64(100) {
		chance := rand.New(rand.NewPCG(seed, 2))
		for _, sides := range [][2]int{{1, 1}, {1, 0}, {0, 1}, {1, -1}} {
			for _, noise := range []struct {
				amplitude float64
				most      int // bits of a sample
			}{{4 * full, 24}, {1, 4}} {
				samples := make([]int32, 2*block)
				layer(samples, "noise", noise.amplitude, sides[0], sides[1], chance)
				if got := len(newCoder().frame(nil, 0, samples)); got > 2*block*noise.most/8+32 {
					t.Fatalf("seed %d, noise of %v on %v: %d bytes", seed, noise.amplitude, sides, got)
				}
			}
		}
	}
}
