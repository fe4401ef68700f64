package window

import "fyne.io/fyne/v2"

// followType has everything follow the size of type, whoever changes it.
func (s *shell) followType() {
	settings, scale := fyne.CurrentApp().Settings(), sized(1)
	settings.AddListener(func(fyne.Settings) {
		if now := sized(1); now != scale {
			scale = now
			s.rescale()
		}
	})
}

// rescale lays out anew what is not on the stage now, and all that was measured in another size of type. Fyne sees to
// the rest of what can be seen.
func (s *shell) rescale() {
	s.feet.rest.update()
	for _, foot := range []*fyne.Container{s.feet.rest.all, s.feet.rest.told, s.feet.rest.safety, s.feet.guide.all, s.feet.end.all, s.feet.tone.all} {
		foot.Refresh()
	}
	if v := s.feet.diary.view; v != nil {
		v.home.Refresh()
		v.all.Refresh()
	}
	s.page.updated()
	s.stage.Refresh()
	s.wake()
}
