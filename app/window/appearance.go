package window

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"kindhum/app/store"
	"kindhum/app/theme"
)

// heed follows what is asked of the whole system, until ctx ends.
func (s *shell) heed(ctx context.Context) {
	if watch := s.opts.Appearance; watch != nil {
		go watch(ctx, func(a Appearance) { s.do(func() { s.obey(a) }) })
	}
}

// obey takes what is asked of the whole system from now on.
func (s *shell) obey(a Appearance) {
	s.system = a
	s.appear()
}

// lessMotion reports whether less is to move, here or on the whole system.
func (s *shell) lessMotion() bool { return s.kept.window.LessMotion || s.system.LessMotion }

// strong reports whether contrast is to be stronger, here or on the whole system.
func (s *shell) strong() bool { return s.kept.window.Contrast || s.system.Contrast }

// softly reports whether what changes is to come softly.
func (s *shell) softly() bool { return !s.kept.window.Cuts && !s.lessMotion() && !s.unseen.any() }

// frameTime is the time from one frame to the next.
func (s *shell) frameTime() time.Duration {
	if s.kept.window.HalfRate {
		return 2 * tickTime
	}
	return tickTime
}

// appear has everything that is open look as it is wished to, at once.
func (s *shell) appear() {
	s.dress()
	if !s.softly() {
		s.stage.unveil()
	}
	s.stage.notice.setSize(sized(theme.TypeLabel))
	s.tally.rest() // the next frame is not late: frames may come in another time now
	s.page.updated()
	s.arrange()
	s.wake()
}

// dress puts on the theme that is wished, unless it is on already.
func (s *shell) dress() {
	settings := fyne.CurrentApp().Settings()
	strong, scale := s.strong(), typeScale(s.kept.window.Type)
	if r, is := settings.Theme().(*room); !is || r.strong != strong || r.scale != scale {
		settings.SetTheme(newTheme(strong, scale))
	}
}

// typeScale is a size of text in per cent as a theme has it.
func typeScale(percent int) float32 {
	if percent == 0 { // nothing was read, and nothing chosen
		percent = store.UsualTextSize
	}
	return float32(min(max(percent, store.MinTextSize), store.MaxTextSize)) / store.UsualTextSize
}
