package window

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// typeSizes are the sizes of text that are offered, in per cent.
var typeSizes = []int{80, 90, 100, 110, 125, 150, 175, 200}

// askedFor is a line that is there while the system asks for what the row above it is about.
type askedFor struct {
	line fyne.CanvasObject
	is   func() bool
}

// addLooks adds how the window looks.
func (p *settings) addLooks(to *fyne.Container) {
	s, w := p.shell, &p.shell.kept.window
	to.Add(p.hint("looks"))
	to.Add(p.look("less_motion", "on", "off", true, &w.LessMotion))
	to.Add(p.hint("less_motion_means"))
	to.Add(p.asks(func() bool { return s.system.LessMotion }))
	to.Add(p.look("contrast", "on", "off", true, &w.Contrast))
	to.Add(p.asks(func() bool { return s.system.Contrast }))
	to.Add(p.look("transitions", "on", "off", false, &w.Cuts))
	to.Add(p.hint("transitions_mean"))
	to.Add(p.look("frames", "frames_all", "frames_half", false, &w.HalfRate))
	to.Add(p.hint("frames_mean"))
	var texts []string
	sizes := len(p.rows) // the place of the row that comes next
	for _, percent := range typeSizes {
		texts = append(texts, fmt.Sprintf("%d %%", percent))
	}
	to.Add(p.rowOf("type_size", texts, func() int { return slices.Index(typeSizes, w.Type) }, func(i int) {
		if w.Type != typeSizes[i] {
			w.Type = typeSizes[i]
			p.looksAround(p.rows[sizes].pills[i])
		}
	}))
	to.Add(p.hint("type_size_means"))
}

// look is a row of two for a setting of the window's, which is as first says when the first of them is chosen.
func (p *settings) look(key, one, other string, first bool, setting *bool) fyne.CanvasObject {
	return p.row(key, []string{one, other}, func() int { return which(*setting == first) }, func(i int) {
		if to := (i == 0) == first; *setting != to {
			*setting = to
			p.looks()
		}
	})
}

// looks has the window look as it is set to now, and remembers it.
func (p *settings) looks() {
	p.shell.setWindow()
	p.shell.appear()
}

// looksAround does that, and leaves a control where it is on the page, however all before it grows.
func (p *settings) looksAround(o fyne.CanvasObject) {
	scroll := p.shell.page.scroll
	was, there := placeIn(scroll.Content, o)
	p.looks()
	if now, is := placeIn(scroll.Content, o); is && there {
		scroll.ScrollToOffset(fyne.NewPos(0, max(scroll.Offset.Y+now-was, 0)))
	}
	p.shell.reveal(o)
}

// asks is a line for the time in which the system asks for something.
func (p *settings) asks(is func() bool) fyne.CanvasObject {
	line := container.NewStack(p.hint("system_asks"))
	p.asked = append(p.asked, askedFor{line, is})
	return line
}

// updateAsked shows what the system asks for.
func (p *settings) updateAsked() {
	for _, a := range p.asked {
		if a.is() {
			a.line.Show()
		} else {
			a.line.Hide()
		}
	}
}
