package desktop

import (
	"testing"

	"github.com/godbus/dbus/v5"
)

// notified is a call of Notify.
type notified struct {
	replaces    uint32
	title, body string
	actions     []string
}

func TestOneNotificationIsUpAtATime(t *testing.T) {
	r := newRoom(t)
	g := r.guest()
	up, closed := make(chan notified, 9), make(chan uint32, 9)
	next := uint32(40)
	g.offers(noticeName, noticePath, noticeName, map[string]any{
		"GetCapabilities": func() ([]string, *dbus.Error) { return []string{"body", "body-markup", "actions"}, nil },
		"Notify": func(_ string, replaces uint32, _, title, body string, actions []string, _ map[string]dbus.Variant, _ int32) (uint32, *dbus.Error) {
			up <- notified{replaces, title, body, actions}
			if replaces == 0 {
				next++
				return next, nil
			}
			return replaces, nil
		},
		"CloseNotification": func(id uint32) *dbus.Error { closed <- id; return nil },
	})
	p := r.appears(newHand())
	g.meets(ID, true)
	shown, clicked := make(chan bool, 1), make(chan map[string]string, 1)
	say := func(title string) notified {
		t.Helper()
		n := Notification{Title: title, Body: "you & <me>", Action: "Open", Act: func(given map[string]string) { clicked <- given }}
		for took := false; !took; took = happens(t, shown) { // the name is taken a moment before all is ready
			p.Say(n, func(took bool) { shown <- took })
		}
		return happens(t, up)
	}
	first := say("one")
	if first.replaces != 0 || first.title != "one" || first.body != "you &amp; &lt;me&gt;" || len(first.actions) != 2 || first.actions[0] != "default" {
		t.Errorf("%+v", first)
	}
	if second := say("two"); second.replaces != 41 {
		t.Errorf("%+v does not take the place of the first", second)
	}
	g.emit(noticePath, noticeName+".ActionInvoked", uint32(7), "default") // somebody else's
	g.emit(noticePath, noticeName+".ActivationToken", uint32(41), "abc")
	g.emit(noticePath, noticeName+".ActionInvoked", uint32(41), "default")
	if given := happens(t, clicked); given[variableToken] != "abc" {
		t.Errorf("given was %v", given)
	}
	g.emit(noticePath, noticeName+".NotificationClosed", uint32(41), uint32(2))
	for third := say("three"); third.replaces != 0; third = say("three") { // until that was heard
		if third.replaces != 41 {
			t.Fatalf("%+v", third)
		}
	}
	p.Unsay()
	if id := happens(t, closed); id != 42 {
		t.Errorf("closed was %d", id)
	}
	if len(clicked) > 0 {
		t.Error("one click was taken for two")
	}
}

func TestWithoutAnybodyToShowItNothingIsShown(t *testing.T) {
	r := newRoom(t)
	g := r.guest()
	p := r.appears(newHand())
	g.meets(ID, true)
	shown := make(chan bool, 1)
	p.Say(Notification{Title: "one", Action: "Open"}, func(took bool) { shown <- took })
	if happens(t, shown) {
		t.Error("it says that it is shown")
	}
	p.Unsay() // and nothing comes of it
}
