//go:build e2e

package main_test

import (
	"context"
	"math"
	"os"
	"strconv"
	"testing"
	"time"

	"kindhum/app/control"
	"kindhum/app/monotonic"
	"kindhum/audio/measure"
)

// recorded is how long what plays is listened to: ten minutes, or what KINDHUM_MINUTES says.
func recorded(t *testing.T) time.Duration {
	t.Helper()
	minutes := 10
	if s := os.Getenv("KINDHUM_MINUTES"); s != "" {
		var err error
		if minutes, err = strconv.Atoi(s); err != nil || minutes < 1 {
			t.Fatalf("KINDHUM_MINUTES is %q, not a number of minutes", s)
		}
	}
	return time.Duration(minutes) * time.Minute
}

// torn is over what a swell or the settling of its pitch does to the recurrence of a sine of the usual loudness, and what a
// hole of a sample or a step of a hundredth of one does a hundred times over.
const torn = 5e-5

// tears are the seconds at which x is torn, no two within a millisecond.
func tears(x []float64, hz float64) (at []float64) {
	for i, v := range strange(x, hz) {
		s := float64(i) / measure.Rate
		if math.Abs(v) > torn && (len(at) == 0 || s-at[len(at)-1] > 0.001) {
			at = append(at, s)
		}
	}
	return at
}

// The tone for ten minutes through a real sound server: no gap, no jump.
func TestBarToneHasNoGap(t *testing.T) {
	t.Parallel()
	length := recorded(t)
	d := sit(t, with{sound: true})
	d.speaker.settle()
	d.must("tone", "--voice", "pure", "--room", "0", "--pitch", "528", "--swell", "10s")
	d.speaker.heard(5*time.Second, "the tone is heard", -45, true)
	from := d.speaker.played() + 3*time.Second
	d.until(length+time.Minute, "it was recorded", func() bool { return d.speaker.played() > from+length })
	x := d.speaker.since(d.speaker.begun.Add(from))
	at := tears(x, 528)
	t.Logf("the tone: %.1f minutes recorded, %d gaps or jumps, %.5f Hz", float64(len(x))/measure.Rate/60, len(at), measure.Frequency(x, 528))
	if len(at) > 0 {
		t.Errorf("gaps or jumps at seconds %.3f", at[:min(len(at), 20)])
	}
	if gaps := measure.Gaps(x, 0.001); len(gaps) > 0 {
		t.Errorf("gaps of a millisecond and more: %v", gaps[:min(len(gaps), 20)])
	}
}

// A session for ten minutes: where the window believes the breath to be, against what the speaker plays.
func TestBarCircleKeepsWithTheSound(t *testing.T) {
	t.Parallel()
	length := recorded(t)
	d := sit(t, with{sound: true})
	d.speaker.settle()
	first := int(d.speaker.played().Seconds() * measure.Rate)
	d.must("begin", "--hidden", "--length", length.String(), "--pattern", "4-6", "--lead-in", "3s", "--voice", "pure", "--pitch", "528",
		"--room", "0", "--cue", "off", "--bells", "off")
	clocks := d.clocks(length + 20*time.Second)
	x := d.speaker.from(first)
	if at := tears(x, 528); len(at) > 0 {
		t.Errorf("gaps or jumps at seconds %.3f", at[:min(len(at), 20)])
	}
	var errs []float64
	for _, s := range measure.Swells(x, loudest(x)-34) {
		onset := begins(x, s, 528)
		played := d.speaker.when(first + int(onset*measure.Rate))
		now := monotonic.Now() - int64(time.Since(played)) // on the clock that all processes share
		for i := len(clocks) - 1; i >= 0; i-- {
			if c := clocks[i]; c.At <= now && c.Running {
				believed := c.ElapsedAt(now).Seconds() - 3 - 4 // from where an out-breath begins
				errs = append(errs, 1000*math.Remainder(believed, 10))
				break
			}
		}
	}
	if len(errs) < int(length.Seconds()/10)-1 {
		t.Fatalf("only %d onsets were found", len(errs))
	}
	mean, spread, most := 0.0, 0.0, 0.0
	for _, e := range errs {
		mean += e / float64(len(errs))
		most = max(most, math.Abs(e))
	}
	for _, e := range errs {
		spread += (e - mean) * (e - mean) / float64(len(errs))
	}
	jitter := math.Sqrt(spread)
	t.Logf("the circle against the sound: %d onsets, %.1f ms on average, jitter %.2f ms, at most %.1f ms", len(errs), mean, jitter, most)
	if most > 25 || jitter > 5 {
		t.Errorf("that is over 25 ms, or a jitter of 5 ms: %.1f", errs)
	}
}

// clocks are all that the player tells its windows of the time, until nothing plays any more.
func (d *desk) clocks(within time.Duration) (all []control.Clock) {
	d.t.Helper()
	ctx, cancel := context.WithTimeout(d.t.Context(), within)
	defer cancel()
	c, err := control.Dial(ctx, d.path("run/kindhum"), control.Hello{})
	if err != nil {
		d.t.Fatal(err)
	}
	defer c.Close() //nolint:errcheck // it only listened
	snap, err := c.Subscribe(ctx)
	if err != nil {
		d.t.Fatal(err)
	}
	for snap.Status.State != "idle" && snap.Status.State != "ending" {
		all = append(all, snap.Clock)
		select {
		case snap = <-c.Changes():
		case <-c.Gone():
			d.t.Fatal("the player ended in the midst of its session")
		case <-ctx.Done():
			d.t.Fatal("the session did not end in time")
		}
	}
	return all
}

// begins is the second at which the out-breath of a swell begins: its hum rises by a raised cosine of 450 ms, and
// is half as loud as it gets, but for its own thinning, in the middle of that.
func begins(x []float64, s measure.Swell, hz float64) float64 {
	const half = measure.Rate / 200 // of a window of 10 ms
	amplitude := func(i int) float64 { return measure.Amplitude(x[i-half:i+half], hz) }
	from := max(int(s.Start*measure.Rate), half)
	to := min(from+measure.Rate, len(x)-half)
	top := 0.0
	for i := from; i < to; i += half {
		top = max(top, amplitude(i))
	}
	const step = 12 // a quarter of a millisecond
	last := 0.0
	for i := from; i < to; i += step {
		a := amplitude(i)
		if a >= top/2 {
			part := (top/2 - last) / (a - last)
			return (float64(i)+(part-1)*step)/measure.Rate - 0.225
		}
		last = a
	}
	return math.NaN()
}
