package window

import (
	"context"
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
	pills   map[*pill]string   // and the pattern of each, "" for the practice's own
	gone    *choice.OwnPattern // that was removed last
	order   []*pill            // from top to bottom
	own     map[*pill]int      // those of the person's own, and what else is in their rows
}

// openPatterns shows the patterns there are.
func (s *shell) openPatterns() { s.openPatternsAfter(nil) }

// openPatternsAfter shows them after one was removed, which can be brought back; nil is none.
func (s *shell) openPatternsAfter(gone *choice.OwnPattern) {
	p := &patternPage{shell: s, preview: newPreview(s), pills: map[*pill]string{}, own: map[*pill]int{}, gone: gone}
	s.turnTo("pattern", inset(p.rows()), openPage{
		update: p.update, keyed: keyed{onPatterns, p}, leave: p.preview.stop, top: p.preview.all,
		rows: func() []*pill { return p.order },
	})
	p.update()
	for pill := range p.pills {
		if pill.chosen {
			s.reveal(pill)
		}
	}
}

// rows is the page from top to bottom. Patterns that hold the breath stand apart.
func (p *patternPage) rows() fyne.CanvasObject {
	s := p.shell
	box := container.NewVBox(p.row(s.text.Text("pattern_own"), "", s.text.Text("pattern_own_about")))
	careful := false
	for _, is := range choice.Patterns() {
		n := s.text.Pattern(is.ID)
		if is.Careful && !careful {
			box.Add(gap(8))
			box.Add(left(s.text.Text("pattern_apart")))
			careful = true
		}
		box.Add(p.row(n.Title, is.Pattern, n.About))
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
		box.Add(p.row(own.Name, own.Pattern, about))
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
	if p.gone != nil {
		ways.Add(s.button("words_bring_back", p.bringBack))
	}
	box.Add(ways)
	return box
}

// row is a pattern to be chosen.
func (p *patternPage) row(title, pattern, about string) fyne.CanvasObject {
	s := p.shell
	text, whole := title, title
	if pattern != "" && pattern != title {
		pattern := "  " + pattern
		whole += pattern
		text = cut(title, sized(narrowPill)-measured(pattern, sized(theme.TypeLabel)), sized(theme.TypeLabel)) + pattern
	}
	pill := s.option(text, func() { p.choose(pattern) }).tells("pattern_choose")
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

func (p *patternPage) choose(pattern string) {
	s := p.shell
	to := s.kept.session
	to.Pattern = pattern
	s.setSession(to)
	p.update()
}

// update shows which pattern is chosen, and breathes it.
func (p *patternPage) update() {
	s := p.shell
	for pill, pattern := range p.pills {
		pill.choose(pattern == s.kept.session.Pattern)
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

// remove removes a pattern of the person's own; it can be brought back until the page is left.
func (p *patternPage) remove(i int) {
	s := p.shell
	gone := s.kept.patterns[i]
	s.setPatterns(slices.Delete(slices.Clone(s.kept.patterns), i, i+1))
	if gone.Pattern == s.kept.session.Pattern && !s.offers(gone.Pattern) {
		p.choose("")
	}
	s.openPatternsAfter(&gone)
}

func (p *patternPage) bringBack() {
	s := p.shell
	if p.gone == nil {
		return
	}
	s.setPatterns(append(slices.Clone(s.kept.patterns), *p.gone))
	s.openPatternsAfter(nil)
}

// setPatterns keeps the person's own patterns.
func (s *shell) setPatterns(all []choice.OwnPattern) {
	s.kept.patterns = choice.ClampPatterns(all)
	kept := s.kept.patterns
	s.remember(func(ctx context.Context) error { return s.opts.Store.SetPatterns(ctx, kept) })
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
	is, name := s.patternNow().String(), ""
	if s.kept.session.Pattern == "" {
		return ""
	}
	for _, p := range choice.Patterns() {
		if p.Pattern == is {
			name = s.text.Pattern(p.ID).Title
		}
	}
	for _, p := range s.kept.patterns {
		if p.Pattern == is && name == "" {
			name = p.Name
		}
	}
	if name == is {
		return ""
	}
	return name
}

// offers reports whether a pattern can be chosen by a name.
func (s *shell) offers(pattern string) bool {
	return slices.ContainsFunc(choice.Patterns(), func(p choice.Pattern) bool { return p.Pattern == pattern }) ||
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
