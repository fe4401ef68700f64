package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindhum/app/control"
)

// toneFoot is the controls of the background tone.
type toneFoot struct {
	shell   *shell
	all     *fyne.Container
	pause   *pill
	hearing *hearing
}

func newToneFoot(s *shell) *toneFoot {
	f := &toneFoot{shell: s, hearing: newHearing(s)}
	f.pause = s.pill(outlined, "pause", func() { s.wish(control.MethodToggle) })
	end := s.pill(outlined, "end_tone", func() { s.wish(control.MethodStop) })
	begin := s.pill(leading, "begin_session", s.begin)
	f.all = container.NewVBox(centredRow(begin), gap(6), centredRow(f.pause, end), f.hearing.all)
	return f
}

func (f *toneFoot) update() {
	key := "pause"
	if f.shell.shown.snap.Status.State == "paused" {
		key = "resume"
	}
	if f.pause.setText(f.shell.text.Text(key)) {
		f.all.Refresh()
	}
	f.hearing.update(f.shell)
}
