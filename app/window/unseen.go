package window

import (
	"context"

	"github.com/go-gl/glfw/v3.4/glfw"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"

	"kindhum/app/control"
	"kindhum/app/sight"
)

// unseen is why nobody can see the window, as far as the system tells. While there is a reason nothing is drawn.
type unseen struct{ minimised, covered bool }

func (u unseen) any() bool { return u.minimised || u.covered }

// hide takes what the system tells of the window, and draws again when it can be seen again.
func (s *shell) hide(u unseen) {
	was := s.unseen.any()
	s.unseen = u
	if was == u.any() {
		return
	}
	s.sayUnseen()
	s.stage.unveil() // what was coming has come when somebody looks again
	if was {
		s.wake()
	}
}

// sayUnseen tells the player whether the window can be seen: the screen is kept on only for one that is.
func (s *shell) sayUnseen() {
	method := control.MethodSeen
	if s.unseen.any() {
		method = control.MethodUnseen
	}
	s.wishes.ask(method, nil)
}

// watch has the system tell when the window cannot be seen, until ctx ends. It must be called on the UI goroutine after
// the window was first drawn. Fyne tells nothing of this, so the window beneath it is asked. Wayland needs no asking:
// there a window that is not shown is asked for no frames.
func (s *shell) watch(ctx context.Context) {
	if w, is := s.win.(interface{ RunWithContext(func()) }); is {
		w.RunWithContext(func() {
			glfw.GetCurrentContext().SetIconifyCallback(func(_ *glfw.Window, minimised bool) {
				s.hide(unseen{minimised, s.unseen.covered})
			})
		})
	}
	w, is := s.win.(driver.NativeWindow)
	if !is {
		return
	}
	w.RunNative(func(native any) {
		if x, is := native.(driver.X11WindowContext); is && x.WindowHandle != 0 {
			go s.watchX(ctx, uint32(x.WindowHandle))
		}
	})
}

// watchX watches the window of an id on X.
func (s *shell) watchX(ctx context.Context, id uint32) {
	err := sight.Watch(ctx, id, func(seen bool) {
		s.do(func() { s.hide(unseen{s.unseen.minimised, !seen}) })
	})
	if err != nil { // then it is drawn whether or not it is seen
		fyne.LogError("whether the window can be seen is not known", err)
	}
	if ctx.Err() == nil { // whoever told of it tells no more
		s.do(func() { s.hide(unseen{s.unseen.minimised, false}) })
	}
}
