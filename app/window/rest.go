package window

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kindhum/app/choice"
	"kindhum/app/theme"
)

// restFoot is what lies under the circle at rest: what is chosen, Begin, and the choices. The
// safety card lies there too, until it was read.
type restFoot struct {
	shell                   *shell
	all                     *fyne.Container
	title                   *heading
	about                   *widget.Label
	practice, length, sound *pill
	begin, pattern          *pill
	menu                    *widget.PopUpMenu // of practices, while it is open
	safety                  *fyne.Container
	told                    *fyne.Container
}

// lengths are the lengths offered; others come by the command line.
var lengths = []time.Duration{
	time.Minute, 2 * time.Minute, 5 * time.Minute, 10 * time.Minute, 20 * time.Minute, 30 * time.Minute, time.Hour, choice.Open,
}

func newRestFoot(s *shell) *restFoot {
	f := &restFoot{shell: s, title: newHeading(), about: centred("")}
	f.about.Importance = widget.LowImportance
	f.begin = s.pill(leading, "begin", s.begin)
	f.practice = s.pill(outlined, "practice", s.choosePractice)
	f.length = s.pill(outlined, "length", func() { s.chooseLength(f.length) })
	f.sound = s.pill(outlined, "sound", s.openSound)
	f.pattern = s.pill(plain, "pattern", s.openPatterns)
	f.practice.label, f.length.label = s.text.Text("practice"), s.text.Text("length")
	f.sound.label, f.pattern.label = s.text.Text("sound"), s.text.Text("pattern")
	before := headingOf(theme.TypeLine)
	before.set(s.text.Text("safety_title"))
	ways := container.New(&flow{gap: 6}, f.practice, f.length, f.sound, f.pattern)
	f.told, _ = newOverflow(container.NewVBox(f.title, f.about))
	card, reading := newOverflow(container.NewVBox(before, safetyText(s)))
	reading.OnScrolled = func(fyne.Position) { s.tips.gone() }
	f.safety = newStacked(nil, card, centredRow(s.pill(outlined, "safety_button", s.safetySeen)))
	choices, scroll := newOverflow(outlinedWhole(ways))
	revealIn(scroll, ways)
	f.all = newFooting(&footing{
		told: container.New(over{}, f.told, f.safety), next: container.New(&flow{gap: 8}, f.begin), gap: 20, rest: choices,
	})
	return f
}

// update shows what is chosen.
func (f *restFoot) update() {
	s := f.shell
	title, about := s.kept.session.Practice, ""
	if p, err := s.opts.Library.Find(s.kept.session.Practice); err == nil {
		title, about = p.Title, p.About
	}
	f.title.set(kindlyFor(title).cut(title, sized(theme.LeastWidth-2*theme.Margin), sized(theme.TypeTitle)))
	if about = shortened(about, 2, sized(theme.LeastWidth-2*theme.Margin-16), sized(theme.TypeText)); f.about.Text != about {
		f.about.SetText(about)
	}
	changed := f.practice.setCut(title, cut(title, sized(restPill), sized(theme.TypeLabel)))
	changed = f.pattern.setCut(s.patternWhole(), s.patternText()) || changed
	changed = f.length.setText(s.lengthText(s.kept.session.Length)) || changed
	changed = f.sound.setText(s.soundText()) || changed
	if seen := s.kept.window.SafetySeen; f.safety.Hidden != seen || f.told.Hidden == seen {
		f.safety.Hidden, f.told.Hidden, changed = seen, !seen, true
	}
	if changed {
		f.all.Refresh()
	}
}

// safetyRead puts the safety card away, where it is shown.
func (s *shell) safetyRead() {
	if !s.kept.window.SafetySeen {
		s.safetySeen()
	}
}

func (s *shell) safetySeen() {
	s.kept.window.SafetySeen = true
	s.setWindow()
}

// practiceTitle is the title of the practice that is chosen.
func (s *shell) practiceTitle() string {
	if p, err := s.opts.Library.Find(s.kept.session.Practice); err == nil {
		return p.Title
	}
	return s.kept.session.Practice
}

func (s *shell) soundText() string {
	if s.kept.sound.Muted || s.kept.sound.Volume == 0 {
		return s.text.Text("sound_off")
	}
	return fmt.Sprintf("%s, %d", s.text.Voice(s.kept.sound.Voice).Title, s.kept.sound.Volume)
}

// lengthText is a length as a person says it.
func (s *shell) lengthText(d time.Duration) string {
	switch {
	case d == choice.Open:
		return s.text.Text("open")
	case d%time.Hour == 0:
		return s.text.Count("hours", int(d/time.Hour))
	case d%time.Minute == 0:
		return s.text.Count("minutes", int(d/time.Minute))
	case d < time.Minute:
		return s.text.Count("seconds", int(d/time.Second))
	}
	return choice.FormatLength(d)
}

func (s *shell) chooseLength(at fyne.CanvasObject) {
	var items []*fyne.MenuItem
	for _, d := range lengths {
		item := fyne.NewMenuItem(s.lengthText(d), func() {
			to := s.kept.session
			to.Length = d
			s.setSession(to)
		})
		item.Checked = d == s.kept.session.Length
		items = append(items, item)
	}
	s.popUp(at, items)
}

// narrowed has the items of a menu, and of those within it, no wider than the window.
func narrowed(items []*fyne.MenuItem, window float32) {
	room := window - 2*fynetheme.InnerPadding() - fynetheme.IconInlineSize() - fynetheme.InnerPadding() // of the mark of what is chosen
	for _, item := range items {
		most := room
		if item.ChildMenu != nil {
			most -= fynetheme.IconInlineSize()
			narrowed(item.ChildMenu.Items, window)
		}
		item.Label = cut(item.Label, most, fynetheme.TextSize())
	}
}

// popUp shows a menu above the control that opens it, or below where there is more room.
func (s *shell) popUp(at fyne.CanvasObject, items []*fyne.MenuItem) *widget.PopUpMenu {
	s.tips.gone()
	narrowed(items, s.win.Canvas().Size().Width)
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), s.win.Canvas())
	pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(at)
	if p, is := at.(*pill); is && p.under { // the menu takes the pointer without a word
		p.MouseOut()
	}
	size := menu.MinSize()
	if pos.Y > s.win.Canvas().Size().Height/2 {
		pos.Y -= size.Height + theme.Gap
	} else {
		pos.Y += at.Size().Height + 4
	}
	room := s.win.Canvas().Size()
	pos.X = max(min(pos.X, room.Width-size.Width-theme.Gap), theme.Gap)
	pos.Y = max(min(pos.Y, room.Height-size.Height-theme.Gap), 4)
	menu.ShowAtPosition(pos)
	s.win.Canvas().Focus(menu)
	return menu
}
