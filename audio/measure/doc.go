// Package measure is what tests and benchmarks listen with: levels, exact
// pitch, spectra, loudness, and where a sound swells or has a gap.
//
// Unless said otherwise a signal is one channel of samples, full scale at 1,
// at [Rate] samples a second, and a level is the RMS in dBFS: a full-scale sine
// is at -3.01 dBFS. A level of nothing at all is [Floor].
//
// The package is pure, keeps nothing, and plays and opens nothing. All its
// functions may be called concurrently.
//
//	left, right := measure.Split(recorded)
//	hz := measure.Frequency(left[from:to], 528)
package measure
