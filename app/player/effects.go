package player

import (
	"context"
	"errors"
	"time"

	"kindhum/app/breath"
	"kindhum/app/session"
	"kindhum/app/store"
	"kindhum/audio"
)

// event lets app/session decide, and carries out what follows. A refusal is the error.
func (p *Player) event(e session.Event, now int64) error {
	e.At = p.clock.now(now)
	before := p.state
	next, effects := session.Next(p.state, e)
	p.state = next
	if e.Wish == session.Longer && next.Logged && next.Plan.Length != before.Plan.Length {
		p.trouble("log", p.Store.Lengthen(context.Background(), p.run.row, next.Plan.Length))
	}
	var refused error
	for _, effect := range effects {
		if err := p.carryOut(effect, before, now); err != nil {
			refused = err
		}
	}
	p.moved(before.Mode, now)
	return refused
}

func (p *Player) carryOut(effect session.Effect, before session.State, now int64) error {
	switch e := effect.(type) {
	case session.Play:
		p.takeOver(e.Line)
		p.play(e, now)
	case session.Change:
		p.takeOver(e.Line)
		p.hearing.play.Timeline = e.Line
		p.send(audio.Play{ID: p.hearing.play.ID, Timeline: e.Line, Seed: p.run.seed, Continue: true, Fade: e.Fade}, now)
	case session.Hush:
		p.Sound.Send(audio.Command{Hush: &audio.Hush{Fade: e.Fade}})
	case session.LogBegin:
		p.enterLog(now)
	case session.LogEnd:
		p.closeLog(e, before)
	case session.Refuse:
		return errors.New(e.Reason)
	}
	return nil
}

// moved follows the state with the clock and the sound child.
func (p *Player) moved(from session.Mode, now int64) {
	to := p.state.Mode
	if to == from {
		return
	}
	p.clients.ways.said = false
	switch to {
	case session.Idle:
		p.times.idleSince = now
		p.clock.stand(now)
		p.wantSound(false)
		p.run.sound = p.remembered() // flags held for what is over now
	case session.Paused:
		p.times.pausedSince = now
		p.clock.stand(now)
	case session.Running:
		p.run.ended = "" // it may have been over already, and made longer
	}
}

// takeOver puts what was asked for in the place of what went before, whose log is closed by now,
// and lays the words out for the timeline that follows.
func (p *Player) takeOver(line breath.Timeline) {
	if p.coming == nil {
		p.run.plan = p.run.plan.Over(line)
		return
	}
	p.run, p.coming = *p.coming, nil
	p.run.plan = p.run.practice.Plan(line, p.run.talk)
	p.sendSound()
}

// play sounds a timeline: the clock waits for its first frame.
func (p *Player) play(e session.Play, now int64) {
	p.clock.play(e.At, now)
	p.hearing.play = audio.Play{ID: p.hearing.play.ID + 1, Timeline: e.Line, Seed: p.run.seed, At: e.At, Fade: e.Fade}
	p.wantSound(true)
	p.sendSound()
	p.Sound.Send(audio.Command{Play: &p.hearing.play})
}

// send tells the sound child, if it is up, what to play. One that starts later is told by started.
func (p *Player) send(play audio.Play, now int64) {
	if !play.Continue && p.clock.running(now) {
		play.At, play.Anchor = p.clock.now(now), now
	}
	p.Sound.Send(audio.Command{Play: &play})
}

// wantSound starts the sound child, or ends it.
func (p *Player) wantSound(wanted bool) {
	if p.hearing.wanted != wanted {
		p.hearing.wanted = wanted
		p.hearing.health = ""
		if wanted {
			p.hearing.health = string(audio.Starting)
		}
		p.Sound.Want(wanted)
	}
}

// heard takes an event of the sound.
func (p *Player) heard(e audio.Event) {
	now := p.Now()
	switch e := e.(type) {
	case audio.Started:
		p.started(now)
	case audio.Health:
		if p.hearing.wanted {
			p.hearing.health = string(e)
		}
	case audio.Heard:
		if e.ID == p.hearing.play.ID && p.clock.heard(e.Frame, e.At, now) {
			p.realign(now)
		}
	}
}

// started tells a fresh child what is playing, and where in it we are.
func (p *Player) started(now int64) {
	if p.state.Mode == session.Paused || p.state.Mode == session.Idle {
		return // it is told when something plays again
	}
	p.sendSound()
	if p.state.Mode == session.Ending && !p.state.Timely {
		return // what is fading away need not come back
	}
	if !p.clock.running(now) {
		p.Sound.Send(audio.Command{Play: &p.hearing.play}) // nothing was missed yet
		return
	}
	p.realign(now)
}

// realign brings the sound to where the clock is, faded in.
func (p *Player) realign(now int64) {
	p.hearing.play.ID++
	p.hearing.play.Fade = session.FadePause
	p.hearing.play.At = p.clock.now(now)
	p.send(p.hearing.play, now)
}

// enterLog writes the session into the log, from its first breath on.
func (p *Player) enterLog(now int64) {
	plan := p.state.Plan
	row, err := p.Store.Begin(context.Background(), store.Record{
		Start: time.Now(), Practice: plan.Practice, Pattern: plan.Pattern.String(), Length: plan.Length,
		Voice: p.run.sound.Voice, Pitch: p.run.sound.Pitch, Breaths: 1,
	})
	p.trouble("log", err)
	p.run.row, p.times.renewed = row, now
}

// closeLog writes how far the session came, as it was before the event that ended it.
func (p *Player) closeLog(e session.LogEnd, before session.State) {
	if e.How == session.HowTime || e.How == session.HowStopped {
		p.run.ended = e.How
	}
	if p.run.row == 0 {
		return // the log could not be written when it began
	}
	line := before.Line
	elapsed := max(0, e.At-line.LeadIn)
	breaths := line.At(e.At).Cycle + 1
	if end, timed := line.End(); timed {
		elapsed = min(elapsed, end-line.LeadIn)
	}
	p.trouble("log", p.Store.End(context.Background(), p.run.row, elapsed, breaths, e.How))
}
