//go:build e2e

package main_test

import (
	"bytes"
	"encoding/binary"
	"math"
	"os"
	"strings"
	"testing"

	"kindhum/audio/measure"
)

// the plain hum of the measurements: a sine, and nothing beside it.
var plain = strings.Fields("--voice pure --cue off --bells off --room 0 --lead-in 0")

func TestProgramRenders(t *testing.T) {
	t.Parallel()
	d := sit(t, with{})
	var files [2][]byte
	for i, name := range []string{"a.wav", "b.wav"} {
		d.must(append(strings.Fields("render --pattern 4-6 --length 1m --out "+name), plain...)...)
		var err error
		if files[i], err = os.ReadFile(d.path(name)); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("the same words give two different files")
	}
	left, right := wav(t, files[0])
	if measure.Correlation(left, right) < 0.99 {
		t.Error("a plain sine differs between left and right")
	}
	loudest := measure.Floor
	for _, v := range measure.Envelope(left, measure.Rate/100) {
		loudest = max(loudest, measure.DB(v))
	}
	swells := measure.Swells(left, loudest-34)
	if len(swells) != 6 {
		t.Fatalf("%d swells in a minute of 4-6, want 6: %v", len(swells), swells)
	}
	for i, s := range swells {
		begin := 10*float64(i) + 4
		if s.Start < begin || s.Start > begin+0.35 {
			t.Errorf("swell %d is heard from %.3f s on, want %.2f to %.2f", i+1, s.Start, begin, begin+0.35)
		}
		if s.End < begin+0.8*6 || s.End > begin+6.1 {
			t.Errorf("swell %d is heard until %.3f s, want %.2f to %.2f", i+1, s.End, begin+4.8, begin+6.1)
		}
		last := measure.DB(measure.RMS(part(left, begin+5.7, begin+5.9)))
		if last > s.Peak-6 {
			t.Errorf("swell %d is at %.1f dBFS just before its end, its loudest is %.1f: it does not thin", i+1, last, s.Peak)
		}
		if hz := measure.Frequency(part(left, begin+1, begin+4), 528); !(math.Abs(hz-528) < 0.01) {
			t.Errorf("swell %d is at %.4f Hz, want 528 within 0.01", i+1, hz)
		}
	}
	for at := 0; at+measure.Rate/10 <= len(left); at += measure.Rate / 20 {
		if level := measure.BandLevel(left[at:at+measure.Rate/10], 7000, measure.Rate/2); !(level < -85) {
			t.Fatalf("a click at %.2f s: %.1f dBFS over 7 kHz", float64(at)/measure.Rate, level)
		}
	}
}

// part is the signal between two times in seconds.
func part(x []float64, from, to float64) []float64 {
	return x[int(from*measure.Rate):min(int(to*measure.Rate), len(x))]
}

// wav reads a 48 kHz stereo file of 24-bit samples.
func wav(t *testing.T, file []byte) (left, right []float64) {
	t.Helper()
	at := bytes.Index(file, []byte("data"))
	fmtAt := bytes.Index(file, []byte("fmt "))
	if at < 0 || fmtAt < 0 || string(file[:4]) != "RIFF" {
		t.Fatalf("that is no WAV file: %q", file[:min(len(file), 40)])
	}
	format := file[fmtAt+8:]
	channels, rate, bits := binary.LittleEndian.Uint16(format[2:]), binary.LittleEndian.Uint32(format[4:]), binary.LittleEndian.Uint16(format[14:])
	if channels != 2 || rate != measure.Rate || bits != 24 {
		t.Fatalf("%d channels, %d Hz, %d bits; want 2, 48000, 24", channels, rate, bits)
	}
	data := file[at+8:]
	data = data[:min(len(data), int(binary.LittleEndian.Uint32(file[at+4:])))]
	sample := func(b []byte) float64 {
		return float64(int32(uint32(b[0])<<8|uint32(b[1])<<16|uint32(b[2])<<24)) / (1 << 31)
	}
	for ; len(data) >= 6; data = data[6:] {
		left, right = append(left, sample(data)), append(right, sample(data[3:]))
	}
	return left, right
}
