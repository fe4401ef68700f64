package export

import (
	"math"
	"runtime"
	"sync"

	"kindhum/audio/synth"
)

const (
	// stretch is how many frames a piece has, but for the last one: 0.68 s. In shorter ones goroutines that wake
	// each other would cost more than the second core gains.
	stretch = 8 * block
	// mostHands is how many goroutines pack. Four keep up with the one that makes the sound.
	mostHands = 4
	// What still rings when the file ends is faded over its last half second.
	lastFade = synth.Rate / 2
)

// piece is a stretch of the sound on its way into the file: made, packed, written, and used again.
type piece struct {
	at      int64         // its first frame
	sound   []float32     // interleaved left and right
	samples []int32       // the same in 24 bits
	pcm     []byte        // and as bytes, little-endian
	packed  []byte        // and as they stand in the file, where that is something else
	ready   chan struct{} // holds one when the piece is packed
}

// frames is how long the piece is.
func (p *piece) frames() int64 { return int64(len(p.sound) / 2) }

// line is where the sound is made, in one goroutine, and packed, in several. Pieces come out in the
// order in which they were made, whoever packed them and when. There are few of them, so that the sound
// waits for who writes it. Every channel has room for all: nobody blocks but on what comes in.
type line struct {
	free  chan *piece // to be made
	made  chan *piece // to be packed
	order chan *piece // to be waited for until ready, and written
	quit  chan struct{}
	hands sync.WaitGroup
}

// start begins to make total frames of a sound. Each goroutine packs with a function of its own from
// packer. The line must be stopped.
func start(spec Spec, total int64, packer func() func(*piece)) *line {
	hands := min(runtime.GOMAXPROCS(0), mostHands)
	n := 2*hands + 2
	l := &line{
		free: make(chan *piece, n), made: make(chan *piece, n), order: make(chan *piece, n),
		quit: make(chan struct{}),
	}
	for range n {
		l.free <- &piece{
			sound: make([]float32, 2*stretch), samples: make([]int32, 2*stretch), pcm: make([]byte, 3*2*stretch),
			ready: make(chan struct{}, 1),
		}
	}
	l.hands.Go(func() { l.produce(spec, total) })
	gain := spec.Sound.Gain()
	for range hands {
		pack := packer()
		l.hands.Go(func() {
			for p := range l.made {
				p.quantise(gain, total)
				pack(p)
				p.ready <- struct{}{}
			}
		})
	}
	return l
}

// stop ends what is still under way, and returns when nothing is.
func (l *line) stop() {
	close(l.quit)
	l.hands.Wait()
}

func (l *line) produce(spec Spec, total int64) {
	defer close(l.order)
	defer close(l.made)
	engine := synth.New(spec.Sound, spec.Seed)
	engine.Play(spec.Timeline, 0, 0)
	for at := int64(0); at < total; at += stretch {
		select {
		case p := <-l.free:
			p.at, p.sound = at, p.sound[:2*min(stretch, total-at)]
			engine.Render(p.sound)
			l.made <- p
			l.order <- p
		case <-l.quit:
			return
		}
	}
}

// quantise makes samples and bytes of the sound.
func (p *piece) quantise(gain float64, total int64) {
	p.samples, p.pcm = p.samples[:len(p.sound)], p.pcm[:3*len(p.sound)]
	for i, x := range p.sound {
		s := quantised(float64(x) * gain * closing(total-p.at-int64(i/2)))
		b := p.pcm[3*i : 3*i+3]
		p.samples[i], b[0], b[1], b[2] = s, byte(s), byte(s>>8), byte(s>>16)
	}
}

// closing is the factor for a frame with so many left until the end.
func closing(left int64) float64 {
	if left >= lastFade {
		return 1
	}
	return (1 - math.Cos(math.Pi*float64(left)/lastFade)) / 2
}

// quantised rounds to the nearest of 24 bits. There is no dither: the error is at
// -146 dBFS, and silence stays silence.
func quantised(x float64) int32 {
	const full = 1 << 23
	return int32(min(max(math.RoundToEven(x*full), -full), full-1))
}
