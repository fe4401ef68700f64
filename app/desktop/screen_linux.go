package desktop

import "github.com/godbus/dbus/v5"

const (
	saverName = "org.freedesktop.ScreenSaver"
	saverPath = dbus.ObjectPath("/org/freedesktop/ScreenSaver")

	portalName = "org.freedesktop.portal.Desktop"
	portalPath = dbus.ObjectPath("/org/freedesktop/portal/desktop")
	// portalIdle has the portal keep the session from being idle, and nothing else: not from suspend, switching or
	// logging out (flatpak.github.io/xdg-desktop-portal, Inhibit).
	portalIdle = uint32(8)
)

// screen keeps the screen on. A suspend is never hindered.
type screen struct {
	bus
	why  string // for whoever asks the desktop
	kept bool   // that was wished for, and tried
	free func() // lets it go again, or nil
}

// keep keeps the screen on from now on, or lets it go. Where the desktop cannot, it is left alone until the next wish.
func (s *screen) keep(on bool) {
	switch {
	case on && !s.kept:
		if s.free = s.askSaver(); s.free == nil {
			s.free = s.askPortal()
		}
	case !on && s.free != nil:
		s.free()
		s.free = nil
	}
	s.kept = on
}

// askSaver asks the screen saver, as most desktops have it.
func (s *screen) askSaver() (free func()) {
	var cookie uint32
	if s.call(saverName, saverPath, saverName+".Inhibit", quietly, appName, s.why).Store(&cookie) != nil {
		return nil
	}
	return func() {
		_ = s.call(saverName, saverPath, saverName+".UnInhibit", quietly, cookie).Err // it may have ended meanwhile
	}
}

// askPortal asks the portal, where that is there: the window has called on it already.
func (s *screen) askPortal() (free func()) {
	var handle dbus.ObjectPath
	why := values{"reason": property(s.why)}
	if s.call(portalName, portalPath, "org.freedesktop.portal.Inhibit.Inhibit", quietly, "", portalIdle, why).Store(&handle) != nil {
		return nil
	}
	return func() {
		_ = s.call(portalName, handle, "org.freedesktop.portal.Request.Close", quietly).Err // as above
	}
}
