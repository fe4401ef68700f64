package window

import (
	"context"

	"kindhum/app/choice"
	"kindhum/app/control"
)

const volumeStep = 5

// setSound changes the sound, for now and for later: through the player where one runs,
// which writes it down, and in the store otherwise.
func (s *shell) setSound(change choice.SoundChange) {
	to, err := change.Apply(s.kept.sound)
	if err != nil {
		s.tell(err.Error(), nil)
		return
	}
	s.kept.sound, s.kept.soundAt = to, s.now()
	if s.shown.snap.Status.PID != nil {
		s.wishes.ask(control.MethodSet, control.Set{Sound: change, Remember: true})
	} else {
		s.remember(func(ctx context.Context) error { return s.opts.Store.SetSound(ctx, to) })
	}
	s.page.updated()
	s.arrange()
	s.wake()
}

func (s *shell) setVolume(to int) {
	to = min(max(to, choice.MinVolume), choice.MaxVolume)
	if to == s.kept.sound.Volume {
		return
	}
	change := choice.SoundChange{Volume: &to}
	if s.kept.sound.Muted { // who reaches for the volume wants to hear something
		loud := false
		change.Muted = &loud
	}
	s.setSound(change)
}

func (s *shell) mute() {
	to := !s.kept.sound.Muted
	s.setSound(choice.SoundChange{Muted: &to})
}

// setSession remembers how the next session goes.
func (s *shell) setSession(to choice.Session) {
	s.kept.session = to
	s.remember(func(ctx context.Context) error { return s.opts.Store.SetSession(ctx, to) })
	s.arrange()
}

// setWindow remembers the window's own settings.
func (s *shell) setWindow() {
	w := s.kept.window
	s.remember(func(ctx context.Context) error { return s.opts.Store.SetWindow(ctx, w) })
	s.arrange()
	s.wake()
}

// remember writes to the store, off the UI goroutine.
func (s *shell) remember(write func(context.Context) error) { s.wishes.later(write) }

// begin asks for a session as it is chosen.
func (s *shell) begin() {
	c := s.kept.session
	if !s.kept.window.SafetySeen { // the card was on the screen
		s.kept.window.SafetySeen = true
		s.setWindow()
	}
	s.shown.notice = ""
	s.tally.begin(s.now())
	s.follow.expect(s.now())
	s.wake()
	s.wishes.ask(control.MethodBegin, control.Begin{
		Session:  choice.SessionChange{Practice: &c.Practice, Pattern: &c.Pattern, Length: &c.Length, Words: &c.Words, Talk: &c.Talk},
		Lang:     s.text.Language(),
		Remember: true,
	})
}

func (s *shell) tone() {
	s.shown.notice = ""
	s.wishes.ask(control.MethodTone, control.Tone{})
}

// setTone changes the tone that is on, and how the next one goes. A sleep timer that runs and is not
// what is changed runs on.
func (s *shell) setTone(change choice.ToneChange) {
	to, err := change.Apply(s.kept.tone)
	if err != nil {
		s.tell(err.Error(), nil)
		return
	}
	s.kept.tone = to
	s.kept.tone.Timer = choice.NoTimer // it is for one time
	if until := s.shown.snap.Timeline.Until; change.Timer == nil && until > 0 {
		left := max(until-s.shown.snap.Clock.ElapsedAt(s.now()), choice.MinTimer)
		change.Timer = &left
	}
	s.shown.notice = ""
	s.wishes.ask(control.MethodTone, control.Tone{Tone: change, Remember: true})
}
