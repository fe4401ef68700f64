package window

import (
	"fmt"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"kindhum/app/breath"
	"kindhum/app/choice"
)

// tenth is the step in which a pattern of a person's own is set.
const tenth = 100 * time.Millisecond

// ownPatternPage is where a pattern of the person's own is set, and seen as it is being set.
type ownPatternPage struct {
	shell   *shell
	at      int // among the person's own; -1 is not yet one of them
	name    *field
	pattern breath.Pattern
	kept    breath.Pattern // the last one that can be breathed
	preview *preview
	parts   []*patternPart
	said    *widget.Label
	caution *widget.Label
	touched bool
}

// patternPart is a part of the breath with its slider, in tenths of a second.
type patternPart struct {
	slider *slider
	length *widget.Label
	get    func(breath.Pattern) time.Duration
	set    func(*breath.Pattern, time.Duration)
	least  time.Duration // below it there is only 0; 0 where all lengths are allowed
}

// openOwnPattern shows a pattern of the person's own to be set, or (-1) a new one, which begins as what is chosen.
func (s *shell) openOwnPattern(at int) {
	p := &ownPatternPage{shell: s, at: at, pattern: s.patternNow(), preview: newPreview(s), said: left(""), caution: quietLines("")}
	name := ""
	if at >= 0 {
		own := s.kept.patterns[at]
		name = own.Name
		if is, err := breath.Parse(own.Pattern); err == nil { // ClampPatterns saw to that
			p.pattern = is
		}
	}
	p.kept = p.pattern
	p.name = newField(name, choice.MaxPatternName, 1, s.key)
	p.name.tells(s.tips, s.text.Text("pattern_name"), "pattern_name")
	p.name.SetPlaceHolder(p.pattern.String())
	p.name.typed = func(string) { p.touched = true }
	p.name.full = func() { p.said.SetText(fmt.Sprintf(s.text.Text("words_most"), choice.MaxPatternName)) }
	p.name.left, p.name.enter, p.name.gained = p.keep, p.back, s.reveal
	body := container.NewVBox(s.named("pattern_name", p.name))
	for _, row := range p.rows() {
		body.Add(row)
	}
	body.Add(p.said)
	body.Add(p.caution)
	if at < 0 {
		body.Add(centredRow(s.button("pattern_use", p.use)))
	}
	s.turnTo("pattern_one", inset(body), openPage{keyed: keyed{onPattern, p}, depth: 1, leave: p.leave, back: p.back, top: p.preview.all})
	p.update()
}

// rows are the parts of the breath.
func (p *ownPatternPage) rows() []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	add := func(key string, least, most, above time.Duration, get func(breath.Pattern) time.Duration, set func(*breath.Pattern, time.Duration)) {
		part := &patternPart{length: quiet(""), get: get, set: set, least: above}
		part.slider = newSlider(float64(least/tenth), float64(most/tenth), 1, p.shell.key)
		part.slider.moved = func(to float64) { p.move(part, time.Duration(to)*tenth) }
		part.slider.left = p.keep
		part.slider.tells(p.shell.tips, p.shell.text.Text(key), "pattern_part").key = choosers[len(p.parts) : len(p.parts)+1]
		p.parts = append(p.parts, part)
		rows = append(rows, p.shell.named(key, container.NewBorder(nil, nil, nil, container.New(&cell{wide: 62}, part.length), part.slider)))
	}
	add("pattern_in", breath.MinMove, breath.MaxMove, 0,
		func(p breath.Pattern) time.Duration { return p.In }, func(p *breath.Pattern, d time.Duration) { p.In = d })
	add("pattern_sigh", 0, breath.MaxMove/2, breath.MinSigh,
		func(p breath.Pattern) time.Duration { return p.Sigh }, func(p *breath.Pattern, d time.Duration) { p.Sigh = d })
	add("pattern_hold", 0, breath.MaxStill, 0,
		func(p breath.Pattern) time.Duration { return p.Hold }, func(p *breath.Pattern, d time.Duration) { p.Hold = d })
	add("pattern_out", breath.MinMove, breath.MaxMove, 0,
		func(p breath.Pattern) time.Duration { return p.Out }, func(p *breath.Pattern, d time.Duration) { p.Out = d })
	add("pattern_rest", 0, breath.MaxStill, 0,
		func(p breath.Pattern) time.Duration { return p.Rest }, func(p *breath.Pattern, d time.Duration) { p.Rest = d })
	return rows
}

// move sets a part of the breath. A second in-breath has a least length: below it there is none.
func (p *ownPatternPage) move(part *patternPart, to time.Duration) {
	if was := part.get(p.pattern); to > 0 && to < part.least {
		to = part.least
		if was >= part.least {
			to = 0
		}
	}
	part.set(&p.pattern, to)
	p.touched = true
	p.update()
}

// update shows the pattern, what is wrong with it, and breathes it when nothing is.
func (p *ownPatternPage) update() {
	s := p.shell
	for _, part := range p.parts {
		is := part.get(p.pattern)
		part.slider.set(float64(is) / float64(tenth))
		part.length.SetText(fmt.Sprintf(s.text.Text("pattern_seconds"), breath.Seconds(is)))
	}
	wrong := s.flawText(p.pattern)
	if wrong == "" {
		p.kept = p.pattern
		p.preview.show(p.pattern)
		wrong = p.pattern.String()
	}
	p.name.SetPlaceHolder(p.kept.String())
	p.said.SetText(wrong)
	caution := ""
	if p.pattern.Hold+p.pattern.Rest > 0 {
		caution = s.text.Text("pattern_caution")
	}
	p.caution.SetText(caution)
}

// keep writes the pattern down, as it could last be breathed. One that is new, or that was the next one, is the next
// one.
func (p *ownPatternPage) keep() {
	if !p.touched {
		return
	}
	s, own := p.shell, choice.NewOwnPattern(p.name.Text, p.kept)
	all, next := slices.Clone(s.kept.patterns), true
	if p.at < 0 {
		all = append(all, own)
	} else {
		next = p.at == s.chosenOwn()
		all[p.at] = own
	}
	s.setPatterns(all)
	p.at, p.touched = slices.Index(s.kept.patterns, own), false
	if next {
		s.setPattern(own)
	}
}

func (p *ownPatternPage) leave() {
	p.keep()
	p.preview.stop()
}

// back leads to the patterns, with the keys at the one that was open or was just made.
func (p *ownPatternPage) back() {
	p.leave()
	p.shell.patternsPage().toOwn(p.at)
}

// use has the pattern be the next one, also where nothing of it was changed.
func (p *ownPatternPage) use() {
	p.touched = true
	p.back()
}

// toPart gives the keys to a part of the breath.
func (p *ownPatternPage) toPart(k stroke) {
	if n := k.nth(); n < len(p.parts) {
		p.shell.focus(p.parts[n].slider)
	}
}
