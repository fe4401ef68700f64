package player

import (
	"context"
	"fmt"
	"time"

	"kindhum/app/breath"
	"kindhum/app/choice"
	"kindhum/app/control"
	"kindhum/app/session"
)

// tone starts the tone, or sets its sleep timer anew.
func (p *Player) tone(ctx context.Context, t control.Tone, now int64) error {
	was, err := p.Store.Tone(ctx)
	if err != nil {
		p.trouble("settings", err)
		was = choice.DefaultTone()
	}
	tone, err := t.Tone.Apply(was)
	if err != nil {
		return err
	}
	heard := p.remembered()
	if p.state.Mode == session.Tone || p.state.IsSession() {
		heard = p.run.sound // a session turns into its own tone
	}
	sound, err := t.Sound.Apply(heard)
	if err != nil {
		return err
	}
	if t.Remember {
		p.trouble("settings", p.Store.SetTone(ctx, tone))
	}
	p.coming = &run{number: p.run.number + 1, sound: sound, notices: p.run.notices, seed: p.run.seed}
	if p.run.seed == 0 {
		p.coming.seed = seeded(0)
	}
	return p.event(session.Event{Wish: session.ToneOn, Tone: tone}, now)
}

// trials are the parts of a sound that can be tried.
var trials = map[string]session.Trial{
	control.PartHum: session.TryHum, control.PartBreath: session.TryBreath, control.PartBells: session.TryBells,
}

// tried is the breath by which a sound is tried: a short one, for who compares does not want to wait.
var tried = breath.Pattern{In: 2500 * time.Millisecond, Out: 4 * time.Second}

// try lets the sound that would be heard be heard, where nothing plays.
func (p *Player) try(t control.Try, now int64) error {
	trial, ok := trials[t.Part]
	if !ok {
		return fmt.Errorf("this player does not know how to try %q", t.Part)
	}
	sound := p.remembered()
	p.coming = &run{number: p.run.number + 1, sound: sound, notices: p.run.notices, seed: seeded(0)}
	err := p.event(session.Event{Wish: session.Try, Plan: session.Plan{
		Pattern: tried, Length: tried.Period(), Tail: sound.Tail(), Trial: trial,
	}}, now)
	p.coming = nil // something else plays, and goes on
	return err
}
