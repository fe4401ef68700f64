package player

import (
	"math/rand/v2"
	"os"
	"time"

	"kindhum/app/breath"
	"kindhum/app/control"
	"kindhum/app/session"
	"kindhum/audio"
)

// publish tells subscribers what has changed.
func (p *Player) publish(now int64) {
	snap := p.snapshot(now)
	if !same(snap, p.shown) {
		p.shown = snap
		p.server.Publish(snap)
	}
	p.Desk.Show(p.face(snap))
}

// drift is how far a client's reckoning may be off before it is told the time anew.
const drift = time.Millisecond

// same reports whether a client that knows was needs nothing of is: all that follows from the
// time alone, it reckons by itself.
func same(is, was control.Snapshot) bool {
	if d := was.Clock.ElapsedAt(is.Clock.At) - is.Clock.Elapsed; d > drift || d < -drift {
		return false
	}
	if is.Clock.Running != was.Clock.Running {
		return false
	}
	return is.Key() == was.Key()
}

// snapshot is all there is to know now.
func (p *Player) snapshot(now int64) control.Snapshot {
	clock := p.clock.told(now)
	return control.Snapshot{
		Status: control.Status{
			Progress: p.progress(clock.Elapsed),
			Hearing:  p.hears(),
			Process:  control.Process{PID: ptr(os.Getpid()), Window: p.clients.windows > 0, Version: p.Version},
		},
		Timeline: p.state.Line,
		Clock:    clock,
		Sound:    p.run.sound,
		Title:    p.run.practice.Title,
		Notice:   p.notice(),
		Session:  p.run.number,
		Row:      p.run.row,
		Trial:    p.state.Plan.Trial != session.NoTrial,
		Ended:    p.run.ended,
	}
}

func (p *Player) hears() control.Hearing {
	s := p.run.sound
	h := control.Hearing{Voice: s.Voice, Pitch: s.Pitch, Volume: s.Volume, Muted: s.Muted}
	if p.hearing.health != "" {
		h.Sound = ptr(p.hearing.health)
	}
	return h
}

// progress is where the session is at an elapsed time.
func (p *Player) progress(at time.Duration) control.Progress {
	s := p.state
	pr := control.Progress{State: s.Mode.String()}
	switch {
	case s.Mode == session.Idle:
		return pr
	case s.Mode == session.Tone, s.Mode == session.Paused && s.Back == session.Tone, s.Plan.Practice == "":
		pr.Elapsed = seconds(at - s.Since)
		if s.Line.Until > 0 {
			pr.Length = seconds(s.Line.Until - s.Since)
		}
		return pr
	}
	pr.Practice, pr.Pattern = ptr(s.Plan.Practice), ptr(s.Plan.Pattern.String())
	elapsed := max(0, at-s.Line.LeadIn)
	if end, timed := s.Line.End(); timed {
		elapsed = min(elapsed, end-s.Line.LeadIn)
		pr.Length = seconds(end - s.Line.LeadIn)
	}
	pr.Elapsed = seconds(elapsed)
	m := s.Line.At(at)
	if m.Cycle >= 0 {
		pr.Breath = ptr(m.Cycle + 1)
	}
	if m.Phase != breath.Still {
		pr.Phase = ptr(m.Phase.String())
		pr.Fullness = ptr(m.Fullness)
	}
	pr.Line = p.line(at)
	return pr
}

// line is the words that are shown, or nil.
func (p *Player) line(at time.Duration) *string {
	if !p.run.words {
		return nil
	}
	if p.state.Mode == session.Easing {
		if lines := p.run.notices.Ease; len(lines) > 0 {
			return ptr(lines[int(p.run.number)%len(lines)])
		}
		return nil
	}
	if text := p.run.plan.At(at).Text; text != "" && p.speaks() {
		return &text
	}
	return nil
}

// notice is the one thing a person should be told now, or "".
func (p *Player) notice() string {
	switch {
	case p.state.Mode == session.Paused && p.state.Slept:
		return p.run.notices.Slept
	case p.clients.ways.said:
		return p.run.notices.WhereLater
	case p.state.Mode == session.Idle || p.state.Mode == session.Paused:
		return ""
	case p.hearing.health == string(audio.Lost):
		return p.run.notices.SoundLost
	case p.hearing.health == string(audio.None):
		return p.run.notices.SoundNone
	}
	return ""
}

// seeded is the seed that was asked for, or any.
func seeded(seed uint64) uint64 {
	for seed == 0 {
		seed = rand.Uint64() //nolint:gosec // it shapes noise, nothing is kept safe by it
	}
	return seed
}

func seconds(d time.Duration) *float64 { return ptr(d.Seconds()) }

func ptr[T any](v T) *T { return &v }
