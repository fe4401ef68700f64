package player

import (
	"context"
	"os"
	"time"

	"kindhum/app/control"
	"kindhum/app/monotonic"
	"kindhum/app/session"
)

// pass carries out what time brings. errEnded means that the player is not needed any more.
func (p *Player) pass(now int64) error {
	if p.door.quit {
		return errEnded
	}
	if slept := monotonic.Slept(); slept-p.times.slept > 2*time.Second {
		p.times.slept = slept
		p.event(session.Event{Wish: session.Sleep}, now)
	}
	p.clock.patient(now)
	p.event(session.Event{Wish: session.Tick}, now)
	p.renew(now)
	p.darken(now)
	p.remind()
	if p.state.Mode == session.Paused && p.hearing.wanted && now-p.times.pausedSince > int64(pausedFor) {
		p.wantSound(false)
	}
	if p.state.Mode == session.Tone && p.hearing.health != control.SoundOK {
		if now-p.times.unheardSince > int64(unheardTone) {
			p.event(session.Event{Wish: session.Stop}, now)
		}
	} else {
		p.times.unheardSince = now
	}
	if now-p.times.looked >= int64(lookAround) {
		p.times.looked = now
		if _, err := os.Stat(control.Socket(p.Dir, control.RolePlayer)); err != nil {
			return errEnded // logged out, or somebody took the folder away
		}
	}
	if p.state.Mode == session.Idle && !p.clients.ways.staying && now-p.times.idleSince >= int64(idleFor) {
		return errEnded
	}
	return nil
}

// renew writes how far the session has come, every 5 s.
func (p *Player) renew(now int64) {
	if p.run.row == 0 || !p.state.IsSession() || p.state.Mode == session.Paused || now-p.times.renewed < int64(renewal) {
		return
	}
	p.times.renewed = now
	elapsed, breaths := p.come(p.clock.now(now))
	p.trouble("log", p.Store.Renew(context.Background(), p.run.row, elapsed, breaths))
}

// come is how far the session has come at an elapsed time: from its first in-breath, and in
// breaths begun.
func (p *Player) come(at time.Duration) (elapsed time.Duration, breaths int) {
	return max(0, at-p.state.Line.LeadIn), p.state.Line.At(at).Cycle + 1
}

// wake is when the player next has something to do by itself.
func (p *Player) wake(now int64) int64 {
	next := p.times.looked + int64(lookAround)
	sooner := func(at int64) { next = min(next, at) }
	if p.state.Mode == session.Idle && !p.clients.ways.staying {
		sooner(p.times.idleSince + int64(idleFor))
	}
	if at, is := p.reminds(now); is {
		sooner(at)
	}
	if p.nocturnal() {
		sooner(p.times.darkened + int64(dusk))
	}
	if at, waits := p.clock.deadline(); waits {
		sooner(at)
	}
	if !p.clock.running(now) {
		return next
	}
	elapsed := p.clock.now(now)
	if at, ok := p.state.Wake(); ok {
		sooner(now + int64(at-elapsed))
	}
	if at, ok := p.state.Line.Next(elapsed); ok {
		sooner(now + int64(at-elapsed))
	}
	if at, ok := p.run.plan.Next(elapsed); ok && p.speaks() {
		sooner(now + int64(at-elapsed))
	}
	if p.run.row != 0 && p.state.IsSession() {
		sooner(p.times.renewed + int64(renewal))
	}
	return next
}

// speaks reports whether the plan's words are shown now.
func (p *Player) speaks() bool {
	m := p.state.Mode
	return p.run.words && (m == session.LeadIn || m == session.Running || m == session.Paused)
}
