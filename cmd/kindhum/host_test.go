//go:build e2e

package main_test

import (
	"strings"
	"time"

	"github.com/godbus/dbus/v5"
)

// host is the desktop as the session bus has it, as far as wished: a tray, a daemon that shows notifications, a screen saver.
type host struct {
	d     *desk
	conn  *dbus.Conn
	items chan string // that were registered with the tray
	told  chan string // notifications
	kept  chan bool   // the screen is kept on, or let go
}

// host sits down on the desk's bus.
func (d *desk) host() *host {
	d.t.Helper()
	conn, err := dbus.Connect(d.bus())
	if err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() { _ = conn.Close() }) // the bus may have ended before
	return &host{d, conn, make(chan string, 100), make(chan string, 100), make(chan bool, 100)}
}

// bus is the address of the desk's session bus.
func (d *desk) bus() string {
	address := ""
	for _, entry := range d.env {
		if value, is := strings.CutPrefix(entry, "DBUS_SESSION_BUS_ADDRESS="); is {
			address = value
		}
	}
	return address
}

func (h *host) offer(name, path string, methods map[string]any) {
	h.d.t.Helper()
	if err := h.conn.ExportMethodTable(methods, dbus.ObjectPath(path), name); err != nil {
		h.d.t.Fatal(err)
	}
	if _, err := h.conn.RequestName(name, 0); err != nil {
		h.d.t.Fatal(err)
	}
}

const watcher = "org.kde.StatusNotifierWatcher"

// tray opens a tray.
func (h *host) tray() {
	properties := map[string]any{"Get": func(string, string) (dbus.Variant, *dbus.Error) { return dbus.MakeVariant(true), nil }}
	if err := h.conn.ExportMethodTable(properties, "/StatusNotifierWatcher", "org.freedesktop.DBus.Properties"); err != nil {
		h.d.t.Fatal(err)
	}
	h.offer(watcher, "/StatusNotifierWatcher", map[string]any{
		"RegisterStatusNotifierItem": func(item string) *dbus.Error { h.items <- item; return nil },
	})
}

// notices has notifications be shown.
func (h *host) notices() {
	h.offer("org.freedesktop.Notifications", "/org/freedesktop/Notifications", map[string]any{
		"GetCapabilities": func() ([]string, *dbus.Error) { return []string{"body", "actions"}, nil },
		"Notify": func(_ string, _ uint32, _, title, _ string, _ []string, _ map[string]dbus.Variant, _ int32) (uint32, *dbus.Error) {
			h.told <- title
			return 7, nil
		},
	})
}

// click clicks the notification that is up.
func (h *host) click() {
	h.d.t.Helper()
	if err := h.conn.Emit("/org/freedesktop/Notifications", "org.freedesktop.Notifications.ActionInvoked", uint32(7), "default"); err != nil {
		h.d.t.Fatal(err)
	}
}

// saver is a screen saver.
func (h *host) saver() {
	h.offer("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", map[string]any{
		"Inhibit":   func(string, string) (uint32, *dbus.Error) { h.kept <- true; return 3, nil },
		"UnInhibit": func(uint32) *dbus.Error { h.kept <- false; return nil },
	})
}

// leaves gives a name back, as a program that ends does.
func (h *host) leaves(name string) {
	h.d.t.Helper()
	if _, err := h.conn.ReleaseName(name); err != nil {
		h.d.t.Fatal(err)
	}
}

// item is the icon in the tray: where it is on the bus, and its menu.
type item struct {
	h    *host
	name string
	menu dbus.BusObject
}

// item waits for the program's icon.
func (h *host) item() *item {
	h.d.t.Helper()
	name := next(h.d, h.items, "an icon in the tray")
	path, err := h.conn.Object(name, "/StatusNotifierItem").GetProperty("org.kde.StatusNotifierItem.Menu")
	if err != nil {
		h.d.t.Fatal(err)
	}
	return &item{h, name, h.conn.Object(name, path.Value().(dbus.ObjectPath))}
}

// entries reads the menu: its labels with their numbers, those under another one too.
func (i *item) entries() map[string]int32 {
	i.h.d.t.Helper()
	type node struct {
		ID    int32
		Props map[string]dbus.Variant
		Under []dbus.Variant
	}
	var revision uint32
	var root node
	err := i.menu.Call("com.canonical.dbusmenu.GetLayout", 0, int32(0), int32(-1), []string{}).Store(&revision, &root)
	if err != nil {
		i.h.d.t.Fatal(err)
	}
	found := map[string]int32{}
	var read func(node)
	read = func(n node) {
		if label, is := n.Props["label"]; is {
			found[label.Value().(string)] = n.ID
		}
		for _, under := range n.Under {
			var child node
			if err := dbus.Store([]any{under.Value()}, &child); err != nil {
				i.h.d.t.Fatal(err)
			}
			read(child)
		}
	}
	read(root)
	return found
}

// choose waits for an entry and clicks it.
func (i *item) choose(label string) {
	i.h.d.t.Helper()
	i.h.d.until(5*time.Second, "the menu has "+label, func() bool { _, is := i.entries()[label]; return is })
	err := i.menu.Call("com.canonical.dbusmenu.Event", 0, i.entries()[label], "clicked", dbus.MakeVariant(int32(0)), uint32(0)).Err
	if err != nil {
		i.h.d.t.Fatal(err)
	}
}

// gone waits until the icon is no more.
func (i *item) gone() {
	i.h.d.t.Helper()
	i.h.d.until(10*time.Second, "the icon is gone", func() bool {
		var there bool
		err := i.h.conn.BusObject().Call("org.freedesktop.DBus.NameHasOwner", 0, i.name).Store(&there)
		return err == nil && !there
	})
}

// next waits for what is to come.
func next[T any](d *desk, from <-chan T, what string) T {
	d.t.Helper()
	select {
	case is := <-from:
		return is
	case <-time.After(30 * time.Second): // only a failure waits for it
		d.t.Fatalf("it did not come: %s", what)
		panic("unreachable")
	}
}

// shut closes a window by the keys of the window manager, which may miss them while it is busy with a new window.
func (w *window) shut() {
	w.s.d.t.Helper()
	pressed := time.Time{}
	w.s.d.until(10*time.Second, "the window is closed", func() bool {
		if !w.look() {
			return true
		}
		if time.Since(pressed) > 2*time.Second {
			pressed = time.Now()
			// It may be gone by now, which is what is looked for.
			_ = w.s.d.command("xdotool", "windowactivate", "--sync", w.id, "key", "alt+F4").Run()
		}
		return false
	})
}
