package synth

import (
	"time"

	"kindhum/app/breath"
)

const (
	onset   = 450 * time.Millisecond // the timeline's own: how long its hum takes to open
	stroke  = 150 * time.Millisecond // of what is struck: the sharpest edge that startles nobody
	rubbed  = 0.22                   // age of what is not struck but kept ringing
	rubbing = 2 * time.Second        // how long a strike takes to become that
)

// struck is what a timeline's hum is multiplied by, at the moment it has at an elapsed time, for an onset as that of
// a strike, and how long ago the strike was, in out-breaths. Where nothing is paced nothing is struck: what rings
// by then turns, while the timeline's hum glides, into what rings for ever.
func struck(t breath.Timeline, m breath.Moment, at time.Duration) (sharper, age float64) {
	out := t.Pattern.Out
	if m.Phase == breath.Out {
		return strike(time.Duration(m.Progress * float64(out))), m.Progress
	}
	since := at - t.From
	if m.Phase != breath.Still || since >= rubbing || out <= 0 {
		return 1, rubbed
	}
	t.Shape = breath.Paced
	before := t.At(t.From)
	if before.Phase != breath.Out {
		return 1, rubbed
	}
	into := time.Duration(before.Progress*float64(out)) + since
	way := rise(float64(since) / float64(rubbing))
	return strike(into), lerp(float64(into)/float64(out), rubbed, way)
}

// strike turns the timeline's onset into the stroke.
func strike(into time.Duration) float64 {
	switch {
	case into <= 0:
		return float64(onset*onset) / float64(stroke*stroke) // their ratio where both are 0
	case into >= onset:
		return 1
	}
	return rise(float64(into)/float64(stroke)) / rise(float64(into)/float64(onset))
}
