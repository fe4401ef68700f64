package desktop

import (
	"context"
	"fmt"
	"os"
	"sync"
	"sync/atomic"

	"github.com/godbus/dbus/v5"
)

// The tray: a StatusNotifierItem (freedesktop.org/wiki/Specifications/StatusNotifierItem). The libraries for it hold one
// item for the life of the process, on a connection that they share with others and never find again.
const (
	itemPath = dbus.ObjectPath("/StatusNotifierItem")
	itemFace = "org.kde.StatusNotifierItem"

	watcherName = "org.kde.StatusNotifierWatcher" // where the trays there are learn of items
	watcherPath = dbus.ObjectPath("/StatusNotifierWatcher")
)

// tray is the player as trays show it.
type tray struct {
	*stage
	who    Player
	menu   *menu
	name   string // of the item while it is up, or ""
	count  int    // of items there were: each has a name of its own
	told   State  // as last shown
	hosted atomic.Bool
	icon   string // the name of the installed icon, or ""

	mu    sync.Mutex
	token string // an activation token for the next time the window is opened
}

func newTray(s *stage, who Player) *tray {
	t := &tray{stage: s, who: who}
	if iconFile() != "" {
		t.icon = ID
	}
	t.menu = &menu{stage: s, do: t.do}
	return t
}

func (t *tray) export() error {
	err := t.object(itemPath, itemXML, properties{now: t.properties}, map[string]map[string]any{itemFace: {
		"Activate":          func(_, _ int32) *dbus.Error { return t.wish(Wish{Act: Open}) },
		"SecondaryActivate": func(_, _ int32) *dbus.Error { return t.wish(Wish{Act: Toggle}) },
		"ContextMenu":       func(_, _ int32) *dbus.Error { return nil }, // the tray shows the menu itself
		"Scroll":            t.scroll,
		"ProvideXdgActivationToken": func(token string) *dbus.Error {
			t.mu.Lock()
			defer t.mu.Unlock()
			t.token = token
			return nil
		},
	}})
	if err != nil {
		return err
	}
	return t.menu.export()
}

// scroll is the wheel over the icon: a notch is a step of the volume.
func (t *tray) scroll(delta int32, orientation string) *dbus.Error {
	step := 5
	switch {
	case orientation != "vertical" && orientation != "Vertical" || delta == 0:
		return nil
	case delta < 0:
		step = -step
	}
	return t.wish(Wish{Act: SetVolume, Volume: min(max(t.current().Volume+step, 0), 100)})
}

// wish has the player do what was wished here.
func (t *tray) wish(w Wish) *dbus.Error {
	t.mu.Lock()
	if t.token != "" {
		w.Desktop = tokens(t.token, "")
		t.token = ""
	}
	t.mu.Unlock()
	return t.ask(t.who, w)
}

// do does it without an answer.
func (t *tray) do(w Wish) { go t.wish(w) }

// watch has trays that come and go be noticed.
func (t *tray) watch(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, answerWithin)
	defer cancel()
	// What is not noticed is not there: the icon then comes with the next state.
	_ = t.conn.AddMatchSignalContext(ctx, dbus.WithMatchSender(busName),
		dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, watcherName))
	_ = t.conn.AddMatchSignalContext(ctx, dbus.WithMatchSender(watcherName), dbus.WithMatchInterface(watcherName))
}

// heed follows the trays.
func (t *tray) heed(s *dbus.Signal) {
	switch s.Name {
	case busName + ".NameOwnerChanged":
		if len(s.Body) == 3 && s.Body[0] == watcherName {
			t.hosted.Store(false)
			if s.Body[2] != "" {
				t.register()
			}
		}
	case watcherName + ".StatusNotifierHostRegistered", watcherName + ".StatusNotifierHostUnregistered":
		t.look()
	}
}

// show shows a state, or takes the icon away where there is nothing to show.
func (t *tray) show(s State) {
	up := s.Playback != Stopped || s.Stay
	switch {
	case up && t.name == "":
		t.menu.show(s)
		t.count++
		t.name = fmt.Sprintf("org.kde.StatusNotifierItem-%d-%d", os.Getpid(), t.count)
		t.own(t.conn.Context(), t.name)
		t.register()
	case !up && t.name != "":
		t.disown(t.name)
		t.name = ""
		t.hosted.Store(false)
	case up:
		if t.menu.show(s); t.line(s) != t.line(t.told) {
			t.emit(itemPath, itemFace+".NewToolTip")
		}
	}
	t.told = s
}

// register tells the watcher of the item, if there is one.
func (t *tray) register() {
	if t.name == "" {
		return
	}
	if t.call(watcherName, watcherPath, watcherName+".RegisterStatusNotifierItem", quietly, t.name).Err == nil {
		t.look()
	}
}

// look asks whether a tray shows the items that the watcher knows.
func (t *tray) look() {
	var hosted dbus.Variant
	err := t.call(watcherName, watcherPath, propertiesFace+".Get", quietly, watcherName, "IsStatusNotifierHostRegistered").Store(&hosted)
	is, _ := hosted.Value().(bool)
	t.hosted.Store(err == nil && is && t.name != "")
}

// line says what plays, in one line.
func (p *Presence) line(s State) string {
	switch {
	case s.Playback == Stopped:
		return p.Text("desk_idle")
	case s.Playback == Paused:
		return fmt.Sprintf(p.Text("desk_paused"), p.title(s))
	case s.Tone && s.Length > 0:
		return p.Text("tone_fades")
	case s.Tone:
		return p.Text("tone")
	}
	return p.title(s)
}

func (t *tray) properties() map[string]values {
	type tip struct {
		Icon        string
		Pictures    []picture
		Title, Text string
	}
	icons := pictures()
	if t.icon != "" {
		icons = []picture{}
	}
	return map[string]values{itemFace: {
		"Category": property("ApplicationStatus"), "Id": property(ID), "Title": property(appName), "Status": property("Active"),
		"WindowId": property(int32(0)), "IconName": property(t.icon), "IconPixmap": property(icons), "IconThemePath": property(""),
		"OverlayIconName": property(""), "OverlayIconPixmap": property([]picture{}),
		"AttentionIconName": property(""), "AttentionIconPixmap": property([]picture{}), "AttentionMovieName": property(""),
		"ToolTip":    property(tip{t.icon, []picture{}, appName, t.line(t.current())}),
		"ItemIsMenu": property(false), "Menu": property(menuPath),
	}}
}
