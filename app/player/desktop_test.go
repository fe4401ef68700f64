package player

import (
	"context"
	"maps"
	"testing"
	"time"

	"kindhum/app/choice"
	"kindhum/app/control"
	"kindhum/app/desktop"
	"kindhum/app/session"
	"kindhum/app/store"
)

// bench is a desktop that notes what it is to show.
type bench struct {
	alone
	state desktop.State
	tray  bool // shows the player
	tells bool // shows notifications
	said  []desktop.Notification
}

func (b *bench) Show(s desktop.State) { b.state = s }
func (b *bench) Hosted() bool         { return b.tray }

func (b *bench) Say(n desktop.Notification, shown func(bool)) {
	b.said = append(b.said, n)
	if shown != nil {
		go shown(b.tells)
	}
}

// outside is a room on a desktop.
func outside(t *testing.T, settings func(*store.Desktop)) (*room, *bench) {
	t.Helper()
	r, b := newRoom(t), &bench{}
	r.Desk = b
	r.run.notices.WhereLater = "where"
	d := store.DefaultDesktop()
	if settings != nil {
		settings(&d)
	}
	if err := r.Store.SetDesktop(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	r.asks(control.Wish{Method: control.MethodSettings})
	return r, b
}

// asked asks as the desktop does, with the player's goroutine going on meanwhile.
func (r *room) asked(w desktop.Wish) error {
	ctx, cancel := context.WithCancel(r.t.Context())
	over := make(chan struct{})
	go func() {
		defer close(over)
		for {
			select {
			case call := <-r.door.calls:
				call()
			case <-ctx.Done():
				return
			}
		}
	}()
	err := asked{r.Player}.Do(r.t.Context(), w)
	cancel()
	<-over
	return err
}

func (r *room) shows() desktop.State {
	r.publish(r.time)
	return r.Desk.(*bench).state
}

func TestWhatTheDesktopShows(t *testing.T) {
	r, _ := outside(t, nil)
	if s := r.shows(); s.Playback != desktop.Stopped || s.Volume != 75 {
		t.Errorf("at rest %+v", s)
	}
	lead := 3 * time.Second
	r.begins(func(b *control.Begin) { b.Session.LeadIn = &lead })
	r.hears(0)
	if s := r.shows(); s.Playback != desktop.Playing || !s.Settling || s.Title != "Hum breath" || s.Length != 20*time.Second || s.Position(r.time) != 0 {
		t.Errorf("in the lead-in %+v", s)
	}
	r.later(5 * time.Second)
	if s := r.shows(); s.Settling || s.Position(r.time) != 2*time.Second {
		t.Errorf("in session, at %v: %+v", s.Position(r.time), s)
	}
	timer := time.Minute
	r.asks(control.Wish{Method: control.MethodTone, Tone: control.Tone{Tone: choice.ToneChange{Timer: &timer}}})
	r.later(time.Second)
	if s := r.shows(); !s.Tone || s.Playback != desktop.Playing || s.Title != "" || s.Length != timer || s.Position(r.time) != time.Second || s.Track != 2 {
		t.Errorf("the tone, at %v: %+v", s.Position(r.time), s)
	}
	r.asks(control.Wish{Method: control.MethodPause})
	if s := r.shows(); !s.Tone || s.Playback != desktop.Paused {
		t.Errorf("paused %+v", s)
	}
	r.asks(control.Wish{Method: control.MethodStop})
	r.asks(control.Wish{Method: control.MethodTry, Try: control.Try{Part: control.PartHum}})
	if s := r.shows(); s.Playback != desktop.Stopped {
		t.Errorf("a trial %+v", s)
	}
}

func TestWishesOfTheDesktop(t *testing.T) {
	for _, c := range []struct {
		before, after string
		wish          desktop.Wish
		err           string
	}{
		{"idle", "lead-in", desktop.Wish{Act: desktop.Play}, ""},
		{"idle", "lead-in", desktop.Wish{Act: desktop.Toggle}, ""},
		{"idle", "idle", desktop.Wish{Act: desktop.Pause}, session.NothingPlays},
		{"idle", "idle", desktop.Wish{Act: desktop.Stop}, ""},
		{"idle", "running", desktop.Wish{Act: desktop.Moment}, ""},
		{"idle", "lead-in", desktop.Wish{Act: desktop.Begin}, ""},
		{"idle", "tone", desktop.Wish{Act: desktop.Tone, Timer: time.Minute}, ""},
		{"idle", "idle", desktop.Wish{Act: desktop.SetVolume, Volume: 30}, ""},
		{"running", "running", desktop.Wish{Act: desktop.Play}, ""},
		{"running", "paused", desktop.Wish{Act: desktop.Pause}, ""},
		{"running", "paused", desktop.Wish{Act: desktop.Toggle}, ""},
		{"running", "ending", desktop.Wish{Act: desktop.Stop}, ""},
		{"running", "running", desktop.Wish{Act: desktop.SetVolume, Volume: 30}, ""},
		{"paused", "running", desktop.Wish{Act: desktop.Play}, ""},
		{"paused", "running", desktop.Wish{Act: desktop.Toggle}, ""},
		{"paused", "paused", desktop.Wish{Act: desktop.Pause}, ""},
		{"ending", "lead-in", desktop.Wish{Act: desktop.Toggle}, ""},
	} {
		r, _ := outside(t, nil)
		if c.before != "idle" {
			r.begins(nil)
		}
		switch c.before {
		case "paused":
			r.asks(control.Wish{Method: control.MethodPause})
		case "ending":
			r.asks(control.Wish{Method: control.MethodStop})
		}
		err := r.asked(c.wish)
		if s := r.status(); s.State != c.after || (err == nil) != (c.err == "") || err != nil && err.Error() != c.err {
			t.Errorf("%s, %+v: %s, %v", c.before, c.wish, s.State, err)
		}
		if c.wish.Act == desktop.SetVolume {
			if kept, err := r.Store.Sound(t.Context()); err != nil || kept.Volume != 30 || r.status().Volume != 30 {
				t.Errorf("%+v, %v", kept, err)
			}
		}
	}
}

func TestAWindowIsOpenedOnTheNewestDesktop(t *testing.T) {
	r, _ := outside(t, nil)
	r.clients.desktop = nil
	var opened []map[string]string
	r.Open = func(_ context.Context, on map[string]string) error {
		opened = append(opened, on)
		return nil
	}
	if r.asked(desktop.Wish{Act: desktop.Open}) == nil || r.shows().Opens {
		t.Error("there is no display, and a window is opened")
	}
	if err := r.asked(desktop.Wish{Act: desktop.Moment}); err != nil || len(opened) != 0 || !r.state.Plan.Hidden {
		t.Errorf("without a display %v, opened %v", err, opened)
	}
	r.arrived(control.Hello{Desktop: map[string]string{"DISPLAY": ":7", "XDG_ACTIVATION_TOKEN": "old"}})
	r.arrived(control.Hello{Desktop: map[string]string{"DBUS_SESSION_BUS_ADDRESS": "unix:path=/x"}}) // from a terminal far away
	if !r.shows().Opens {
		t.Error("the display is not known")
	}
	given := map[string]string{"XDG_ACTIVATION_TOKEN": "new"}
	for _, w := range []desktop.Wish{{Act: desktop.Open, Desktop: given}, {Act: desktop.Begin}} {
		if err := r.asked(w); err != nil {
			t.Error(err)
		}
	}
	want := []map[string]string{{"DISPLAY": ":7", "XDG_ACTIVATION_TOKEN": "new"}, {"DISPLAY": ":7"}}
	if len(opened) != 2 || !maps.Equal(opened[0], want[0]) || !maps.Equal(opened[1], want[1]) {
		t.Errorf("opened on %v", opened)
	}
}

func TestQuitEndsTheWindowAndThenThePlayer(t *testing.T) {
	r, b := outside(t, nil)
	r.asks(control.Wish{Method: control.MethodTone})
	shut := false
	r.Shut = func(ctx context.Context) {
		shut = !r.door.quit
		if err := r.Wish(ctx, control.Wish{Method: control.MethodClosed}); err != nil { // the window's last wish
			t.Error(err)
		}
	}
	if err := r.asked(desktop.Wish{Act: desktop.Quit}); err != nil || !shut || r.pass(r.time) == nil {
		t.Errorf("%v, the window was closed before: %v", err, shut)
	}
	if len(b.said) != 0 {
		t.Error("it says that something goes on")
	}
}
