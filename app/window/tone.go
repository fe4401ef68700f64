package window

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindhum/app/choice"
	"kindhum/app/control"
)

// toneFoot is the controls of the background tone.
type toneFoot struct {
	shell               *shell
	all                 *fyne.Container
	pause, timer, swell *pill
	hearing             *hearing
}

// What is offered of the tone; other times come by the command line.
var (
	timers  = []time.Duration{choice.NoTimer, 15 * time.Minute, 30 * time.Minute, time.Hour, 2 * time.Hour, 8 * time.Hour}
	fadings = []time.Duration{0, 30 * time.Second, time.Minute, 2 * time.Minute, choice.MaxFade}
	swells  = []time.Duration{choice.Even, 8 * time.Second, 12 * time.Second, 20 * time.Second, 40 * time.Second}
)

func newToneFoot(s *shell) *toneFoot {
	f := &toneFoot{shell: s, hearing: newHearing(s)}
	f.pause = s.pill(outlined, "pause", func() { s.wish(control.MethodToggle) })
	f.timer = s.pill(outlined, "no_timer", func() { s.popUp(f.timer, f.timerItems()) })
	f.swell = s.pill(outlined, "even", func() { s.popUp(f.swell, f.swellItems()) })
	end := s.pill(outlined, "end_tone", func() { s.wish(control.MethodStop) })
	begin := s.pill(leading, "begin_session", s.begin)
	f.timer.label, f.swell.label = s.text.Text("name_timer"), s.text.Text("name_swell")
	ways := container.NewVBox(centredRow(begin), gap(6), centredRow(f.pause, end), centredRow(f.timer, f.swell), f.hearing.all)
	all, scroll := newOverflow(ways)
	revealIn(scroll, ways)
	f.all = all
	return f
}

func (f *toneFoot) update() {
	s, line := f.shell, f.shell.shown.snap.Timeline
	key := "pause"
	if s.shown.snap.Status.State == "paused" {
		key = "resume"
	}
	timer := s.text.Text("no_timer")
	if p := s.shown.snap.Status.Progress; p.Length != nil {
		timer = fmt.Sprintf(s.text.Text("timer"), s.lengthText(rounded(*p.Length)))
	}
	changed := f.pause.setText(s.text.Text(key))
	changed = f.timer.setText(timer) || changed
	changed = f.swell.setText(s.swellText(line.Swell)) || changed
	if changed {
		f.all.Refresh()
	}
	f.hearing.update(s)
}

// rounded is a number of seconds to the minute, or as it is where it is less than two.
func rounded(seconds float64) time.Duration {
	d := time.Duration(seconds * float64(time.Second)).Round(time.Second)
	if d >= 2*time.Minute {
		return d.Round(time.Minute)
	}
	return d
}

func (s *shell) swellText(swell time.Duration) string {
	if swell == choice.Even {
		return s.text.Text("even")
	}
	return fmt.Sprintf(s.text.Text("swells"), int(swell/time.Second))
}

// timerItems are the sleep timers, and how long they fade.
func (f *toneFoot) timerItems() []*fyne.MenuItem {
	s := f.shell
	var items []*fyne.MenuItem
	for _, d := range timers {
		text := s.text.Text("no_timer")
		if d != choice.NoTimer {
			text = s.lengthText(d)
		}
		items = append(items, fyne.NewMenuItem(text, func() { s.setTone(choice.ToneChange{Timer: &d}) }))
	}
	over := fyne.NewMenuItem(s.text.Text("fades_over"), nil)
	over.ChildMenu = fyne.NewMenu("")
	for _, d := range fadings {
		text := s.text.Text("no_fade")
		if d > 0 {
			text = s.lengthText(d)
		}
		item := fyne.NewMenuItem(text, func() { s.setTone(choice.ToneChange{Fade: &d}) })
		item.Checked = d == s.kept.tone.Fade
		over.ChildMenu.Items = append(over.ChildMenu.Items, item)
	}
	return append(items, fyne.NewMenuItemSeparator(), over)
}

func (f *toneFoot) swellItems() []*fyne.MenuItem {
	s := f.shell
	var items []*fyne.MenuItem
	for _, d := range swells {
		item := fyne.NewMenuItem(s.swellText(d), func() { s.setTone(choice.ToneChange{Swell: &d}) })
		item.Checked = d == s.shown.snap.Timeline.Swell
		items = append(items, item)
	}
	return items
}
