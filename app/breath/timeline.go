package breath

import (
	"math"
	"time"
)

// Phase is a part of the breath.
type Phase uint8

// The phases. Still is what there is before the first breath, after the last
// one, and where nothing is paced.
const (
	Still Phase = iota
	In
	Hold
	Out
	Rest
)

// String is the phase's name in the command line's contract; "" for Still.
func (p Phase) String() string {
	return [...]string{"", "in", "hold", "out", "rest"}[min(int(p), 4)]
}

// Shape says what leads the sound from Timeline.From on.
type Shape uint8

// The shapes.
const (
	Paced  Shape = iota // the breath leads all along; From is ignored
	Eased               // no pacing: a soft hum to rest on
	Steady              // no pacing: the hum as a background tone
)

// Timeline is breaths laid end to end, after a lead-in. Its zero elapsed time is the
// start of the lead-in. A Timeline is a small value: copy it, compare it, send it.
type Timeline struct {
	Pattern Pattern
	LeadIn  time.Duration // silence before the first in-breath, 0 to 60 s
	Breaths int           // how many; 0 goes on until it is told otherwise
	Shape   Shape
	From    time.Duration // elapsed time at which Shape takes over from the breath
	Until   time.Duration // a steady hum is silent from here on; 0 is never
	Fade    time.Duration // how long it takes to fade toward Until
	Swell   time.Duration // period in which a steady hum swells and ebbs; 0 stays even
	NoBells bool          // no bowl at the beginning and the end
}

// Moment is what a Timeline says about one elapsed time.
type Moment struct {
	Phase    Phase
	Progress float64 // 0..1 within the phase
	Fullness float64 // 0..1, how open the circle is; smooth everywhere
	Cycle    int     // breaths begun before this one, from 0; -1 in the lead-in
	Hum      float64 // 0..1, amplitude of the hum
	Cue      float64 // 0..1, amplitude of the in-breath's airy cue
	Done     bool    // the last out-breath is over
}

// Levels of the hum where nothing is paced, as amplitudes against the peak of
// an out-breath: a tone is a little under it, and easing softer again. One that swells
// does so about the level of one that does not, from a little over it to 12 dB under that.
const (
	SteadyLevel = 0.6
	EasedLevel  = 0.3
	SwellTop    = 0.8
	swellEbb    = 0.75            // part of SwellTop that is gone at the ebb
	restFull    = 0.3             // fullness of the circle where nothing is paced
	takeOver    = 2 * time.Second // how long Shape takes to lead
)

// Count is the number of whole breaths that last at least length, at least one.
func Count(p Pattern, length time.Duration) int {
	period := p.Period()
	return max(1, int((length+period-1)/period))
}

// End is the elapsed time at which the last out-breath is over. It is false
// for a timeline that goes on.
func (t Timeline) End() (time.Duration, bool) {
	if t.Breaths <= 0 {
		return 0, false
	}
	return t.LeadIn + time.Duration(t.Breaths)*t.Pattern.Period() - t.Pattern.Rest, true
}

// Handover is the elapsed time at which the hum can stay, asked for at elapsed:
// at once where it sounds or nothing does, with the coming out-breath where the breath is on its way there.
func (t Timeline) Handover(elapsed time.Duration) time.Duration {
	m := t.paced(elapsed)
	if m.Phase != In && m.Phase != Hold {
		return elapsed
	}
	begun := t.LeadIn + time.Duration(m.Cycle)*t.Pattern.Period()
	return begun + t.Pattern.In + t.Pattern.Hold
}

// Next is the elapsed time, later than the given one, at which the phase next changes. It is
// false where no phase changes any more.
func (t Timeline) Next(elapsed time.Duration) (time.Duration, bool) {
	if t.Pattern.Period() <= 0 || (t.Shape != Paced && elapsed >= t.From) {
		return 0, false
	}
	if elapsed < t.LeadIn {
		return t.LeadIn, true
	}
	m := t.paced(elapsed)
	if m.Done {
		return 0, false
	}
	edge := t.LeadIn + time.Duration(m.Cycle)*t.Pattern.Period()
	for _, part := range t.Pattern.parts() {
		if edge += part.length; edge > elapsed {
			return edge, true
		}
	}
	return edge, true
}

// At says what there is at the elapsed time, in time counted from the start of
// the lead-in. It is total: a negative time is in the lead-in, an invalid
// pattern is still.
func (t Timeline) At(elapsed time.Duration) Moment {
	m := t.paced(elapsed)
	if t.Shape == Paced || elapsed < t.From {
		return m
	}
	return t.shaped(m, elapsed)
}

// shaped lets the hum and the circle glide from the breath to what is steady.
func (t Timeline) shaped(m Moment, elapsed time.Duration) Moment {
	level := t.steady(elapsed-t.From) * t.unfaded(elapsed)
	if t.Shape == Eased {
		level = EasedLevel
		if end, timed := t.End(); timed {
			level *= 1 - rise(float64(elapsed-end)/float64(takeOver))
		}
	}
	w := rise(float64(elapsed-t.From) / float64(takeOver))
	m.Hum += w * (level - m.Hum)
	m.Cue -= w * m.Cue
	m.Fullness += w * (restFull - m.Fullness)
	m.Phase, m.Progress = Still, 0
	return m
}

// steady is the level of the tone, so long after it began: even, or beginning at the top of a swell.
func (t Timeline) steady(since time.Duration) float64 {
	if t.Swell <= 0 {
		return SteadyLevel
	}
	turns := float64(since%t.Swell) / float64(t.Swell)
	return SwellTop * (1 - swellEbb*(1-math.Cos(2*math.Pi*turns))/2)
}

// unfaded is what the sleep timer leaves of a steady hum, 1 to 0.
func (t Timeline) unfaded(elapsed time.Duration) float64 {
	if t.Until <= 0 || elapsed < t.Until-t.Fade {
		return 1
	}
	if elapsed >= t.Until {
		return 0
	}
	return rise(float64(t.Until-elapsed) / float64(t.Fade))
}

func (t Timeline) paced(elapsed time.Duration) Moment {
	p, period := t.Pattern, t.Pattern.Period()
	into := elapsed - t.LeadIn
	if into < 0 || period <= 0 {
		return Moment{Cycle: -1}
	}
	if end, timed := t.End(); timed && elapsed >= end {
		return Moment{Cycle: t.Breaths - 1, Done: true}
	}
	m := Moment{Cycle: int(into / period)}
	into %= period
	for i, length := range [...]time.Duration{p.In, p.Hold, p.Out, p.Rest} {
		if into < length {
			m.fill(In+Phase(i), into, length, p.Sigh)
			break
		}
		into -= length
	}
	return m
}

// fill sets what the phase decides, at the given time into it.
func (m *Moment) fill(phase Phase, into, length, sigh time.Duration) {
	m.Phase, m.Progress = phase, float64(into)/float64(length)
	switch phase {
	case In:
		m.Fullness = rise(m.Progress)
		m.Cue = cue(m.Progress)
		if sigh > 0 {
			m.sigh(into, length, sigh)
		}
	case Hold:
		m.Fullness = 1
	case Out:
		m.Fullness = 1 - rise(m.Progress)
		m.Hum = hum(into, m.Progress)
	}
}

// smallCue is the cue of a second in-breath, against that of the first.
const smallCue = 0.6

// sigh is an in-breath of two: both rise as one alone would, and the circle stands for a moment between
// them. The first one fills so much that the whole is half full in the middle of its time, as every
// in-breath is: of 3+1 s it is two thirds.
func (m *Moment) sigh(into, length, sigh time.Duration) {
	first := length - sigh
	share := 0.5 / rise(float64(length)/float64(2*first))
	if into < first {
		progress := float64(into) / float64(first)
		m.Fullness, m.Cue = share*rise(progress), cue(progress)
		return
	}
	progress := float64(into-first) / float64(sigh)
	m.Fullness, m.Cue = share+(1-share)*rise(progress), smallCue*cue(progress)
}

// The edges of the hum. It begins at once but softly, and from a third of the
// out-breath on it thins, so that its end is felt before it comes. Raised
// cosines of at least 450 ms make no click.
const (
	humAttack   = 450 * time.Millisecond
	humThinning = 0.35 // progress of the out-breath at which the hum begins to thin
)

func hum(into time.Duration, progress float64) float64 {
	return rise(float64(into)/float64(humAttack)) *
		(1 - rise((progress-humThinning)/(1-humThinning)))
}

// cue rises with the in-breath, fullest a little after its middle, and is gone
// when it ends.
func cue(progress float64) float64 {
	const top = 0.6
	if progress < top {
		return rise(progress / top)
	}
	return 1 - rise((progress-top)/(1-top))
}

// rise is the raised cosine from 0 at x = 0 to 1 at x = 1, level outside: its
// slope is 0 at both ends, so that whatever it joins has no corner there, and
// it is one half in the middle.
func rise(x float64) float64 {
	if x <= 0 {
		return 0
	}
	if x >= 1 {
		return 1
	}
	return (1 - math.Cos(math.Pi*x)) / 2
}
