package export

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	wavfile "github.com/go-audio/wav"
	"github.com/mewkiz/flac"

	"kindhum/app/breath"
	"kindhum/app/choice"
)

func spec(breaths int) Spec {
	return Spec{
		Timeline: breath.Timeline{Pattern: breath.Default, Breaths: breaths, LeadIn: time.Second},
		Sound:    choice.DefaultSound(), Seed: 1,
	}
}

func rendered(t *testing.T, s Spec, name string) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := Render(t.Context(), s, path, nil); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func readWAV(t *testing.T, b []byte) []int {
	t.Helper()
	d := wavfile.NewDecoder(bytes.NewReader(b))
	pcm, err := d.FullPCMBuffer()
	if err != nil {
		t.Fatal(err)
	}
	if d.SampleRate != 48000 || d.NumChans != 2 || d.BitDepth != 24 || d.WavAudioFormat != 1 {
		t.Fatalf("the header says %d Hz, %d channels, %d bits, format %d", d.SampleRate, d.NumChans, d.BitDepth, d.WavAudioFormat)
	}
	return pcm.Data
}

func TestWAVIsReadBack(t *testing.T) {
	s := spec(1)
	data := readWAV(t, rendered(t, s, "a.wav"))
	want := (1 + 10 + 8) * 48000 // lead-in, a breath, the bowl
	if len(data) != 2*want {
		t.Fatalf("%d frames, want %d", len(data)/2, want)
	}
	peak := 0
	for _, v := range data {
		peak = max(peak, v, -v)
	}
	if peak < 1<<23/50 || peak > 1<<23/4 {
		t.Errorf("the peak is %d of %d", peak, 1<<23)
	}
	if data[2*want-1] != 0 || data[0] != 0 {
		t.Error("the file does not begin and end in silence")
	}
}

func TestFLACHoldsTheSameSamples(t *testing.T) {
	s := spec(1)
	want := readWAV(t, rendered(t, s, "a.wav"))
	stream, err := flac.New(bytes.NewReader(rendered(t, s, "a.FLAC")))
	if err != nil {
		t.Fatal(err)
	}
	if n := stream.Info.NSamples; n != uint64(len(want)/2) {
		t.Errorf("the header says %d frames, want %d", n, len(want)/2)
	}
	at := 0
	for at < len(want) {
		f, err := stream.ParseNext()
		if err != nil {
			t.Fatalf("after %d frames: %v", at/2, err)
		}
		for i := range f.Subframes[0].Samples {
			if l, r := f.Subframes[0].Samples[i], f.Subframes[1].Samples[i]; int(l) != want[at] || int(r) != want[at+1] {
				t.Fatalf("frame %d is %d %d, want %d %d", at/2, l, r, want[at], want[at+1])
			}
			at += 2
		}
	}
}

func TestSameSpecSameBytes(t *testing.T) {
	for _, name := range []string{"a.wav", "a.flac"} {
		a, b := rendered(t, spec(1), name), rendered(t, spec(1), name)
		if !bytes.Equal(a, b) {
			t.Errorf("%s differs from itself", name)
		}
		other := spec(1)
		other.Seed = 2
		if bytes.Equal(a, rendered(t, other, name)) {
			t.Errorf("%s is the same for another seed", name)
		}
	}
}

func TestMutedIsDigitalSilence(t *testing.T) {
	s := spec(1)
	s.Sound.Muted = true
	for i, v := range readWAV(t, rendered(t, s, "a.wav")) {
		if v != 0 {
			t.Fatalf("sample %d is %d", i, v)
		}
	}
}

func TestRefusals(t *testing.T) {
	open, day := spec(0), spec(8640)
	for _, c := range []struct {
		spec Spec
		name string
		want error
	}{{open, "a.wav", ErrOpen}, {day, "a.wav", ErrTooLong}, {spec(1), "a.mp3", ErrKind}, {spec(1), "a", ErrKind}} {
		dir := t.TempDir()
		if err := Render(t.Context(), c.spec, filepath.Join(dir, c.name), nil); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
		empty(t, dir)
	}
}

// The longest that fits is refused by no mistake of ours: its length still goes into 32 bits.
func TestTheLongestWAV(t *testing.T) {
	if size := int64(wavMost)*wavFrame + wavHeader - 8; size > 1<<32-1 || size < 1<<32-1-wavFrame {
		t.Errorf("a RIFF chunk of %d bytes", size)
	}
}

func TestNothingIsLeft(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	steps := 0
	err := Render(ctx, spec(2), filepath.Join(dir, "a.wav"), func(done, total int64) {
		if done <= 0 || done > total {
			t.Errorf("%d of %d", done, total)
		}
		if steps++; steps == 3 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || steps != 3 {
		t.Errorf("cancelled after %d steps: %v", steps, err)
	}
	empty(t, dir)

	err = Render(t.Context(), spec(1), filepath.Join(dir, "none", "a.wav"), nil)
	if !errors.Is(err, os.ErrNotExist) || strings.Contains(err.Error(), ".part") {
		t.Errorf("no folder: %v", err)
	}
	// A folder in the way: everything is rendered and the last step fails.
	target := filepath.Join(dir, "b.wav")
	if err := os.Mkdir(target, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := Render(t.Context(), spec(1), target, nil); err == nil || strings.Contains(err.Error(), "\n") {
		t.Errorf("a folder was overwritten, or an error of several lines: %v", err)
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
}

func empty(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 0 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
}

func BenchmarkRender(b *testing.B) {
	for _, name := range []string{"a.wav", "a.flac"} {
		b.Run(name, func(b *testing.B) {
			path := filepath.Join(b.TempDir(), name)
			for b.Loop() {
				if err := Render(b.Context(), spec(6), path, nil); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.N)*69/b.Elapsed().Seconds(), "x-realtime")
		})
	}
}
