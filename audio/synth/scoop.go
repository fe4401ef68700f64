package synth

import (
	"time"

	"kindhum/app/breath"
)

// settling is how long the pitch of an out-breath takes to arrive.
const settling = 500 * time.Millisecond

// scoop is how far the phase of the hum lags behind what it will be, at the moment m that t has at an elapsed
// time: it winds back while no hum sounds and runs out, ever slower, while the hum settles. A voice does not
// begin on its pitch. One that just began when the breath ceased to lead settles all the same.
func scoop(t breath.Timeline, m breath.Moment, at time.Duration) float64 {
	switch m.Phase {
	case breath.In:
		return m.Fullness
	case breath.Hold:
		return 1
	case breath.Out:
		return unwound(m, t.Pattern.Out, 0)
	case breath.Still:
		since := at - t.From
		if t.Shape == breath.Paced || since < 0 || since > settling {
			return 0
		}
		t.Shape = breath.Paced
		if led := t.At(t.From); led.Phase == breath.Out {
			return unwound(led, t.Pattern.Out, since)
		}
	}
	return 0
}

// unwound is what is left of the lag, so long after a moment of an out-breath of a length.
func unwound(m breath.Moment, out, since time.Duration) float64 {
	left := max(0, 1-(m.Progress*float64(out)+float64(since))/float64(settling))
	return left * left * left
}
