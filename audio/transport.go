package audio

import (
	"math"
	"time"

	"kindhum/app/choice"
	"kindhum/audio/device"
)

const (
	gainStep   = 10 * time.Millisecond  // between the steps of a gain that moves
	volumeFade = 120 * time.Millisecond // of volume and mute
	cutShort   = 120 * time.Millisecond // what is left of a fade when something else is to play
	// taken is how long a device takes, at most, to mix a block with the gain
	// that was set last: a server never asks less often than its buffer is long.
	taken = 120 * time.Millisecond
	never = math.MaxInt64
)

// stage is what the transport does.
type stage uint8

const (
	silent  stage = iota // zeros are played, and the synthesiser rests
	playing              // or about to: an order is on its way
	fading               // to silence
)

// transport turns commands into orders for the source and gains for the
// device. One goroutine uses it, and tells it when to step.
type transport struct {
	device device.Device
	source *source
	now    func() int64 // monotonic ns
	build  build
	sound  choice.Sound
	engine engine // the last one built
	seed   uint64 // of engine

	stage   stage
	waiting *Play // what plays after the fade
	volume  fader
	level   fader // 1, but for a fade to silence
	gain    float64
}

func newTransport(d device.Device, now func() int64, build build) *transport {
	sound := choice.DefaultSound()
	return &transport{
		device: d, source: newSource(d, now), now: now, build: build, sound: sound,
		volume: still(sound.Gain()), level: still(1), gain: -1,
	}
}

// set changes the sound.
func (t *transport) set(sound choice.Sound) {
	t.sound = sound
	t.source.sound.Store(&sound)
	switch {
	case t.stage == silent:
		t.volume = still(sound.Gain())
	case sound.Gain() != t.volume.to:
		t.volume = t.volume.toward(sound.Gain(), t.now(), volumeFade)
	}
}

// play plays p: at once from silence, crossfaded from what plays, after a fade
// that is cut short.
func (t *transport) play(p Play) {
	o := ordered(p)
	switch {
	case t.stage == silent:
		t.start(p.Seed, o)
	case t.stage == playing:
		t.give(o)
	case p.Continue && t.waiting == nil: // the fade is taken back
		t.stage = playing
		t.level = t.level.toward(1, t.now(), o.fade)
		t.give(o)
	case p.Continue:
		next := *t.waiting
		next.ID, next.Timeline = p.ID, p.Timeline
		t.waiting = &next
	default:
		t.waiting = &p
		if now := t.now(); t.level.end()-now > int64(cutShort) {
			t.level = t.level.fall(now, cutShort)
		}
	}
}

// give leaves an order to the audio goroutine.
func (t *transport) give(o order) {
	o = o.after(t.source.orders.Swap(nil))
	t.source.orders.Store(&o)
}

// start plays from silence. The queue of zeros is dropped, so that the sound
// begins as soon as can be; unless it is anchored: then it waits its turn, where the
// device is known to be.
func (t *transport) start(seed uint64, o order) {
	if t.engine == nil || t.seed != seed {
		t.engine, t.seed = t.build(t.sound, seed), seed
	}
	o.engine = t.engine
	t.stage, t.level = playing, still(1)
	if o.anchor != 0 {
		t.give(o)
		return
	}
	t.device.Flush(func() {
		t.source.flushed()
		t.source.begin(&o)
	})
}

// hush begins to fade to silence. A second one can only make it shorter.
func (t *transport) hush(fade time.Duration) {
	now := t.now()
	t.waiting = nil
	switch {
	case t.stage == silent, t.stage == fading && t.level.end() <= now+int64(fade):
		return
	}
	t.stage = fading
	t.level = t.level.fall(now, fade)
}

// step moves the gain, and ends a fade. It returns when it wants to be called
// again, in monotonic ns.
func (t *transport) step(now int64) (wake int64) {
	wake = never
	if t.stage == fading {
		quiet := t.level.end() + int64(taken)
		if now >= quiet {
			t.silence()
		} else {
			wake = quiet
		}
	}
	if gain := t.volume.at(now) * t.level.at(now); gain != t.gain {
		t.gain = gain
		t.device.SetGain(gain)
	}
	if !t.volume.done(now) || !t.level.done(now) {
		wake = min(wake, now+int64(gainStep))
	}
	return wake
}

// silence ends a fade: what is queued was not to be heard any more. Then it
// plays what waited for that.
func (t *transport) silence() {
	t.source.orders.Store(nil)
	t.device.Flush(func() {
		t.source.flushed()
		t.source.silence()
	})
	t.stage, t.level, t.volume = silent, still(1), still(t.sound.Gain())
	if p := t.waiting; p != nil {
		t.waiting = nil
		t.start(p.Seed, ordered(*p))
	}
}
