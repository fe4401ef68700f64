package player

import (
	"testing"
	"time"

	"kindhum/app/control"
	"kindhum/app/store"
)

func TestWhatClosingDoesIsASetting(t *testing.T) {
	session := func(r *room) { r.begins(nil) }
	hidden := func(r *room) { r.begins(func(b *control.Begin) { b.Hidden = true }) }
	tone := func(r *room) { r.asks(control.Wish{Method: control.MethodTone}) }
	pausedTone := func(r *room) {
		tone(r)
		r.asks(control.Wish{Method: control.MethodPause})
	}
	trial := func(r *room) {
		r.asks(control.Wish{Method: control.MethodTry, Try: control.Try{Part: control.PartBells}})
	}
	for _, c := range []struct {
		name          string
		start         func(*room)
		session, tone bool // end
		want          string
	}{
		{"a session ends", session, true, false, "ending"},
		{"a session goes on", session, false, true, "running"},
		{"a hidden session", hidden, true, true, "running"},
		{"the tone goes on", tone, true, false, "tone"},
		{"the tone ends", tone, false, true, "ending"},
		{"a tone that is paused", pausedTone, false, true, "idle"},
		{"a tone that is paused goes on", pausedTone, true, false, "paused"},
		{"a trial", trial, false, false, "ending"},
	} {
		r, _ := outside(t, func(d *store.Desktop) { d.EndSession, d.EndTone = c.session, c.tone })
		c.start(r)
		r.asks(control.Wish{Method: control.MethodClosed})
		if got := r.status().State; got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestAPlayerStaysForAsLongAsIsWished(t *testing.T) {
	r, b := outside(t, func(d *store.Desktop) { d.Stay = true })
	r.later(10 * time.Minute)
	if err := r.pass(r.time); err != nil || !r.shows().Stay {
		t.Fatalf("%v, %+v", err, b.state)
	}
	if r.speaker.wanted {
		t.Error("it holds the sound card")
	}
	if err := r.Store.SetDesktop(t.Context(), store.DefaultDesktop()); err != nil {
		t.Fatal(err)
	}
	r.asks(control.Wish{Method: control.MethodSettings})
	if r.pass(r.time) == nil || r.shows().Stay {
		t.Error("it stays against the wish")
	}
}

// A player that was started to stay does so until the person says otherwise, and not at the first change of something else.
func TestAFlagMakesAPlayerStay(t *testing.T) {
	r, _ := outside(t, nil)
	r.clients.ways.staying = true
	d := store.DefaultDesktop()
	for _, c := range []struct {
		change func()
		stays  bool
	}{
		{func() { d.KeepAwake = false }, true},
		{func() { d.Stay = true }, true},
		{func() { d.Stay = false }, false},
	} {
		c.change()
		if err := r.Store.SetDesktop(t.Context(), d); err != nil {
			t.Fatal(err)
		}
		r.asks(control.Wish{Method: control.MethodSettings})
		if got := r.shows().Stay; got != c.stays {
			t.Errorf("%+v: stays %v", d, got)
		}
	}
}

func TestTheScreenStaysOnOnlyInASessionThatIsSeen(t *testing.T) {
	r, _ := outside(t, nil)
	window := control.Hello{Window: true}
	expect := func(what string, awake bool) {
		t.Helper()
		if got := r.shows().Awake; got != awake {
			t.Errorf("%s: %v", what, got)
		}
	}
	r.begins(nil)
	expect("without a window", false)
	r.arrived(window)
	expect("a window", true)
	r.asks(control.Wish{Method: control.MethodPause})
	expect("paused", false)
	r.asks(control.Wish{Method: control.MethodResume})
	expect("goes on", true)
	r.asks(control.Wish{Method: control.MethodUnseen})
	expect("nobody sees it", false)
	r.asks(control.Wish{Method: control.MethodSeen})
	expect("seen again", true)
	r.asks(control.Wish{Method: control.MethodUnseen})
	r.left(window)
	r.arrived(window)
	expect("another window", true)
	r.asks(control.Wish{Method: control.MethodTone})
	expect("the tone", false)
	r.begins(nil)
	expect("once more", true)
	r.left(window)
	expect("the window is gone", false)
	r.arrived(window)
	r.asks(control.Wish{Method: control.MethodStop})
	expect("it ends", false)
	r, _ = outside(t, func(d *store.Desktop) { d.KeepAwake = false })
	r.begins(nil)
	r.arrived(window)
	expect("switched off", false)
}

func TestWhereToFindItIsSaidOnce(t *testing.T) {
	closes := func(r *room) {
		r.asks(control.Wish{Method: control.MethodTone})
		r.asks(control.Wish{Method: control.MethodClosed})
		if r.clients.ways.saying {
			(<-r.door.calls)()
		}
	}
	told := func(r *room) bool {
		d, err := r.Store.Desktop(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return d.ToldWhere
	}
	r, b := outside(t, nil)
	b.tray = true
	closes(r)
	if len(b.said) != 0 || told(r) {
		t.Error("the tray shows it, and it is said")
	}
	b.tray, b.tells = false, true
	closes(r)
	closes(r)
	if len(b.said) != 1 || !told(r) {
		t.Errorf("said %d times, remembered: %v", len(b.said), told(r))
	}
	r, b = outside(t, nil) // nobody shows notifications: the next window says it
	closes(r)
	if notice := r.snapshot(r.time).Notice; notice != "" || told(r) {
		t.Errorf("%q is said to nobody", notice)
	}
	window := control.Hello{Window: true}
	r.arrived(window)
	if notice := r.snapshot(r.time).Notice; notice != "where" || !told(r) {
		t.Errorf("the window says %q", notice)
	}
	r.left(window)
	closes(r)
	r.arrived(window)
	if notice := r.snapshot(r.time).Notice; notice != "" || len(b.said) != 1 {
		t.Errorf("said once more: %q, %d", notice, len(b.said))
	}
}
