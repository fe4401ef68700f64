package window

import "fyne.io/fyne/v2"

// prove asks the graphics driver, once, whether it takes the circle's program. If it does, the plain disc beneath
// the light would never be seen, and stays hidden: on software OpenGL it took more than the light. Where that cannot be
// told, the disc comes too. A picture of the window would not tell: many drivers give none of what is on the screen. It must
// be called after the window was first drawn.
func (s *shell) prove() {
	w, is := s.win.(interface{ RunWithContext(func()) }) // Fyne's own, where it draws by OpenGL
	if !is {
		s.stage.light.fallBack()
		return
	}
	taken := false
	w.RunWithContext(func() { taken = compiles(s.stage.light.shader) })
	if !taken {
		fyne.LogError("the graphics driver does not take the light's program; a plain disc is shown", nil)
		s.stage.light.fallBack()
	}
}
