package synth

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"kindhum/app/breath"
	"kindhum/app/choice"
	"kindhum/audio/measure"
)

// player makes one change after another, at moments and to things drawn from a seed.
type player struct {
	*rand.Rand
	engine *Engine
	sound  choice.Sound
}

func (p *player) line() breath.Timeline {
	l := breath.Timeline{Pattern: breath.Default, Shape: breath.Shape(p.IntN(3)), From: time.Duration(p.Int64N(int64(20 * time.Second)))}
	l.From = l.From.Truncate(time.Millisecond)
	if p.IntN(2) == 0 {
		l.Swell = 6 * time.Second
	}
	return l
}

func (p *player) place() int64 { return p.Int64N(30 * second) }

// fade is at most as long as what is listened to after a change.
func (p *player) fade() int64 { return second*15/100 + p.Int64N(second*5/100) }

// change makes one change and says which. What is silent by then is started.
func (p *player) change(other string) string {
	e := p.engine
	if e.mix.n == 0 {
		e.Play(p.line(), p.place(), p.fade())
		return "start"
	}
	switch p.IntN(9) {
	case 0:
		e.Continue(breath.Timeline{}, p.fade())
		return "stop"
	case 1:
		e.Play(p.line(), p.place(), p.fade())
		return "another place"
	case 2:
		e.Continue(p.line(), p.fade())
		return "another timeline"
	case 3:
		p.sound.Room = 100 - p.sound.Room
		e.Set(p.sound)
		return "room"
	case 4:
		p.sound.CueLevel, p.sound.BellsLevel = p.IntN(101), p.IntN(101)
		e.Set(p.sound)
		return "levels of cue and bells"
	case 5, 6:
		p.sound.Pitch = 100 + 700*p.Float64()
		e.Set(p.sound)
		return "pitch"
	}
	p.sound.Voice, p.sound.Pitch = other, 100+700*p.Float64()
	e.Set(p.sound)
	return "voice and pitch"
}

const (
	before = second * 7 / 100  // steady, ahead of a change
	acting = second * 22 / 100 // within which a change is complete
	window = second / 50       // 20 ms
	edge   = 480               // what the filter that looks for clicks needs around
)

// The bar: the 20 ms around any change are at most 3 dB louder over 7 kHz than the steady
// sound on its louder side; for pure alone nothing over 7 kHz is ever above -85 dBFS. Under -100 dBFS
// nothing is heard, and rounding decides.
func TestAThousandChangesDoNotClick(t *testing.T) {
	for group, voice := range voiceIDs {
		t.Run(voice, func(t *testing.T) {
			t.Parallel()
			s := full(voice, 264)
			s.Bells, s.Cue, s.Room = false, false, 30 // these come and go by themselves
			if voice == "pure" {
				s = bare(voice, 264)
			}
			p := &player{rand.New(rand.NewPCG(11, uint64(group))), New(s, 3), s}
			heard := 0
			for i := range 280 {
				other := voice
				if i%2 == 0 && voice != "pure" {
					other = voiceIDs[p.IntN(voices)]
				}
				heard += listen(t, p, other, voice == "pure")
			}
			if heard < 200 {
				t.Errorf("only %d changes had a sound to either side", heard)
			}
		})
	}
}

// listen makes a change in the midst of a sound and looks for a click. It returns 1 if there was something to hear.
func listen(t *testing.T, p *player, other string, alone bool) int {
	t.Helper()
	p.engine.Render(make([]float32, 2*p.IntN(second/8)))
	if e := p.engine; e.mix.n > 0 && e.mix.at(e.next) == (levels{}) {
		e.Silence() // as who stops it does, once nothing is heard
	}
	x := measure.Mono(render(p.engine, float64(before)/second))
	room := p.sound.Room
	name := p.change(other)
	if alone {
		p.sound.Room = room
		p.engine.Set(p.sound)
	}
	x = append(x, measure.Mono(render(p.engine, float64(acting+before)/second))...)
	bright := measure.HighPass(x, 7000)
	if top := measure.Peak(bright[edge : len(x)-edge]); alone && !(measure.DB(top/math.Sqrt2) < -85) {
		t.Errorf("%s: %.1f dBFS over 7 kHz", name, measure.DB(top/math.Sqrt2))
	}
	steady := math.Max(loudest(bright[edge:before-edge]), loudest(bright[before+acting:len(x)-edge]))
	if l := loudest(bright[before-window : before+acting]); !(l <= math.Max(steady, 1e-5)*math.Sqrt2) {
		t.Errorf("%s: %.1f dBFS over 7 kHz, %.1f dB over the steady sound", name, measure.DB(l), measure.DB(l/steady))
	}
	if measure.Peak(x) > 1e-4 {
		return 1
	}
	return 0
}

// loudest is the RMS of the loudest 20 ms, looked at every 5 ms.
func loudest(x []float64) (most float64) {
	for i := 0; i+window <= len(x); i += window / 4 {
		most = max(most, measure.RMS(x[i:i+window]))
	}
	return most
}
