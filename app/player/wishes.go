package player

import (
	"context"
	"fmt"
	"os"

	"kindhum/app/breath"
	"kindhum/app/choice"
	"kindhum/app/control"
	"kindhum/app/practice"
	"kindhum/app/session"
)

var _ control.Handler = (*Player)(nil)

// Hello implements control.Handler.
func (p *Player) Hello(h control.Hello) control.Welcome {
	p.do(context.Background(), func() { p.arrived(h) })
	return control.Welcome{Protocol: control.Version, Version: p.Version, PID: os.Getpid()}
}

// Bye implements control.Handler.
func (p *Player) Bye(h control.Hello) {
	p.do(context.Background(), func() { p.left(h) })
}

// Snapshot implements control.Handler.
func (p *Player) Snapshot(ctx context.Context) (snap control.Snapshot, err error) {
	if !p.do(ctx, func() { snap = p.snapshot(p.Now()) }) {
		<-ctx.Done() // the connection is being closed: the client takes that for the answer
		return snap, ctx.Err()
	}
	return snap, nil
}

// Wish implements control.Handler.
func (p *Player) Wish(ctx context.Context, w control.Wish) (err error) {
	if !p.do(ctx, func() { err = p.wish(ctx, w) }) {
		<-ctx.Done() // as in Snapshot: a new player is started and asked again
		return ctx.Err()
	}
	return err
}

// plain are the wishes that app/session knows by themselves.
var plain = map[string]session.Wish{
	control.MethodPause:  session.Pause,
	control.MethodResume: session.Resume,
	control.MethodToggle: session.Toggle,
	control.MethodStop:   session.Stop,
	control.MethodEase:   session.Ease,
	control.MethodLonger: session.Longer,
}

func (p *Player) wish(ctx context.Context, w control.Wish) error {
	now := p.Now()
	switch w.Method {
	case control.MethodBegin:
		return p.begin(ctx, w.Begin, now)
	case control.MethodTone:
		return p.tone(ctx, w.Tone, now)
	case control.MethodTry:
		return p.try(w.Try, now)
	case control.MethodSet:
		return p.set(ctx, w.Set)
	case control.MethodClosed:
		return p.closed(now)
	case control.MethodSeen, control.MethodUnseen:
		p.clients.unseen = w.Method == control.MethodUnseen
		return nil
	case control.MethodSettings, control.MethodStay:
		p.obey()
		return nil
	case control.MethodQuit:
		p.door.quit = true
		return nil
	}
	wish, ok := plain[w.Method]
	if !ok {
		return fmt.Errorf("this player does not know the wish %q", w.Method)
	}
	return p.event(session.Event{Wish: wish}, now)
}

// begin starts a session of what was asked for, on top of what is remembered.
func (p *Player) begin(ctx context.Context, b control.Begin, now int64) error {
	r, plan, chosen, err := p.asked(ctx, b)
	if err != nil {
		return err
	}
	if b.Remember {
		p.trouble("settings", p.Store.SetSession(ctx, chosen))
		p.trouble("settings", p.Store.SetSound(ctx, r.sound))
	}
	p.coming = &r
	return p.event(session.Event{Wish: session.Begin, Plan: plan}, now)
}

// asked is what a wish to begin comes to.
func (p *Player) asked(ctx context.Context, b control.Begin) (run, session.Plan, choice.Session, error) {
	remembered, err := p.Store.Session(ctx)
	if err != nil {
		p.trouble("settings", err)
		remembered = choice.DefaultSession()
	}
	if b.Moment {
		remembered.Practice, remembered.Pattern = practice.KindMoment, ""
		remembered.Length, remembered.LeadIn = choice.MinLength, 0
	} else if b.Session.Practice != nil {
		remembered.Pattern = "" // another practice brings its own
	}
	chosen, err := b.Session.Apply(remembered)
	if err != nil {
		return run{}, session.Plan{}, chosen, err
	}
	sound, err := b.Sound.Apply(p.remembered())
	if err != nil {
		return run{}, session.Plan{}, chosen, err
	}
	language := p.language(ctx, b)
	what, err := p.library(language).Find(chosen.Practice)
	if err != nil {
		return run{}, session.Plan{}, chosen, err
	}
	chosen.Practice = what.ID
	pattern := what.Pattern
	if chosen.Pattern != "" {
		if pattern, err = breath.Parse(chosen.Pattern); err != nil {
			return run{}, session.Plan{}, chosen, err
		}
	}
	r := run{
		number: p.run.number + 1, sound: sound, practice: what, words: chosen.Words, talk: talks[chosen.Talk],
		notices: p.Words.Notices(language), seed: seeded(b.Seed),
	}
	return r, session.Plan{
		Practice: what.ID, Pattern: pattern, Length: chosen.Length, LeadIn: chosen.LeadIn,
		Tail: sound.Tail(), Hidden: b.Hidden,
	}, chosen, nil
}

// talks are choice.Talks as a plan knows them.
var talks = map[string]practice.Talk{"every": practice.EveryBreath, "second": practice.EverySecond, "few": practice.Few}

// library is the practices there are now, the person's own among them.
func (p *Player) library(language string) *practice.Library {
	l := p.Practices.In(language)
	if p.Own != nil {
		l = l.With(p.Own())
	}
	return l
}

// language is what a run's words are in: as asked for, or as remembered, or as the system has it.
func (p *Player) language(ctx context.Context, b control.Begin) string {
	w, err := p.Store.Window(ctx)
	p.trouble("settings", err)
	return choice.Language(p.Words.Languages, b.Lang, w.Language, b.System, p.Words.System)
}

// speak goes on in another language: what is shown now is shown in it at once.
func (p *Player) speak(language string) {
	p.run.notices = p.Words.Notices(language)
	if what, err := p.library(language).Find(p.run.practice.ID); err == nil {
		p.run.practice, p.run.plan = what, p.run.plan.In(what)
	}
}

// set changes the sound that plays, and the remembered one if that is wished, and the language.
func (p *Player) set(ctx context.Context, s control.Set) error {
	if s.Lang != "" {
		p.speak(choice.Language(p.Words.Languages, s.Lang))
	}
	sound, err := s.Sound.Apply(p.run.sound)
	if err != nil {
		return err
	}
	p.run.sound = sound // heard first: whether it can be kept must not matter to whoever turns it down
	p.sendSound()
	if !s.Remember {
		return nil
	}
	kept, err := s.Sound.Apply(p.remembered())
	if err != nil {
		return err
	}
	if err := p.Store.SetSound(ctx, kept); err != nil {
		return fmt.Errorf("it is heard, but not remembered: %w", err)
	}
	return nil
}

// remembered is the sound a person chose last.
func (p *Player) remembered() choice.Sound {
	sound, err := p.Store.Sound(context.Background())
	if err != nil {
		p.trouble("settings", err)
		return choice.DefaultSound()
	}
	return sound
}
