package desktop

import (
	"context"

	"github.com/godbus/dbus/v5"
)

// The settings of the desktop's portal (flatpak.github.io/xdg-desktop-portal, org.freedesktop.portal.Settings), and what of them
// is about how things look. Both are numbers, where 1 asks for it.
const (
	settingsFace = "org.freedesktop.portal.Settings"

	looksSpace  = "org.freedesktop.appearance"
	keyContrast = "contrast"
	keyMotion   = "reduced-motion"
)

// WatchAppearance calls tell with what the person asks of the whole desktop, and again each time that this changes, until ctx is
// done. Before the first call nothing is asked for, nor is it where there is no bus or no portal; a wish that nobody keeps any more
// is taken back. It calls tell on its own goroutine and leaves none behind.
func WatchAppearance(ctx context.Context, tell func(Appearance)) {
	w := &looks{tell: tell}
	keep(ctx, nil, func() []string { return []string{busHere()} }, w.visit)
}

// looks is what a portal says of how things look.
type looks struct {
	bus
	tell func(Appearance)
	is   Appearance // that was told last
}

// say tells of what is asked for, where that is something else.
func (l *looks) say(is Appearance) {
	if l.is != is {
		l.is = is
		l.tell(is)
	}
}

// visit listens on the bus at address for as long as that is there. It is false where there is none.
func (l *looks) visit(ctx context.Context, address string) bool {
	conn, err := connect(ctx, address, func(*dbus.Conn) error { return nil })
	if err != nil {
		return false
	}
	defer conn.Close() //nolint:errcheck // it has ended, or is not needed any more
	l.bus = bus{conn}
	signals := make(chan *dbus.Signal, 16)
	conn.Signal(signals)
	l.listen(ctx)
	l.read()
	for {
		select {
		case <-ctx.Done():
			return true // whoever listened has gone
		case <-conn.Context().Done():
			if ctx.Err() == nil {
				l.say(Appearance{})
			}
			return true
		case signal := <-signals:
			if signal != nil { // it is nil when the connection has just ended
				l.heed(signal)
			}
		}
	}
}

// listen has the portal's coming, its going and its changes be noticed. It comes before the first look, so that nothing falls
// between the two.
func (l *looks) listen(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, answerWithin)
	defer cancel()
	// What is not noticed now is seen the next time that the window opens.
	_ = l.conn.AddMatchSignalContext(ctx, dbus.WithMatchSender(busName),
		dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, portalName))
	_ = l.conn.AddMatchSignalContext(ctx, dbus.WithMatchSender(portalName),
		dbus.WithMatchInterface(settingsFace), dbus.WithMatchMember("SettingChanged"), dbus.WithMatchArg(0, looksSpace))
}

// heed follows the portal.
func (l *looks) heed(s *dbus.Signal) {
	switch s.Name {
	case busName + ".NameOwnerChanged":
		if len(s.Body) != 3 || s.Body[0] != portalName {
			return
		}
		if s.Body[2] == "" {
			l.say(Appearance{})
			return
		}
		l.read()
	case settingsFace + ".SettingChanged":
		if len(s.Body) != 3 || s.Body[0] != looksSpace {
			return
		}
		is := l.is
		switch s.Body[1] {
		case keyContrast:
			is.Contrast = asks(s.Body[2])
		case keyMotion:
			is.LessMotion = asks(s.Body[2])
		}
		l.say(is)
	}
}

// read asks the portal for all of it. One that does not run is not started: the desktop does that, and then it is heard of.
func (l *looks) read() {
	l.say(Appearance{LessMotion: asks(l.setting(keyMotion)), Contrast: asks(l.setting(keyContrast))})
}

// setting is the value of a key, or nil where there is none. Older portals know Read alone.
func (l *looks) setting(key string) any {
	var v dbus.Variant
	for _, method := range []string{"ReadOne", "Read"} {
		if l.call(portalName, portalPath, settingsFace+"."+method, quietly, looksSpace, key).Store(&v) == nil {
			return v
		}
	}
	return nil
}

// asks reports whether a setting asks for what it is about. Read wraps a value once more.
func asks(v any) bool {
	for {
		inner, is := v.(dbus.Variant)
		if !is {
			return v == uint32(1)
		}
		v = inner.Value()
	}
}
