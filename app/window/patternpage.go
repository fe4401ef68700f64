package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindhum/app/breath"
	"kindhum/app/choice"
	"kindhum/app/theme"
)

// patternPage is where the pattern of the next session is chosen, and seen.
type patternPage struct {
	shell   *shell
	preview *preview
	pills   map[*pill]string // and the pattern of each, "" for the practice's own
	order   []*pill          // from top to bottom
	own     map[*pill]int    // those of the person's own, and what else is in their rows
}

// openPatterns shows the patterns there are.
func (s *shell) openPatterns() { s.patternsPage() }

func (s *shell) patternsPage() *patternPage {
	p := &patternPage{shell: s, preview: newPreview(s), pills: map[*pill]string{}, own: map[*pill]int{}}
	s.turnTo("pattern", inset(p.rows()), openPage{
		update: p.update, keyed: keyed{onPatterns, p}, leave: p.preview.stop, top: p.preview.all,
		rows: func() []*pill { return p.order },
	})
	p.update()
	for _, pill := range p.order {
		if pill.chosen {
			s.reveal(pill)
		}
	}
	return p
}

// toOwn gives the keys to a pattern of the person's own, if there is one.
func (p *patternPage) toOwn(i int) {
	for _, pill := range p.order {
		if at, own := p.own[pill]; own && at == i {
			p.shell.focus(pill)
		}
	}
}

// rows is the page from top to bottom. Patterns that hold the breath stand apart.
func (p *patternPage) rows() fyne.CanvasObject {
	s := p.shell
	box := container.NewVBox(p.row(s.text.Text("pattern_own"), s.text.Text("pattern_own_about"), choice.OwnPattern{}))
	careful := false
	for _, is := range choice.Patterns() {
		n := s.text.Pattern(is.ID)
		if is.Careful && !careful {
			box.Add(gap(8))
			box.Add(left(s.text.Text("pattern_apart")))
			careful = true
		}
		box.Add(p.row(n.Title, n.About, choice.OwnPattern{Pattern: is.Pattern}))
		if n.Caution != "" {
			box.Add(quietLines(n.Caution))
		}
	}
	if len(s.kept.patterns) > 0 {
		box.Add(gap(8))
		box.Add(left(s.text.Text("pattern_yours")))
	}
	for i, own := range s.kept.patterns {
		about := ""
		if own.Careful() {
			about = s.text.Text("pattern_caution")
		}
		box.Add(p.row(own.Name, about, own))
		change := s.option(s.text.Text("pattern_change"), func() { p.change(i) }).of(p.order[len(p.order)-1].Name()).tells("pattern_change")
		remove := s.option(s.text.Text("words_remove"), func() { p.remove(i) }).of(change.label).tells("pattern_remove")
		p.own[p.order[len(p.order)-1]], p.own[change], p.own[remove] = i, i, i
		box.Add(container.New(&flow{gap: 2, left: true}, change, remove))
	}
	box.Add(gap(4))
	ways := container.New(&flow{gap: 6, left: true})
	if len(s.kept.patterns) < choice.MaxPatterns {
		ways.Add(s.button("pattern_new", func() { p.change(-1) }))
	}
	if s.shown.breath.misses() && len(s.kept.patterns) < choice.MaxPatterns {
		ways.Add(s.button("words_bring_back", p.bringBack))
	}
	box.Add(ways)
	return box
}

// row is a pattern to be chosen; one that is not of the person's own has no name here.
func (p *patternPage) row(title, about string, is choice.OwnPattern) fyne.CanvasObject {
	s, pattern := p.shell, is.Pattern
	text, whole := title, title
	if pattern != "" && pattern != title {
		pattern := "  " + pattern
		whole += pattern
		text = cut(title, sized(narrowPill)-measured(pattern, sized(theme.TypeLabel)), sized(theme.TypeLabel)) + pattern
	}
	pill := s.option(text, func() { p.choose(is) }).tells("pattern_choose")
	pill.setCut(whole, text)
	if n := len(p.order); n < len(choosers) {
		pill.by(choosers[n : n+1])
	}
	p.order = append(p.order, pill)
	p.pills[pill] = pattern
	row := container.NewVBox(container.New(&flow{left: true}, pill))
	if about != "" {
		row.Add(quietLines(about))
	}
	return row
}

func (p *patternPage) choose(is choice.OwnPattern) {
	p.shell.setPattern(is)
	p.update()
}

// update shows which pattern is chosen, and breathes it.
func (p *patternPage) update() {
	s, times, chosen := p.shell, p.shell.chosenTimes(), p.shell.chosenOwn()
	for pill, pattern := range p.pills {
		at, own := p.own[pill]
		pill.choose(own && at == chosen || !own && chosen < 0 && pattern == times)
	}
	p.preview.show(s.patternNow())
}

// change leads to where a pattern of the person's own is set; -1 is a new one.
func (p *patternPage) change(i int) { p.shell.openOwnPattern(i) }

// onOwn does something with the pattern of the person's own that has the keys.
func (p *patternPage) onOwn(do func(int)) {
	for pill, i := range p.own {
		if pill.focused {
			do(i)
			return
		}
	}
}

// remove removes a pattern of the person's own; it can be brought back. The keys go to the one that has its place then,
// or to the last.
func (p *patternPage) remove(i int) {
	s, gone := p.shell, p.shell.kept.patterns[i]
	s.setPatterns(slices.Delete(slices.Clone(s.kept.patterns), i, i+1))
	s.shown.breath.gone = append(s.shown.breath.gone, gonePattern{i, gone})
	if gone.Pattern == s.kept.session.Pattern && !s.offers(gone.Pattern) {
		p.choose(choice.OwnPattern{})
	}
	s.patternsPage().toOwn(min(i, len(s.kept.patterns)-1))
}

// bringBack brings back the pattern that was removed last.
func (p *patternPage) bringBack() {
	s, b := p.shell, &p.shell.shown.breath
	if !b.misses() || len(s.kept.patterns) >= choice.MaxPatterns {
		return
	}
	last := b.gone[len(b.gone)-1]
	b.gone = b.gone[:len(b.gone)-1]
	s.setPatterns(slices.Insert(slices.Clone(s.kept.patterns), min(last.at, len(s.kept.patterns)), last.is))
	s.patternsPage().toOwn(slices.Index(s.kept.patterns, last.is))
}

// patternText is the pattern of the next session, with its name where it was chosen by one.
func (s *shell) patternText() string {
	is, name := s.patternNow().String(), s.patternName()
	if name == "" {
		return cut(is, sized(restPill), sized(theme.TypeSmall))
	}
	if all := name + "  " + is; measured(all, sized(theme.TypeSmall)) <= sized(restPill) {
		return all
	}
	return cut(name, sized(restPill), sized(theme.TypeSmall))
}

// patternWhole is the same where there is room for all of it.
func (s *shell) patternWhole() string {
	is := s.patternNow().String()
	if name := s.patternName(); name != "" {
		return name + "  " + is
	}
	return is
}

// patternName is the name by which the pattern of the next session was chosen; "" is none.
func (s *shell) patternName() string {
	is, name := s.chosenTimes(), ""
	if own := s.chosenOwn(); own >= 0 {
		name = s.kept.patterns[own].Name
	} else if at := slices.IndexFunc(choice.Patterns(), timedAs(is)); at >= 0 {
		name = s.text.Pattern(choice.Patterns()[at].ID).Title
	}
	if name == is {
		return ""
	}
	return name
}

// offers reports whether a pattern can be chosen by a name.
func (s *shell) offers(pattern string) bool {
	return slices.ContainsFunc(choice.Patterns(), timedAs(pattern)) ||
		slices.ContainsFunc(s.kept.patterns, func(p choice.OwnPattern) bool { return p.Pattern == pattern })
}

// flawText is what is wrong with a pattern, in the words of the window; "" is nothing.
func (s *shell) flawText(p breath.Pattern) string {
	f, wrong := p.Validate().(*breath.Flaw)
	if !wrong {
		return ""
	}
	return strings.NewReplacer("{least}", breath.Seconds(f.Least), "{most}", breath.Seconds(f.Most), "{is}", breath.Seconds(f.Is)).
		Replace(s.text.Text("flaw_" + f.Part))
}
