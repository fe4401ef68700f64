package main

import (
	"context"

	"kindhum/app/control"
	"kindhum/app/desktop"
	"kindhum/app/window"
)

// launched is the window as the session bus asks it, in the place of a second launch: what it is asked is what the
// commands of that name do.
type launched struct{ forward func() }

var _ desktop.Player = launched{}

// Do implements desktop.Player.
func (l launched) Do(ctx context.Context, w desktop.Wish) error {
	switch w.Act {
	case desktop.Moment, desktop.Begin:
		if err := ask(ctx, control.MethodBegin, control.Begin{Moment: w.Act == desktop.Moment}); err != nil {
			return err
		}
	case desktop.Tone:
		return ask(ctx, control.MethodTone, control.Tone{Hidden: true})
	case desktop.Stop:
		return tell(ctx, control.MethodStop, nil)
	}
	l.forward()
	return nil
}

// Last implements desktop.Player. Nobody asks a window.
func (launched) Last() string { return "" }

// stay sees to it that there is a player that stays in the tray. Without it there is no tray, and nothing to say.
func stay(ctx context.Context, dir string) {
	ctx, cancel := context.WithTimeout(ctx, startWithin)
	defer cancel()
	_ = control.Ask(ctx, dir, hello(), control.MethodStay, nil)
}

// startup is what starts with the desktop, as the window sets it.
// around is what the window has of the desktop.
func around() window.Around {
	return window.Around{
		Music: desktop.Music(), Startup: startup(),
		Appearance: func(ctx context.Context, tell func(window.Appearance)) {
			desktop.WatchAppearance(ctx, func(a desktop.Appearance) { tell(window.Appearance(a)) })
		},
	}
}

func startup() window.Startup {
	if !desktop.Autostarts() {
		return window.Startup{}
	}
	return window.Startup{
		Now: func() string { return string(desktop.Autostart()) },
		Set: func(to string) error { return desktop.SetAutostart(desktop.Start(to)) },
	}
}
