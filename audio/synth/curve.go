package synth

import "math"

// rise is the raised cosine from 0 at x = 0 to 1 at x = 1, level outside: no corner
// where it joins, which is what would be heard as a click.
func rise(x float64) float64 {
	switch {
	case x <= 0:
		return 0
	case x >= 1:
		return 1
	}
	return (1 - math.Cos(math.Pi*x)) / 2
}

func lerp(from, to, x float64) float64 { return from + (to-from)*x }

// ramp is a value that goes from one to another along a raised cosine, in frames.
type ramp struct {
	from, to      float64
	begin, length int64
}

func (r ramp) at(frame int64) float64 {
	if frame >= r.begin+r.length {
		return r.to
	}
	return lerp(r.from, r.to, rise(float64(frame-r.begin)/float64(r.length)))
}

// toward is the ramp that goes on from where r is at the frame.
func (r ramp) toward(to float64, begin, length int64) ramp {
	return ramp{from: r.at(begin), to: to, begin: begin, length: length}
}
