package export

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	wavfile "github.com/go-audio/wav"
	"github.com/mewkiz/flac"
	"pgregory.net/rapid"

	"kindhum/app/breath"
	"kindhum/app/choice"
)

func spec(breaths int) Spec {
	return Spec{
		Title:    "Hum breath",
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
	for _, voice := range choice.Voices() {
		s := spec(1)
		s.Sound.Voice, s.Sound.Volume = voice, choice.MaxVolume
		want := readWAV(t, rendered(t, s, "a.wav"))
		file := rendered(t, s, "a.FLAC")
		got := readFLAC(t, file)
		if len(got) != len(want) {
			t.Fatalf("%s: %d frames, want %d", voice, len(got)/2, len(want)/2)
		}
		for i, v := range got {
			if int(v) != want[i] {
				t.Fatalf("%s: sample %d is %d, want %d", voice, i, v, want[i])
			}
		}
		if most := 3 * len(want) / 2; len(file) > most {
			t.Errorf("%s: %d bytes, over half of the %d that the samples take", voice, len(file), 3*len(want))
		}
	}
}

// readFLAC reads the samples, interleaved, and holds the header to them.
func readFLAC(t rapid.TB, file []byte) (samples []int32) {
	t.Helper()
	stream, err := flac.New(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	sum := newSum()
	for range (stream.Info.NSamples + block - 1) / block {
		f, err := stream.ParseNext()
		if err != nil {
			t.Fatalf("after %d frames: %v", len(samples)/2, err)
		}
		f.Hash(sum)
		for i, l := range f.Subframes[0].Samples {
			samples = append(samples, l, f.Subframes[1].Samples[i])
		}
	}
	if n := stream.Info.NSamples; n != uint64(len(samples)/2) {
		t.Errorf("the header says %d frames, and there are %d", n, len(samples)/2)
	}
	if !bytes.Equal(sum.Sum(nil), stream.Info.MD5sum[:]) {
		t.Error("the header's checksum of the samples is another")
	}
	return samples
}

func TestSameSpecSameBytes(t *testing.T) {
	for _, name := range []string{"a.wav", "a.flac"} {
		want := rendered(t, spec(1), name)
		for _, cores := range []int{1, 2, 5} {
			before := runtime.GOMAXPROCS(cores)
			got := rendered(t, spec(1), "b-"+name)
			runtime.GOMAXPROCS(before)
			if !bytes.Equal(got, want) {
				t.Errorf("%s differs from itself on %d cores", name, cores)
			}
		}
		other := spec(1)
		other.Seed = 2
		if bytes.Equal(want, rendered(t, other, name)) {
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
	if size := len(rendered(t, s, "a.flac")); size > 10000 {
		t.Errorf("FLAC takes %d bytes for it", size)
	}
}

func TestRefusals(t *testing.T) {
	open, day := spec(0), spec(8640)
	for _, c := range []struct {
		spec Spec
		name string
		want error
	}{
		{open, "a.wav", ErrOpen},
		{day, "a.wav", ErrTooLong},
		{spec(1), "a.mp3", ErrKind},
		{spec(1), "a", ErrKind},
		{spec(1), "wav", ErrKind},
		{spec(1), "", errFolder},
	} {
		dir := t.TempDir()
		if err := Render(t.Context(), c.spec, filepath.Join(dir, c.name), nil); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
		empty(t, dir)
	}
}

func empty(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 0 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
}
