package player

import (
	"context"

	"kindhum/app/control"
	"kindhum/app/desktop"
	"kindhum/app/session"
	"kindhum/app/store"
)

// ways are how the player behaves between its clients and the desktop.
type ways struct {
	store.Desktop
	staying bool // with nothing playing
	saying  bool // the desktop is being asked to say where things are
	unsaid  bool // it could not: the next window says it
	said    bool // that window is saying it
	leaving bool // the player is about to end: nothing goes on
	reminding
}

// obey reads anew what was chosen of the desktop.
func (p *Player) obey() {
	w := &p.clients.ways
	kept, err := p.Store.Desktop(context.Background())
	if err != nil {
		p.trouble("settings", err)
		return
	}
	if kept.Stay != w.Stay {
		w.staying = kept.Stay
	}
	w.Desktop = kept
	reminders, err := p.Store.Reminders(context.Background())
	if err != nil {
		p.trouble("settings", err)
		return
	}
	if w.Reminders = reminders; w.looked.IsZero() {
		w.looked = p.Today()
	}
}

// closed is what becomes of what plays when the person closes the window.
func (p *Player) closed(now int64) error {
	w := p.clients.ways
	switch {
	case p.state.Mode == session.Idle || p.state.Mode == session.Ending:
		return nil
	case p.state.Plan.Trial != session.NoTrial,
		p.state.IsSession() && !p.state.Plan.Hidden && w.EndSession,
		!p.state.IsSession() && w.EndTone:
		return p.event(session.Event{Wish: session.Stop}, now)
	}
	p.sayWhere()
	return nil
}

// sayWhere says once in a life where to find what goes on with the window closed, unless a tray shows it.
func (p *Player) sayWhere() {
	w := &p.clients.ways
	if w.ToldWhere || w.saying || w.leaving || p.Desk.Hosted() {
		return
	}
	w.saying = true
	p.Desk.Say(desktop.Notification{
		Title: p.run.notices.WhereTitle, Body: p.run.notices.Where, Action: p.run.notices.Open,
		Act: func(given map[string]string) {
			_ = asked{p}.open(context.Background(), given) // there is nobody to tell but the window that does not come
		},
	}, func(shown bool) {
		p.do(context.Background(), func() {
			w.saying, w.unsaid = false, !shown
			if shown {
				p.toldWhere()
			}
		})
	})
}

func (p *Player) toldWhere() {
	p.obey()
	p.clients.ways.ToldWhere = true
	p.trouble("settings", p.Store.SetDesktop(context.Background(), p.clients.ways.Desktop))
}

// arrived takes a client in.
func (p *Player) arrived(h control.Hello) {
	c := &p.clients
	if h.Window {
		c.windows++
		c.unseen = false
		if c.ways.unsaid && p.playback() != desktop.Stopped {
			c.ways.unsaid, c.ways.said = false, true
			p.toldWhere()
		}
	}
	if desktop.HasDisplay(h.Desktop) {
		c.desktop = h.Desktop // the newest wins
	}
	p.Desk.Find(desktop.BusOf(h.Desktop))
}

// left lets a client go.
func (p *Player) left(h control.Hello) {
	if h.Window {
		p.clients.windows--
		p.clients.ways.said = false
	}
}

// alone is a desktop on which nothing can be shown.
type alone struct{}

// Run implements Desk.
func (alone) Run(ctx context.Context, _ desktop.Player) { <-ctx.Done() }

// Show implements Desk.
func (alone) Show(desktop.State) {}

// Find implements Desk.
func (alone) Find(string) {}

// Hosted implements Desk.
func (alone) Hosted() bool { return false }

// Say implements Desk.
func (alone) Say(_ desktop.Notification, shown func(bool)) {
	if shown != nil {
		go shown(false)
	}
}
