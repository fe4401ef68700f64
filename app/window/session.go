package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindhum/app/control"
)

// guideFoot is the controls of a session. They fade while nobody reaches for them.
type guideFoot struct {
	shell                    *shell
	all                      *fyne.Container
	pause, ease, longer, end *pill
	hearing                  *hearing
}

func newGuideFoot(s *shell) *guideFoot {
	f := &guideFoot{shell: s, hearing: newHearing(s)}
	f.pause = s.pill(plain, "pause", func() { s.wish(control.MethodToggle) })
	f.ease = s.pill(plain, "ease", s.easeOrBack)
	f.longer = s.pill(plain, "longer", func() { s.wish(control.MethodLonger) })
	f.end = s.pill(plain, "end", func() { s.wish(control.MethodStop) })
	ways := container.NewVBox(container.New(&flow{gap: 2}, f.pause, f.ease, f.longer, f.end), f.hearing.all)
	all, scroll := newOverflow(ways)
	revealIn(scroll, ways)
	f.all = all
	return f
}

// update shows what the controls would do now.
func (f *guideFoot) update() {
	s := f.shell
	p := s.shown.snap.Status.Progress
	pause, eased := "pause", "ease"
	if p.State == "paused" {
		pause = "resume"
	}
	if p.State == "easing" {
		eased = "ease_back"
	}
	changed := f.pause.setText(s.text.Text(pause))
	changed = f.ease.setText(s.text.Text(eased)) || changed
	if open := p.Length == nil; f.longer.Hidden != open { // an open session cannot be longer
		f.longer.Hidden, changed = open, true
	}
	f.hearing.update(s)
	if changed {
		f.all.Refresh()
		s.stage.Refresh()
	}
}

// fadeTo fades all of them.
func (f *guideFoot) fadeTo(part float64) {
	for _, p := range []*pill{f.pause, f.ease, f.longer, f.end} {
		p.fadeTo(part)
	}
	f.hearing.fadeTo(part)
}

// easeOrBack eases off, and while eased goes back to the breath.
func (s *shell) easeOrBack() {
	s.wish(control.MethodEase) // while it eases, the same wish brings the pacing back
}
