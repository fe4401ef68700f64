package synth

import (
	"math"
	"slices"
	"testing"
	"time"

	"kindhum/app/breath"
	"kindhum/app/choice"
	"kindhum/audio/measure"

	"pgregory.net/rapid"
)

// The bounds of the rendered sound, each measured on what the engine plays.

func TestNothingIsLouderThanTheCeiling(t *testing.T) {
	t.Parallel()
	eachVoice(t, func(t *testing.T, voice string, hz float64) {
		left, right := measure.Split(played(full(voice, hz), session(2), 25))
		for _, x := range [][]float64{left, right} {
			// The knee too: the limiter is not heard because it does nothing.
			if p := measure.Peak(x); !(p <= knee) {
				t.Errorf("a peak of %.2f dBFS", measure.DB(p))
			}
			if dc := measure.DB(measure.DC(x)); !(dc < -90) {
				t.Errorf("DC at %.1f dBFS", dc)
			}
			if top := measure.BandLevel(x, 16000, Rate); !(top < -90) {
				t.Errorf("%.1f dBFS over 16 kHz", top)
			}
		}
	})
}

func TestTheLoudestCueAndBowlStayUnderTheCeiling(t *testing.T) {
	t.Parallel()
	for _, voice := range voiceIDs {
		s := full(voice, 264)
		s.CueLevel, s.BellsLevel = choice.MaxLevel, choice.MaxLevel
		left, right := measure.Split(played(s, session(2), 25))
		for _, x := range [][]float64{left, right} {
			if p := measure.Peak(x); !(p <= ceiling) {
				t.Errorf("%s: a peak of %.2f dBFS", voice, measure.DB(p))
			}
		}
	}
}

func TestCueAndBowlHaveLevelsOfTheirOwn(t *testing.T) {
	// The bowl alone, then the cue alone: their RMS follows the law of the level.
	heard := func(change func(*choice.Sound)) float64 {
		s := bare("pure", 264)
		change(&s)
		return measure.DB(measure.RMS(measure.Mono(played(s, session(1), 3))))
	}
	bowl := func(level int) float64 { return heard(func(s *choice.Sound) { s.Bells, s.BellsLevel = true, level }) }
	cue := func(level int) float64 { return heard(func(s *choice.Sound) { s.Cue, s.CueLevel = true, level }) }
	for _, level := range []int{20, 50, 100} {
		want := measure.DB(choice.Level(level))
		for name, at := range map[string]func(int) float64{"bowl": bowl, "cue": cue} {
			if got := at(level) - at(choice.UsualLevel); math.Abs(got-want) > 0.2 {
				t.Errorf("the %s at %d is %.2f dB from the usual, want %.2f", name, level, got, want)
			}
		}
	}
	if bowl(0) != measure.Floor || cue(0) != measure.Floor {
		t.Error("a level of 0 is heard")
	}
}

func TestTheToneSwells(t *testing.T) {
	x := measure.Mono(played(bare("hum", 264), breath.Timeline{Shape: breath.Steady, Swell: 8 * time.Second}, 30))
	level := measure.Envelope(x, 2*second/10)
	for _, at := range []int{8, 16, 24} { // tops and, four seconds later, ebbs
		top, ebb := measure.DB(level[at*5]), measure.DB(level[(at+4)*5])
		if top-ebb < 9 || top-ebb > 15 {
			t.Errorf("from %d s it ebbs by %.1f dB, want about 12", at, top-ebb)
		}
	}
}

func TestLimit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, y := rapid.Float64().Draw(t, "x"), rapid.Float64().Draw(t, "y")
		a, b := float64(limit(x)), float64(limit(y))
		if !(math.Abs(a) <= 0.5) || (x < y && a > b) || (math.Abs(x) < knee && math.Abs(a-x) > 1e-7) {
			t.Fatalf("limit(%v) = %v, limit(%v) = %v", x, a, y, b)
		}
	})
	if limit(math.NaN()) != 0 {
		t.Error("NaN is let through")
	}
}

func TestTheSwell(t *testing.T) {
	t.Parallel()
	for _, pattern := range []string{"4-6", "4.5-1.5", "1.5-30", "4-2-6-2"} {
		t.Run(pattern, func(t *testing.T) {
			p, err := breath.Parse(pattern)
			if err != nil {
				t.Fatal(err)
			}
			eachVoice(t, func(t *testing.T, voice string, hz float64) {
				line := breath.Timeline{Pattern: p, Breaths: 1}
				begin, length := (p.In + p.Hold).Seconds(), p.Out.Seconds()
				swells(t, measure.Mono(played(bare(voice, hz), line, begin+length+2)), begin, length)
			})
		})
	}
}

// swells is whether x is the swell of an out-breath that begins at a second and lasts so many.
func swells(t *testing.T, x []float64, begin, length float64) {
	t.Helper()
	at := func(from, to float64) float64 { return measure.DB(measure.RMS(x[int(from*Rate):int(to*Rate)])) }
	end, peak := begin+length, measure.Floor
	for s := begin; s < end; s += 0.05 {
		peak = max(peak, at(s, s+0.05))
	}
	for s := begin + 0.35; s < begin+0.8*length-0.05; s += 0.05 {
		if l := at(s, s+0.05); !(l > peak-34) {
			t.Errorf("%.1f dB under the peak at %.2f s", peak-l, s)
		}
	}
	if l := at(begin+0.010, begin+0.05); !(l > peak-60) {
		t.Errorf("not begun 10 ms into the out-breath: %.1f dB under the peak", peak-l)
	}
	if early, late := at(begin+0.4*length, begin+0.5*length), at(end-0.1*length, end); !(late < early-12) {
		t.Errorf("it does not thin: %.1f dB, then %.1f", early, late)
	}
	if l := at(end+0.1, end+2); !(l < peak-60) {
		t.Errorf("%.1f dB under the peak after the out-breath", peak-l)
	}
	if l := at(0, begin); !(l < peak-60) {
		t.Errorf("%.1f dB under the peak before the out-breath", peak-l)
	}
}

func TestThePitchIsExact(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		hz := rapid.Float64Range(100, 800).Draw(t, "hz")
		voice := rapid.SampledFrom(voiceIDs[:]).Draw(t, "voice")
		// Up to a day in; breaths begin every 10 s.
		hour := int64(rapid.IntRange(0, 8640).Draw(t, "breaths")) * 10 * second
		e := New(bare(voice, hz), 1)
		e.Play(breath.Timeline{Pattern: breath.Default}, hour+4*second+second/2, 0)
		x := measure.Mono(render(e, 3))
		if got := measure.Frequency(x, hz); !(math.Abs(got-hz) < 0.01) {
			t.Fatalf("%v Hz is heard as %v", hz, got)
		}
	})
}

func TestThePitchSettlesFromBelow(t *testing.T) {
	x := measure.Mono(played(bare("pure", 528), session(1), 6))
	begin := measure.Frequency(x[4*second+second/20:4*second+second/5], 528)
	if cents := 1200 * math.Log2(begin/528); cents > -1 || cents < -8 {
		t.Errorf("the hum begins %.1f cents off", cents)
	}
}

func TestPureIsPure(t *testing.T) {
	for _, hz := range []float64{100, 132, 528, 800} {
		x := measure.Mono(played(bare("pure", hz), tone528, 8))[4*second:]
		rest := math.Hypot(math.Pow(10, measure.BandLevel(x, 0, hz-20)/20), math.Pow(10, measure.BandLevel(x, hz+20, Rate)/20))
		if l := measure.DB(rest); !(l < -90) {
			t.Errorf("%v Hz: %.1f dBFS beside the tone", hz, l)
		}
	}
}

func TestTheFundamentalIsStrongest(t *testing.T) {
	for _, hz := range []float64{100, 132, 200, 264, 528, 800} {
		x := measure.Mono(played(bare("hum", hz), tone528, 5))[3*second:]
		first := measure.Amplitude(x, hz)
		heard := 0
		for k := 2.0; k*hz < 5000; k++ {
			a := measure.DB(measure.Amplitude(x, k*hz) / first)
			if a > -3 {
				t.Errorf("%v Hz: partial %v is at %.1f dB", hz, k, a)
			}
			if a > -40 {
				heard++
			}
		}
		if heard < 3 {
			t.Errorf("%v Hz: only %d upper partials are heard", hz, heard)
		}
	}
}

func TestStereoSurvivesMono(t *testing.T) {
	eachVoice(t, func(t *testing.T, voice string, hz float64) {
		for _, room := range []int{0, 20, 100} {
			s := full(voice, hz)
			s.Room = room
			out := played(s, session(1), 10)[2*4*second:]
			most := 0.9999
			if voice == "pure" && room == 0 {
				most = 1 + 1e-9 // a sine has no width of its own
			}
			if c := measure.Correlation(measure.Split(out)); !(c > 0.5 && c < most) {
				t.Errorf("room %d: left and right correlate at %.5f", room, c)
			}
		}
	})
}

func TestTheCueRisesAndIsQuieterThanTheHum(t *testing.T) {
	s := bare("hum", 264)
	s.Cue = true
	out := played(s, session(1), 10)
	x := measure.Mono(out)
	loud := func(from, to float64) float64 {
		l, r := measure.Split(out[2*int(from*Rate) : 2*int(to*Rate)])
		return measure.Loudness(l, r)
	}
	if d := loud(5, 7.5) - loud(1.5, 3.5); d < 6 || d > 18 {
		t.Errorf("the cue is %.1f LU under the hum", d)
	}
	low := func(from, to float64) float64 {
		y := x[int(from*Rate):int(to*Rate)]
		return measure.BandLevel(y, 1200, 6000) - measure.BandLevel(y, 100, 1200)
	}
	if a, b := low(0.5, 1.5), low(2.5, 3.5); b < a+6 {
		t.Errorf("the cue does not rise: %.1f dB, then %.1f", a, b)
	}
}

// A session that takes the place of a tone begins with its bowl as one out of silence does.
func TestTheFirstStrikeIsWholeAlsoAfterATone(t *testing.T) {
	s := bare("pure", 528)
	s.Bells = true
	line := breath.Timeline{Pattern: breath.Default, LeadIn: 3 * time.Second, Breaths: 1}
	bowl := func(x []float64) float64 { return measure.BandLevel(x[second/10:second], 380, 420) }
	want := bowl(measure.Mono(played(s, line, 2)))
	e := New(s, 1)
	e.Play(tone528, 0, 0)
	e.Render(make([]float32, 2*5*second))
	e.Play(line, 0, 3*second)
	if got := bowl(measure.Mono(render(e, 2))); math.Abs(got-want) > 0.5 {
		t.Errorf("the bowl is at %.1f dBFS, out of silence at %.1f", got, want)
	}
}

func TestTheBowl(t *testing.T) {
	s := bare("pure", 528)
	s.Bells = true
	lead := breath.Timeline{Pattern: breath.Default, LeadIn: 3 * time.Second, Breaths: 1}
	x := measure.Mono(played(s, lead, 22))
	level := func(from, to float64) float64 { return measure.BandLevel(x[int(from*Rate):int(to*Rate)], 380, 420) }
	if l := level(0.1, 1); !(l > -35 && l < -20) {
		t.Errorf("the first strike is at %.1f dBFS", l)
	}
	if l := level(13.1, 14); !(l > -35 && l < -20) {
		t.Errorf("the last strike is at %.1f dBFS", l)
	}
	if begin, top := measure.Peak(x[:Rate/100]), measure.Peak(x[:Rate]); begin > top/4 {
		t.Errorf("the bowl startles: %v of %v within 10 ms", begin, top)
	}
	if p := measure.Peak(x[21*second:]); p != 0 {
		t.Errorf("it still rings after 8 s: %v", p)
	}
	if with, without := played(s, tone528, 1), played(bare("pure", 528), tone528, 1); !slices.Equal(with, without) {
		t.Error("a tone has a bowl")
	}
}
