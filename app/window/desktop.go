package window

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"kindhum/app/control"
)

// The places of what may start with the desktop, in the row that offers them.
var startups = []string{"off", "window", "tray"}

// keep remembers the settings, and has the player obey them. One that is to stay is started.
func (p *settings) keep() {
	s, to := p.shell, p.desktop
	s.remember(func(ctx context.Context) error {
		was, err := s.opts.Store.Desktop(ctx)
		if err == nil {
			to.ToldWhere = was.ToldWhere // the player's to say
			err = s.opts.Store.SetDesktop(ctx, to)
		}
		if err != nil {
			return err
		}
		method := control.MethodSettings
		if to.Stay {
			method = control.MethodStay
		}
		if err := s.opts.Link.Do(ctx, method, nil); !errors.Is(err, control.ErrNoPlayer) {
			return err
		}
		return nil
	})
}

// tell has the player, if there is one, obey what was chosen.
func (p *settings) tell() { p.shell.wishes.ask(control.MethodSettings, nil) }

// starts is the place of what starts with the desktop.
func (p *settings) starts() int {
	for i, name := range startups {
		if name == p.startup {
			return i
		}
	}
	return 0
}

// start has something else start with the desktop. Who wants the tray there from the beginning wants it to stay.
func (p *settings) start(i int) {
	to, was := startups[i], p.startup
	if to == was {
		return
	}
	p.startup = to
	if to == "tray" && !p.desktop.Stay {
		p.desktop.Stay = true
		p.keep()
	}
	s := p.shell
	s.remember(func(context.Context) error {
		err := s.opts.Startup.Set(to)
		if err != nil {
			s.do(func() {
				fyne.LogError("autostart", err)
				p.startup = was
				p.say("start_failed")
				p.update()
			})
		}
		return nil
	})
}
