package desktop

import (
	"context"
	"sync"

	"github.com/godbus/dbus/v5"

	"kindhum/app/monotonic"
)

// Presence is the player's presence on the desktop: media controls, tray, notifications, and the screen that stays
// on. Make one with NewPresence. Where there is no session bus it waits for one.
type Presence struct {
	Options
	mu      sync.Mutex
	state   State
	seeked  bool   // the position has jumped, and nobody was told yet
	named   string // where the newest client has the session bus
	stage   *stage // while there is a bus, or nil
	changed chan struct{}
	found   chan struct{} // named is another one
}

// NewPresence is a presence that shows nothing until Run.
func NewPresence(o Options) *Presence {
	if o.Now == nil {
		o.Now = monotonic.Now
	}
	return &Presence{
		Options: o, state: State{Playback: Stopped},
		changed: make(chan struct{}, 1), found: make(chan struct{}, 1),
	}
}

// Show shows s from now on. It never waits.
func (p *Presence) Show(s State) {
	p.mu.Lock()
	defer p.mu.Unlock()
	jumped := s.jumps(p.state, p.Now())
	if jumped || s.face() != p.state.face() {
		p.seeked = p.seeked || jumped
		ring(p.changed)
	}
	p.state = s
}

// Find has the session bus looked for at address too, for somebody was there just now. It never waits.
func (p *Presence) Find(address string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if address = LocalBus(address, ""); address != "" && address != p.named {
		p.named = address
		ring(p.found)
	}
}

// Hosted reports whether a tray shows the player now.
func (p *Presence) Hosted() bool {
	stage := p.onStage()
	return stage != nil && stage.tray.hosted.Load()
}

// Say shows n, in the place of what was said before. shown, where it is not nil, is told on a goroutine of its own
// whether the desktop took it. It never waits.
func (p *Presence) Say(n Notification, shown func(bool)) {
	stage := p.onStage()
	go func() {
		took := stage != nil && stage.notices.show(n)
		if shown != nil {
			shown(took)
		}
	}()
}

// Unsay takes back what Say shows. It never waits.
func (p *Presence) Unsay() {
	if stage := p.onStage(); stage != nil {
		go stage.notices.close()
	}
}

// Run is on the desktop until ctx is done, and asks who.
func (p *Presence) Run(ctx context.Context, who Player) {
	keep(ctx, p.found, p.addresses, func(ctx context.Context, address string) bool {
		return p.visit(ctx, address, who)
	})
}

// addresses are where the session bus may be.
func (p *Presence) addresses() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return []string{p.named, busHere()}
}

func (p *Presence) current() State {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.state
}

// news is what is to be shown now, and whether its position has jumped.
func (p *Presence) news() (s State, seeked bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	seeked, p.seeked = p.seeked, false
	return p.state, seeked
}

func (p *Presence) onStage() *stage {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.stage
}

func (p *Presence) setStage(s *stage) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.stage = s
}

// stage is what the player shows on one connection to the bus, and all that ends with it.
type stage struct {
	bus
	*Presence
	media   *media
	tray    *tray
	notices *notices
	screen  *screen
}

// visit is on the bus at address for as long as that is there. It is false where there is none.
func (p *Presence) visit(ctx context.Context, address string, who Player) bool {
	s := &stage{Presence: p}
	conn, err := connect(ctx, address, func(conn *dbus.Conn) error {
		s.bus = bus{conn}
		s.media = newMedia(s, who)
		s.tray = newTray(s, who)
		s.notices = &notices{bus: s.bus}
		s.screen = &screen{bus: s.bus, why: p.Text("desk_reason")}
		return s.export(who)
	})
	if err != nil {
		return false
	}
	defer conn.Close() //nolint:errcheck // it has ended, or is not needed any more
	signals := make(chan *dbus.Signal, 16)
	conn.Signal(signals)
	s.arrive(ctx)
	p.setStage(s)
	defer p.setStage(nil)
	for {
		s.show(p.news())
		select {
		case <-conn.Context().Done():
			return true
		case <-p.changed:
		case signal := <-signals:
			if signal != nil { // it is nil when the connection has just ended
				s.heed(signal)
			}
		}
	}
}

// export lays out all objects. It must be done before the connection is up: the library cannot do it while calls
// come in.
func (s *stage) export(who Player) error {
	for _, export := range []func() error{
		s.media.export, s.tray.export, func() error { return exportApplication(s.bus, who) },
	} {
		if err := export(); err != nil {
			return err
		}
	}
	return nil
}

// arrive takes the names by which others know the player. The media controls' is the last: who sees it finds all there.
func (s *stage) arrive(ctx context.Context) {
	s.media.begin(s.current())
	s.tray.watch(ctx)
	s.own(ctx, ID)
	s.own(ctx, mediaName)
}

// show has everything show a state.
func (s *stage) show(state State, seeked bool) {
	s.media.show(state, seeked)
	s.tray.show(state)
	s.screen.keep(state.Awake)
}

func (s *stage) heed(signal *dbus.Signal) {
	s.tray.heed(signal)
	s.notices.heed(signal)
}

func ring(bell chan<- struct{}) {
	select {
	case bell <- struct{}{}:
	default: // it rings already
	}
}
