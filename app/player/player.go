package player

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"time"

	"kindhum/app/choice"
	"kindhum/app/control"
	"kindhum/app/desktop"
	"kindhum/app/monotonic"
	"kindhum/app/practice"
	"kindhum/app/session"
	"kindhum/app/store"
	"kindhum/audio"
)

// How long things are kept up while nobody needs them.
const (
	idleFor     = 15 * time.Second // a player with nothing to play ends
	pausedFor   = 60 * time.Second // a pause lets the sound card go
	renewal     = 5 * time.Second  // of the session in the log
	lookAround  = 5 * time.Second  // for the runtime folder
	unheardTone = 10 * time.Minute // a tone that has found no device ends
)

// Sound is the sound as the player minds it: *audio.Keeper.
type Sound interface {
	Want(bool)
	Send(audio.Command)
	Events() <-chan audio.Event
	Close()
}

var _ Sound = (*audio.Keeper)(nil)

// Options are what a player is made of.
type Options struct {
	Dir       string // runtime folder, looked at every 5 s
	Version   string
	Store     *store.Store
	Sound     Sound
	Practices *practice.Library
	Own       func() []practice.Practice // the person's own practices, asked for at every begin; nil is none
	Words     Words
	Now       func() int64     // monotonic time in ns; monotonic.Now where nil
	Today     func() time.Time // time of day, for the night alone; time.Now where nil
	Outside
}

// Words are in which languages, and what they are.
type Words struct {
	System    string   // the language that counts where none is asked for or remembered
	Languages []string // there are, the first one for want of another
	Notices   func(language string) Notices
}

// Notices are the lines a person is told while something is so.
type Notices struct {
	SoundLost, SoundNone, Slept string
	WhereTitle, Where, Open     string   // where to find what goes on with the window closed, as a notification
	WhereLater                  string   // the same, when the window is open again
	Ease                        []string // something else to rest on, in turn
	RemindTitle, Moment         string
	Remind                      []string // lines that offer a kind moment, in turn
}

// Player is the owner of the session. Make one with New, then call Run.
type Player struct {
	Options
	server  *control.Server
	door    door
	state   session.State
	clock   clock
	run     run
	coming  *run // what the wish under way asks for
	hearing hearing
	clients clients
	times   times
	shown   control.Snapshot // as last published
	// troubled is what went wrong last.
	troubled string
}

// door is how other goroutines reach the player's.
type door struct {
	calls chan func()
	over  chan struct{} // closed when Run has decided to end
	quit  bool          // a client asked for that
}

// run is what was asked for, for this session or tone alone.
type run struct {
	number   int64 // counts what was begun
	sound    choice.Sound
	practice practice.Practice
	plan     practice.Plan
	talk     practice.Talk
	words    bool
	notices  Notices // in the language of this run
	seed     uint64
	row      int64  // in the log
	ended    string // how the last session ended, until something else plays
}

// hearing is what is known of the sound.
type hearing struct {
	wanted bool
	health string
	play   audio.Play
	sound  choice.Sound // as the child was last told
}

// clients is who is connected.
type clients struct {
	windows int
	unseen  bool              // there is a window, and it says that nobody can see it
	desktop map[string]string // of the newest
	ways    ways
}

// times are monotonic times (ns) of what is looked at now and then.
type times struct {
	idleSince, pausedSince, unheardSince int64
	renewed, looked, darkened            int64
	slept                                time.Duration
}

// New is a player that does nothing until Run. The sound a person remembered is read at once.
func New(o Options) *Player {
	p := &Player{Options: o, door: door{calls: make(chan func()), over: make(chan struct{})}}
	if p.Now == nil {
		p.Now = monotonic.Now
	}
	if p.Today == nil {
		p.Today = time.Now
	}
	p.Outside = o.whole()
	p.run.sound = p.remembered()
	p.run.notices = p.Words.Notices(p.language(context.Background(), control.Begin{}))
	p.clients.desktop = desktop.Environment()
	p.clients.ways = ways{Desktop: store.DefaultDesktop()}
	p.obey()
	p.clients.ways.staying = p.clients.ways.Stay || o.Stay
	now := p.Now()
	p.times = times{idleSince: now, looked: now, slept: monotonic.Slept()}
	p.server = control.NewServer(p)
	return p
}

// errEnded ends the loop.
var errEnded = errors.New("nothing left to do")

// Run serves place until nothing has played for a while, ctx is done, or a client asks to quit.
// What plays is then entered in the log and the sound ended. It closes place.
func (p *Player) Run(ctx context.Context, place *control.Place) error {
	serving := make(chan error, 1)
	go func() { serving <- p.server.Serve(place) }()
	vanish := p.appear()
	err := p.loop(ctx, serving)
	p.leave()
	close(p.door.over)
	vanish()
	err = errors.Join(err, place.Close())
	p.server.Close()
	return err
}

func (p *Player) loop(ctx context.Context, serving <-chan error) error {
	timer := time.NewTimer(0)
	for {
		select {
		case <-ctx.Done():
			return nil
		case err := <-serving:
			return err
		case call := <-p.door.calls:
			call()
		case e := <-p.Sound.Events():
			p.heard(e)
		case <-timer.C:
		}
		now := p.Now()
		if err := p.pass(now); err != nil {
			if errors.Is(err, errEnded) {
				return nil
			}
			return err
		}
		p.publish(now)
		timer.Reset(time.Duration(max(p.wake(now)-now, 0)))
	}
}

// do runs f on the player's goroutine. It is false when there is no player any more.
func (p *Player) do(ctx context.Context, f func()) bool {
	done := make(chan struct{})
	select {
	case p.door.calls <- func() { f(); close(done) }:
		<-done
		return true
	case <-p.door.over:
	case <-ctx.Done():
	}
	return false
}

// leave closes what is open: the log first, then the sound.
func (p *Player) leave() {
	p.event(session.Event{Wish: session.Stop}, p.Now())
	p.Sound.Close()
}

// trouble notes what went wrong, once while it goes on, and does not stop the breath.
func (p *Player) trouble(what string, err error) {
	if err == nil || err.Error() == p.troubled {
		return
	}
	p.troubled = err.Error()
	slog.New(slog.NewTextHandler(os.Stderr, nil)).Warn(what, "error", err)
}
