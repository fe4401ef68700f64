package desktop

import (
	"context"

	"github.com/godbus/dbus/v5"
)

// The application on the bus: org.freedesktop.Application of the Desktop Entry Specification. Both the player and the
// window offer it, and wait in line for its name: either may run without the other, and what is asked
// of one it can pass on.
const (
	applicationPath = dbus.ObjectPath("/app/kindhum/kindhum")
	applicationFace = "org.freedesktop.Application"
)

// actions are those of the desktop entry.
var actions = map[string]Act{"moment": Moment, "begin": Begin, "tone": Tone, "stop": Stop}

var errNoAction = dbus.NewError("org.freedesktop.DBus.Error.InvalidArgs", []any{"there is no such action"})

func exportApplication(b bus, who Player) error {
	none := func() map[string]values { return map[string]values{applicationFace: {}} }
	return b.object(applicationPath, applicationXML, properties{now: none}, map[string]map[string]any{applicationFace: {
		"Activate": func(about values) *dbus.Error { return b.ask(who, Wish{Act: Open, Desktop: given(about)}) },
		"ActivateAction": func(name string, _ []dbus.Variant, about values) *dbus.Error {
			act, is := actions[name]
			if !is {
				return errNoAction
			}
			return b.ask(who, Wish{Act: act, Desktop: given(about)})
		},
	}})
}

// given is what came along with a call, as far as it lets a window come forward.
func given(about values) map[string]string {
	text := func(key string) string {
		s, _ := about[key].Value().(string)
		return s
	}
	return tokens(text("activation-token"), text("desktop-startup-id"))
}

// Serve offers the application on the session bus until ctx is done, and asks who. It waits for a bus where there is
// none.
func Serve(ctx context.Context, who Player) {
	keep(ctx, nil, func() []string { return []string{busHere()} }, func(ctx context.Context, address string) bool {
		var b bus
		conn, err := connect(ctx, address, func(conn *dbus.Conn) error {
			b = bus{conn}
			return exportApplication(b, who)
		})
		if err != nil {
			return false
		}
		b.own(ctx, ID)
		<-conn.Context().Done()
		_ = conn.Close() // it has ended
		return true
	})
}
