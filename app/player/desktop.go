package player

import (
	"context"
	"errors"
	"maps"
	"time"

	"kindhum/app/choice"
	"kindhum/app/control"
	"kindhum/app/desktop"
	"kindhum/app/session"
)

// Desk is the desktop as the player minds it: *desktop.Presence. Of its methods only Run waits.
type Desk interface {
	Run(ctx context.Context, who desktop.Player)
	Show(s desktop.State)
	Find(bus string)
	Hosted() bool
	Say(n desktop.Notification, shown func(bool))
}

var _ Desk = (*desktop.Presence)(nil)

// Outside is what a player needs of the desktop. All of it may be left out: the player then plays, and nobody sees it.
type Outside struct {
	Desk Desk
	Stay bool // with nothing playing, whatever is remembered
	// Open brings the window forward, or opens it, on a desktop as desktop.Environment has it.
	Open func(ctx context.Context, desktop map[string]string) error
	// Shut closes the window, if one is open, as the person would.
	Shut func(ctx context.Context)
}

// whole is o with something harmless in the place of what was left out.
func (o Outside) whole() Outside {
	if o.Desk == nil {
		o.Desk = alone{}
	}
	if o.Open == nil {
		o.Open = func(context.Context, map[string]string) error { return errNoDisplay }
	}
	if o.Shut == nil {
		o.Shut = func(context.Context) {}
	}
	return o
}

// leaveWithin is how long the desktop may take to let go of the player: a bus that hangs must not keep it.
const leaveWithin = time.Second

// appear is on the desktop until the function that it returns is called.
func (p *Player) appear() (leave func()) {
	ctx, cancel := context.WithCancel(context.Background())
	gone := make(chan struct{})
	go func() {
		defer close(gone)
		p.Desk.Run(ctx, asked{p})
	}()
	return func() {
		cancel()
		select {
		case <-gone:
		case <-time.After(leaveWithin):
		}
	}
}

// playback is whether anything plays, as the desktop understands it: what fades away is over, and the trial of a sound
// is nothing.
func (p *Player) playback() desktop.Playback {
	switch {
	case p.state.Plan.Trial != session.NoTrial:
		return desktop.Stopped
	case p.state.Mode == session.Paused:
		return desktop.Paused
	case p.state.Mode == session.Tone || p.state.IsSession():
		return desktop.Playing
	}
	return desktop.Stopped
}

// face is what the desktop shows of a snapshot.
func (p *Player) face(snap control.Snapshot) desktop.State {
	s := p.state
	f := desktop.State{
		Playback: p.playback(), Settling: s.Mode == session.LeadIn, Track: snap.Session, Volume: snap.Sound.Volume,
		Clock: desktop.Clock{Elapsed: snap.Clock.Elapsed, Zero: s.Line.LeadIn, At: snap.Clock.At, Running: snap.Clock.Running},
		Stay:  p.clients.ways.staying, Opens: p.opens(),
	}
	if f.Playback == desktop.Stopped {
		return f
	}
	if f.Tone = !s.IsSession(); f.Tone {
		f.Clock.Zero = s.Since
	} else {
		f.Title = snap.Title
	}
	if length := snap.Status.Progress.Length; length != nil {
		f.Length = time.Duration(*length * float64(time.Second))
	}
	if line := snap.Status.Progress.Line; line != nil {
		f.Line = *line
	}
	f.Awake = f.Playback == desktop.Playing && !f.Tone && p.clients.windows > 0 && !p.clients.unseen && p.clients.ways.KeepAwake
	return f
}

// opens reports whether a window could be opened, as far as is known.
func (p *Player) opens() bool {
	return p.clients.windows > 0 || desktop.HasDisplay(p.clients.desktop)
}

// asked is the player as the desktop asks it.
type asked struct{ p *Player }

var _ desktop.Player = asked{}

var (
	errOver      = errors.New("the player has just ended")
	errNoDisplay = errors.New("there is no display here to open a window on")
)

// Last implements desktop.Player.
func (a asked) Last() string {
	chosen, err := a.p.Store.Session(context.Background())
	if err != nil {
		chosen = choice.DefaultSession() // as begin has it
	}
	if practice, err := a.p.Practices.Find(chosen.Practice); err == nil {
		return practice.Title
	}
	return chosen.Practice
}

// Do implements desktop.Player.
func (a asked) Do(ctx context.Context, w desktop.Wish) error {
	switch w.Act {
	case desktop.Open:
		return a.open(ctx, w.Desktop)
	case desktop.Moment:
		return a.begin(ctx, control.Begin{Moment: true}, w.Desktop)
	case desktop.Begin:
		return a.begin(ctx, control.Begin{}, w.Desktop)
	case desktop.Quit:
		a.p.do(ctx, func() { a.p.clients.ways.leaving = true })
		a.p.Shut(ctx) // while there is a player for its last wish
	}
	err := errOver
	a.p.do(ctx, func() { err = a.p.desires(ctx, w) })
	return err
}

// desires carries out what needs nothing but the player.
func (p *Player) desires(ctx context.Context, w desktop.Wish) error {
	wish := control.Wish{Method: control.MethodQuit}
	switch w.Act {
	case desktop.Play, desktop.Pause, desktop.Toggle:
		return p.hold(ctx, w.Act)
	case desktop.Stop:
		if p.state.Mode == session.Idle {
			return nil // by the media controls' rules
		}
		wish.Method = control.MethodStop
	case desktop.Tone:
		wish = control.Wish{Method: control.MethodTone, Tone: control.Tone{Tone: choice.ToneChange{Timer: &w.Timer}, Hidden: true}}
	case desktop.SetVolume:
		wish = control.Wish{Method: control.MethodSet, Set: control.Set{Sound: choice.SoundChange{Volume: &w.Volume}, Remember: true}}
		if w.Volume > 0 {
			wish.Set.Sound.Muted = new(bool) // who reaches for the volume wants to hear something
		}
	}
	return p.wish(ctx, wish)
}

// hold is play, pause, and one or the other.
func (p *Player) hold(ctx context.Context, act desktop.Act) error {
	methods := map[desktop.Act]string{desktop.Play: control.MethodResume, desktop.Pause: control.MethodPause, desktop.Toggle: control.MethodToggle}
	if p.playback() != desktop.Stopped {
		return p.wish(ctx, control.Wish{Method: methods[act]})
	}
	if act == desktop.Pause {
		return errors.New(session.NothingPlays)
	}
	// Without a window none is opened: keys on a headset do not ask for one.
	return p.wish(ctx, control.Wish{Method: control.MethodBegin, Begin: control.Begin{Hidden: p.clients.windows == 0}})
}

// begin begins, and shows it where there is a display.
func (a asked) begin(ctx context.Context, b control.Begin, given map[string]string) error {
	shows, err := false, errOver
	a.p.do(ctx, func() {
		shows = a.p.opens()
		b.Hidden = !shows
		err = a.p.wish(ctx, control.Wish{Method: control.MethodBegin, Begin: b})
	})
	if err != nil || !shows {
		return err
	}
	return a.open(ctx, given)
}

// open brings the window forward, or opens it, on the desktop of the newest client. given is what came with the wish.
func (a asked) open(ctx context.Context, given map[string]string) error {
	env, opens := map[string]string{}, false
	if !a.p.do(ctx, func() {
		opens = a.p.opens()
		maps.Copy(env, a.p.clients.desktop)
		desktop.Spend(a.p.clients.desktop)
	}) {
		return errOver
	}
	if !opens {
		return errNoDisplay
	}
	maps.Copy(env, given)
	return a.p.Open(ctx, env)
}
