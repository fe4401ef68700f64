package window

import (
	"context"
	"slices"

	"kindhum/app/choice"
)

// breaths are what the window knows of the patterns beyond which there are.
type breaths struct {
	named choice.OwnPattern // of the person's own, that was chosen last; with no name it was none of them
	gone  []gonePattern     // that were removed and can be brought back, the last one last
}

// gonePattern is a pattern of the person's own that was removed, and where it stood.
type gonePattern struct {
	at int
	is choice.OwnPattern
}

func (b *breaths) misses() bool { return len(b.gone) > 0 }

// timedAs is whether a pattern is of such times.
func timedAs(pattern string) func(choice.Pattern) bool {
	return func(p choice.Pattern) bool { return p.Pattern == pattern }
}

// chosenOwn is which of the person's own patterns is chosen; -1 is none. Several patterns may be of the same times: then
// it is the one that was chosen by its name, where that is known, or else the first.
func (s *shell) chosenOwn() int {
	is, named := s.chosenTimes(), s.shown.breath.named
	if at := slices.Index(s.kept.patterns, named); at >= 0 && named.Pattern == is {
		return at
	}
	if slices.ContainsFunc(choice.Patterns(), timedAs(is)) {
		return -1
	}
	return slices.IndexFunc(s.kept.patterns, func(p choice.OwnPattern) bool { return p.Pattern == is })
}

// chosenTimes is the pattern that was chosen, as one is written; "" is the practice's own.
func (s *shell) chosenTimes() string {
	if s.kept.session.Pattern == "" {
		return ""
	}
	return s.patternNow().String()
}

// setPattern has a pattern be that of the next session; one that is not of the person's own has no name here.
func (s *shell) setPattern(is choice.OwnPattern) {
	s.shown.breath.named = is
	to := s.kept.session
	to.Pattern = is.Pattern
	s.setSession(to)
}

// setPatterns keeps the person's own patterns.
func (s *shell) setPatterns(all []choice.OwnPattern) {
	s.kept.patterns = choice.ClampPatterns(all)
	kept := s.kept.patterns
	s.remember(func(ctx context.Context) error { return s.opts.Store.SetPatterns(ctx, kept) })
}
