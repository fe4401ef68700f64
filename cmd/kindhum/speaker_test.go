//go:build e2e

package main_test

import (
	"encoding/binary"
	"io"
	"math"
	"os"
	"os/exec"
	"sync"
	"time"

	"kindhum/audio/measure"
)

// speaker is a sound server whose only speaker is recorded.
type speaker struct {
	d                *desk
	server, recorder *exec.Cmd

	mu      sync.Mutex
	samples []float64   // one channel, 48 kHz; of this run of the server
	begun   time.Time   // when the first of them was played
	begins  []time.Time // the same, by each five seconds of the recording
	wrong   bool        // a sample was no number
}

// stretch is a part of the recording by which alone it is told when it was played: the clock of a speaker runs a little
// faster or slower than ours, a null sink's by some 40 millionths.
const stretch = 5 * measure.Rate

func newSpeaker(d *desk) *speaker { return &speaker{d: d} }

// settled is how long a fresh null sink needs before it takes a new stream at once.
const settled = 2500 * time.Millisecond

// start starts the server and the recording, and returns when a stream would be played at once.
func (s *speaker) start() {
	s.d.t.Helper()
	socket := s.d.path("run/pulse/native")
	s.server = s.d.start(s.d.command("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
		"--realtime=no", "--high-priority=no",
		"-L", "module-native-protocol-unix auth-anonymous=1 socket="+socket,
		"-L", "module-null-sink sink_name=speaker rate=48000 format=float32le channels=2"))
	s.d.until(20*time.Second, "the sound server answers", func() bool {
		return s.d.command("pactl", "info").Run() == nil
	})
	s.recorder = s.d.command("parec", "-d", "speaker.monitor", "--format=float32le", "--rate=48000", "--channels=2", "--latency-msec=20")
	out, err := s.recorder.StdoutPipe()
	if err != nil {
		s.d.t.Fatal(err)
	}
	s.mu.Lock()
	s.samples, s.begun, s.begins = nil, time.Time{}, nil
	s.mu.Unlock()
	s.d.start(s.recorder)
	go s.record(out)
}

// settle waits until the speaker has run long enough to take a stream at once.
func (s *speaker) settle() {
	s.d.t.Helper()
	s.d.until(30*time.Second, "the speaker has settled", func() bool { return s.played() > settled })
}

// kill ends the server at once, and the recording with it.
func (s *speaker) kill() {
	crash(s.server)
	crash(s.recorder)
	_ = os.RemoveAll(s.d.path("run/pulse")) // what a killed server leaves
}

// unheard ends the recording. Who listens at 20 ms has the server ask everybody for as little at once, fifty times a second instead
// of 33.
func (s *speaker) unheard() {
	crash(s.recorder)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.samples = nil
}

// record keeps what is played, until the recorder ends.
func (s *speaker) record(out io.Reader) {
	block := make([]byte, 8*960)
	for kept := 0; ; {
		n, err := out.Read(block[kept:])
		if err != nil {
			return
		}
		kept += n
		s.keep(block[:kept/8*8])
		kept = copy(block, block[kept/8*8:kept])
	}
}

func (s *speaker) keep(block []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for ; len(block) >= 8; block = block[8:] {
		left := math.Float32frombits(binary.LittleEndian.Uint32(block))
		right := math.Float32frombits(binary.LittleEndian.Uint32(block[4:]))
		v := (float64(left) + float64(right)) / 2
		s.wrong = s.wrong || math.IsNaN(v) || math.IsInf(v, 0)
		s.samples = append(s.samples, v)
	}
	// A block comes late or later, never early: the earliest of all tells when the recording began.
	begun := time.Now().Add(-seconds(float64(len(s.samples)) / measure.Rate))
	if s.begun.IsZero() || begun.Before(s.begun) {
		s.begun = begun
	}
	if at := (len(s.samples) - 1) / stretch; at >= len(s.begins) {
		s.begins = append(s.begins, begun)
	} else if begun.Before(s.begins[at]) {
		s.begins[at] = begun
	}
}

// when is when a sample of the recording was played.
func (s *speaker) when(sample int) time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	begun := s.begins[min(sample/stretch, len(s.begins)-1)]
	return begun.Add(seconds(float64(sample) / measure.Rate))
}

// from is what was played from a sample on.
func (s *speaker) from(sample int) []float64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]float64(nil), s.samples[min(sample, len(s.samples)):]...)
}

// played is how long the recording is.
func (s *speaker) played() time.Duration {
	s.mu.Lock()
	defer s.mu.Unlock()
	return seconds(float64(len(s.samples)) / measure.Rate)
}

// since is what was played from a moment on.
func (s *speaker) since(from time.Time) []float64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.wrong {
		s.d.t.Error("the speaker was given what is no number")
	}
	first := int(from.Sub(s.begun).Seconds() * measure.Rate)
	return append([]float64(nil), s.samples[min(max(first, 0), len(s.samples)):]...)
}

// level is how loud the last part of what was played is, in dBFS.
func (s *speaker) level(last time.Duration) float64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := int(last.Seconds() * measure.Rate)
	return measure.DB(measure.RMS(s.samples[max(0, len(s.samples)-n):]))
}

// heard waits until the speaker is louder than a level in dBFS, or softer, over 50 ms, and returns when.
func (s *speaker) heard(within time.Duration, what string, dBFS float64, louder bool) time.Time {
	s.d.t.Helper()
	s.d.until(within, what, func() bool { return s.level(50*time.Millisecond) > dBFS == louder })
	return time.Now()
}

func seconds(s float64) time.Duration { return time.Duration(s * float64(time.Second)) }
