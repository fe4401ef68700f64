//go:build !race

// Under the race detector the synthesiser takes ten times as long; make test-unit runs this without it too.

package audio

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"kindhum/app/breath"
	"kindhum/app/choice"
	"kindhum/audio/measure"
)

// wishes makes what a person does to a sound that plays, drawn from a seed: pause and resume, mute, volume, voice,
// pitch, room, the levels, another timeline.
type wishes struct {
	*rand.Rand
	b      *bench
	sound  choice.Sound
	line   breath.Timeline
	id     int64
	paused bool
	voices []string
}

func (w *wishes) one() (what string) {
	if w.paused {
		w.paused = false
		w.id++
		w.b.send(Command{Play: &Play{ID: w.id, Timeline: w.line, At: time.Duration(w.IntN(20_000)) * time.Millisecond, Fade: 300 * time.Millisecond}})
		return "resume"
	}
	switch w.IntN(8) {
	case 0:
		w.paused = true
		w.b.send(Command{Hush: &Hush{Fade: 300 * time.Millisecond}})
		return "pause"
	case 1:
		w.line.Shape, w.line.Swell = breath.Shape(w.IntN(3)), time.Duration(w.IntN(2))*8*time.Second
		w.b.send(Command{Play: &Play{ID: w.id, Timeline: w.line, Continue: true, Fade: 500 * time.Millisecond}})
		return "timeline"
	case 2, 3:
		w.sound.Muted = !w.sound.Muted
		what = "mute"
	case 4:
		w.sound.Volume, w.sound.Muted = w.IntN(101), false
		what = "volume"
	case 5:
		w.sound.Voice = w.voices[w.IntN(len(w.voices))]
		what = "voice"
	case 6:
		w.sound.Pitch = 100 + 700*w.Float64()
		what = "pitch"
	case 7:
		w.sound.Room = w.IntN(101)
		what = "room"
		if len(w.voices) == 1 {
			w.sound.Room = 0
		}
	}
	w.b.send(Command{Sound: &w.sound})
	return what
}

// The bar for what is heard in the end, behind the queue and its gain: of the pure tone nothing over 7 kHz is ever above
// -85 dBFS, and around a wish the other voices are at most 3 dB louder over 7 kHz than the steady sound to either side.
func TestNoWishClicksInTheSpeaker(t *testing.T) {
	for _, c := range []struct {
		name   string
		voices []string
	}{{"pure", []string{"pure"}}, {"all", []string{"hum", "reed", "bowl", "pure"}}} {
		t.Run(c.name, func(t *testing.T) {
			withSynthesiser(t, func(b *bench) {
				w := &wishes{Rand: rand.New(rand.NewPCG(5, 7)), b: b, sound: choice.DefaultSound(), voices: c.voices}
				w.sound.Voice, w.sound.Volume, w.sound.Cue, w.sound.Bells = c.voices[0], 100, false, false
				w.sound.Room = 30 * (len(c.voices) - 1) / 3
				w.line = breath.Timeline{Pattern: breath.Default, Shape: breath.Steady}
				b.send(Command{Sound: &w.sound})
				b.send(Command{Play: &Play{ID: 1, Timeline: w.line, At: 10 * time.Second}})
				b.pass(3 * time.Second)
				for range 250 {
					w.listen(t, len(c.voices) == 1)
				}
			})
		})
	}
}

// listen makes a wish and looks for a click: in what is heard from a little before it until all of it is through.
func (w *wishes) listen(t *testing.T, alone bool) {
	t.Helper()
	const margin, window = 500, 960 // frames: of the filter, and 20 ms
	w.b.pass(time.Duration(200+w.IntN(100)) * time.Millisecond)
	at := clock()
	what := w.one()
	w.b.pass(1100 * time.Millisecond)
	played := w.b.heard(at-int64(200*time.Millisecond), clock())
	x := make([]float64, len(played))
	for i, v := range played {
		x[i] = float64(v)
	}
	bright := measure.HighPass(x, 7000)
	bright = bright[margin : len(bright)-margin]
	if alone {
		if top := measure.DB(measure.Peak(bright) / math.Sqrt2); top > -85 {
			t.Errorf("%s: %.1f dBFS over 7 kHz", what, top)
		}
		return
	}
	loudest := func(x []float64) (most float64) {
		for i := 0; i+window <= len(x); i += window / 4 {
			most = max(most, measure.RMS(x[i:i+window]))
		}
		return most
	}
	steady := max(loudest(bright[:7*window]), loudest(bright[len(bright)-7*window:]), 1e-5)
	if l := loudest(bright); l > steady*math.Sqrt2 {
		t.Errorf("%s: %.1f dBFS over 7 kHz, %.1f dB over the steady sound", what, measure.DB(l), measure.DB(l/steady))
	}
}
