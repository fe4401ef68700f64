package desktop

import (
	"context"
	"testing"

	"github.com/godbus/dbus/v5"
)

// The window and the player wait in line for the application's name: whoever has it answers.
func TestTheApplicationIsReachedAsLongAsThereIsSomeOfIt(t *testing.T) {
	r := newRoom(t)
	g := r.guest()
	window, player := newHand(), newHand()
	ctx, closeWindow := context.WithCancel(t.Context())
	closed := make(chan struct{})
	go func() {
		defer close(closed)
		Serve(ctx, window)
	}()
	g.meets(ID, true)
	r.appears(player)
	g.meets(mediaName, true)
	none := map[string]dbus.Variant{}
	call := func(method string, args ...any) error {
		return g.call(ID, applicationPath, applicationFace+"."+method, 0, args...).Err
	}
	for name, act := range map[string]Act{"moment": Moment, "begin": Begin, "tone": Tone, "stop": Stop} {
		if err := call("ActivateAction", name, []dbus.Variant{}, none); err != nil {
			t.Error(err)
		}
		if w := window.wished(t); w.Act != act {
			t.Errorf("%s: wished %+v", name, w)
		}
	}
	if call("ActivateAction", "dance", []dbus.Variant{}, none) == nil {
		t.Error("there is a dance")
	}
	closeWindow()
	<-closed
	g.hears("org.freedesktop.DBus.NameOwnerChanged", func(body []any) bool { return body[0] == ID && body[1] != "" && body[2] != "" })
	about := map[string]dbus.Variant{"activation-token": dbus.MakeVariant("abc"), "desktop-startup-id": dbus.MakeVariant(3)}
	if err := call("Activate", about); err != nil {
		t.Error(err)
	}
	if w := player.wished(t); w.Act != Open || w.Desktop[variableToken] != "abc" || len(w.Desktop) != 1 {
		t.Errorf("wished %+v", w)
	}
	if len(window.wishes) > 0 {
		t.Error("the window that is closed was asked")
	}
}
