package synth

import (
	"math"
	"testing"
	"time"

	"kindhum/app/breath"

	"pgregory.net/rapid"
)

// A step of the lag while a hum sounds would be a step of its phase: a click.
func TestThePitchSettlesWithoutAStep(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const ms = time.Millisecond
		line := breath.Timeline{Pattern: breath.Default, Shape: breath.Shape(rapid.IntRange(0, 2).Draw(t, "shape"))}
		line.From = time.Duration(rapid.Int64Range(0, 20_000).Draw(t, "from")) * ms
		if rapid.Bool().Draw(t, "as a tone is handed over") {
			line.From = line.Handover(line.From)
		}
		at := line.From + time.Duration(rapid.Int64Range(-600, 600).Draw(t, "around"))*ms
		before, now := line.At(at-ms), line.At(at)
		if before.Hum == 0 {
			return
		}
		if step := math.Abs(scoop(line, now, at) - scoop(line, before, at-ms)); step > 0.01 {
			t.Fatalf("at %v, %v after the breath ceased to lead, it steps by %v", at, at-line.From, step)
		}
	})
}
