package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindhum/app/breath"
	"kindhum/app/control"
)

// previewed is how many breaths a pattern is shown for; then the circle rests, and so does the machine.
const previewed = 12

// previewSide is how large it is shown.
const previewSide = 132

// preview is a small circle that breathes a pattern while it is being chosen.
type preview struct {
	shell  *shell
	light  *circle
	follow follower
	beat   *beat
	begun  int64 // counts what was shown
	all    fyne.CanvasObject
}

func newPreview(s *shell) *preview {
	p := &preview{shell: s, light: newCircle()}
	p.follow.start()
	p.beat = s.newBeat(p.frame)
	p.all = container.NewCenter(container.NewGridWrap(fyne.NewSquareSize(previewSide), p.light))
	return p
}

// show breathes a pattern, from the same place of the breath that the one before has come to.
func (p *preview) show(pattern breath.Pattern) {
	now := p.shell.now()
	p.follow.at(now)
	was := p.follow.snap.Timeline
	if p.follow.led && was.Pattern == pattern && p.beat.runs {
		return
	}
	at := time.Duration(0)
	if p.follow.led {
		at = samePlace(was, p.follow.elapsed, pattern)
	}
	line := breath.Timeline{Pattern: pattern, Breaths: previewed}
	p.begun++
	p.follow.take(control.Snapshot{Session: p.begun, Timeline: line, Clock: control.Clock{Elapsed: at, At: now, Running: true}}, true, now)
	p.beat.start()
	p.frame()
}

// samePlace is when a breath of a pattern has come as far as a timeline has at an elapsed time, in the first breath.
func samePlace(line breath.Timeline, elapsed time.Duration, p breath.Pattern) time.Duration {
	m := line.At(elapsed)
	if m.Done || m.Cycle < 0 {
		return 0
	}
	at := time.Duration(0)
	for i, length := range []time.Duration{p.In, p.Hold, p.Out, p.Rest} {
		if m.Phase == breath.In+breath.Phase(i) {
			return at + time.Duration(m.Progress*float64(length))
		}
		at += length
	}
	return 0
}

// frame draws what is to be seen now; after the last breath the circle rests.
func (p *preview) frame() {
	now := p.shell.now()
	full, m, _ := p.follow.at(now)
	if p.shell.unseen.any() {
		p.beat.stop() // nobody sees it; another pattern begins it anew
		return
	}
	p.light.show(look{Fullness: full, Still: p.shell.lessMotion(), Ring: -1})
	if m.Done && p.follow.led {
		p.follow.take(control.Snapshot{}, false, now)
	}
	if !p.follow.moving() {
		p.beat.stop()
	}
}

// stop ends it.
func (p *preview) stop() { p.beat.stop() }
