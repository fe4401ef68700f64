package window

import "fyne.io/fyne/v2"

// prove asks the graphics driver, once, whether it takes the circle's program. If it does, the plain disc beneath
// the light is never seen, and is not drawn: on software OpenGL it took more than the light. Where that cannot be told,
// the disc stays. A picture of the window would not tell: many drivers give none of what is on the screen. It must be
// called after the window was first drawn.
func (s *shell) prove() {
	w, is := s.win.(interface{ RunWithContext(func()) }) // Fyne's own, where it draws by OpenGL
	if !is {
		return
	}
	taken, l := false, s.stage.light
	w.RunWithContext(func() { taken = compiles(l.shader) })
	if !taken {
		fyne.LogError("the graphics driver does not take the light's program; a plain disc is shown", nil)
		return
	}
	l.plain.Hide()
}
