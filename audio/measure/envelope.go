package measure

import "math"

// Envelope is the RMS of x, as amplitudes, in windows of the given number of samples laid end
// to end. What is left over at the end is not counted.
func Envelope(x []float64, window int) []float64 {
	window = max(window, 1)
	out := make([]float64, 0, len(x)/window)
	for ; len(x) >= window; x = x[window:] {
		out = append(out, RMS(x[:window]))
	}
	return out
}

// Swell is a stretch of sound between two silences. Times are seconds from the
// first sample.
type Swell struct {
	Start, End float64 // where it rises over the threshold and falls under it
	At         float64 // where it is loudest
	Peak       float64 // how loud it is there, dBFS (RMS of 10 ms)
}

const (
	swellWindow = Rate / 100 // 10 ms: a few periods of the lowest pitch
	// Beating and noise may dip under the threshold for a moment without ending a swell.
	swellJoin = 0.25
)

// Swells finds where x is louder than the given level in dBFS, to 10 ms.
// Dips shorter than a quarter of a second do not divide a swell.
func Swells(x []float64, threshold float64) []Swell {
	const step = float64(swellWindow) / Rate
	var out []Swell
	for i, amplitude := range Envelope(x, swellWindow) {
		level, at := DB(amplitude), float64(i)*step
		if !(level > threshold) {
			continue
		}
		if len(out) == 0 || at-out[len(out)-1].End > swellJoin {
			out = append(out, Swell{Start: at, At: at, Peak: Floor})
		}
		s := &out[len(out)-1]
		s.End = at + step
		if level > s.Peak {
			s.At, s.Peak = at+step/2, level
		}
	}
	return out
}

// Gap is a stretch of digital silence. Times are seconds from the first sample.
type Gap struct{ Start, End float64 }

// quiet is what counts as no sound at all: under the last bit of 24, which a sound card's
// own dither or a float buffer never stays under while something plays.
const quiet = 1.0 / (1 << 24)

// Gaps finds where x is silent for at least the given number of seconds, to the
// sample. A rest between swells is a gap too: ask within a swell.
func Gaps(x []float64, atLeast float64) []Gap {
	var out []Gap
	begun := 0
	for i := 0; i <= len(x); i++ {
		if i < len(x) && math.Abs(x[i]) < quiet {
			continue
		}
		if i > begun && float64(i-begun) >= atLeast*Rate {
			out = append(out, Gap{float64(begun) / Rate, float64(i) / Rate})
		}
		begun = i + 1
	}
	return out
}
