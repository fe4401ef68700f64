package player

import (
	"context"
	"time"

	"kindhum/app/choice"
	"kindhum/app/desktop"
)

// reminding is when a kind moment is offered to whoever has the player stay at home.
type reminding struct {
	choice.Reminders
	looked time.Time // on the clock on the wall: what was due until then is told, or let go
	told   int       // how often that was
}

// remind offers a kind moment when it is time for one, unless something plays already. What do-not-disturb means
// is left to the desktop, and the newest takes the place of the one before.
func (p *Player) remind() {
	r := &p.clients.ways.reminding
	today := p.Today()
	since := r.looked
	r.looked = today
	lines := p.run.notices.Remind
	if !r.Due(since, today) || p.playback() != desktop.Stopped || len(lines) == 0 {
		return
	}
	p.Desk.Say(desktop.Notification{
		Title: p.run.notices.RemindTitle, Body: lines[r.told%len(lines)], Action: p.run.notices.Moment,
		Act: func(given map[string]string) {
			// Whoever clicks sees the moment begin, or that it does not.
			_ = asked{p}.Do(context.Background(), desktop.Wish{Act: desktop.Moment, Desktop: given})
		},
	}, nil)
	r.told++
}

// reminds is when the next reminder is due, in monotonic ns.
func (p *Player) reminds(now int64) (int64, bool) {
	today := p.Today()
	next, is := p.clients.ways.reminding.Next(today)
	return now + int64(next.Sub(today)), is
}
