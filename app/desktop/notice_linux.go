package desktop

import (
	"html"
	"slices"
	"sync"

	"github.com/godbus/dbus/v5"
)

// Notifications (specifications.freedesktop.org/notification-spec).
const (
	noticeName = "org.freedesktop.Notifications"
	noticePath = dbus.ObjectPath("/org/freedesktop/Notifications")
)

// notices is the one notification that is up at a time.
type notices struct {
	bus
	mu      sync.Mutex
	watched bool
	id      uint32 // 0 is none
	up      Notification
	token   string // what the desktop gave along for the one that is up
}

// show shows n in the place of the one that is up. It is false where nobody shows notifications.
func (n *notices) show(what Notification) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	if what.Action != "" && !n.watch() {
		return false
	}
	actions := []string{}
	if what.Action != "" {
		actions = []string{"default", what.Action}
	}
	hints := values{"desktop-entry": property(ID), "urgency": property(byte(0))}
	var id uint32
	// A program that shows notifications is often started by the first of them.
	err := n.call(noticeName, noticePath, noticeName+".Notify", 0,
		appName, n.id, ID, what.Title, n.body(what.Body), actions, hints, int32(-1)).Store(&id)
	if err != nil {
		n.id = 0
		return false
	}
	n.id, n.up, n.token = id, what, ""
	return true
}

// body is a text in which nothing is taken for markup.
func (n *notices) body(text string) string {
	var able []string
	err := n.call(noticeName, noticePath, noticeName+".GetCapabilities", 0).Store(&able)
	if err == nil && slices.Contains(able, "body-markup") {
		return html.EscapeString(text)
	}
	return text
}

// watch has what becomes of notifications be told. Before the first nobody needs to know.
func (n *notices) watch() bool {
	if !n.watched {
		rule := "type='signal',sender='" + noticeName + "',interface='" + noticeName + "'"
		n.watched = n.call(busName, busPath, busName+".AddMatch", 0, rule).Err == nil
	}
	return n.watched
}

// close takes back what is up.
func (n *notices) close() {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.id != 0 {
		// It may have gone by itself.
		_ = n.call(noticeName, noticePath, noticeName+".CloseNotification", quietly, n.id).Err
		n.id = 0
	}
}

// heed follows what becomes of the one that is up.
func (n *notices) heed(s *dbus.Signal) {
	if s.Path != noticePath || len(s.Body) < 2 {
		return
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	id, is := s.Body[0].(uint32)
	if !is || id == 0 || id != n.id {
		return
	}
	switch s.Name {
	case noticeName + ".ActivationToken":
		n.token, _ = s.Body[1].(string)
	case noticeName + ".ActionInvoked":
		if s.Body[1] == "default" && n.up.Act != nil {
			go n.up.Act(tokens(n.token, ""))
		}
	case noticeName + ".NotificationClosed":
		n.id = 0
	}
}
