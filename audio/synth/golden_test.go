package synth

import (
	"bufio"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"
	"time"

	"kindhum/app/breath"
	"kindhum/audio/measure"
)

var update = flag.Bool("update", false, "write the goldens anew; listen before you keep them")

// goldenTolerance is -80 dBFS: less than anyone hears, more than processors differ in rounding.
const goldenTolerance = 1e-4

// golden is what is kept of a sound: the level of every 50 ms in each channel, and the samples of
// some 5 ms from the bowl, the cue and the hum.
func golden(out []float32) []float64 {
	left, right := measure.Split(out)
	kept := append(measure.Envelope(left, Rate/20), measure.Envelope(right, Rate/20)...)
	for _, at := range []int{Rate / 2, 3 * Rate, 6 * Rate} {
		kept = append(kept, left[at:at+128]...)
		kept = append(kept, right[at:at+128]...)
	}
	return kept
}

func TestItSoundsAsItDid(t *testing.T) {
	for _, voice := range voiceIDs {
		s := full(voice, 264)
		s.Room = 20
		line := breath.Timeline{Pattern: breath.Default, LeadIn: time.Second, Breaths: 1}
		got := golden(played(s, line, 16))
		path := filepath.Join("testdata", voice+".golden")
		if *update {
			write(t, path, got)
		}
		want := read(t, path)
		if len(got) != len(want) {
			t.Fatalf("%s: %d numbers, want %d", voice, len(got), len(want))
		}
		for i := range want {
			if !(math.Abs(got[i]-want[i]) <= goldenTolerance) { // NaN fails
				t.Fatalf("%s: number %d is %v, was %v", voice, i, got[i], want[i])
			}
		}
	}
}

func write(t *testing.T, path string, x []float64) {
	t.Helper()
	var b []byte
	for _, v := range x {
		b = fmt.Appendf(b, "%.6f\n", v)
	}
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) []float64 {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var x []float64
	for s := bufio.NewScanner(f); s.Scan(); {
		var v float64
		if _, err := fmt.Sscan(s.Text(), &v); err != nil {
			t.Fatal(err)
		}
		x = append(x, v)
	}
	return x
}
