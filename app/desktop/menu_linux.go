package desktop

import (
	"reflect"
	"slices"
	"sync"

	"github.com/godbus/dbus/v5"
)

// The tray's menu: com.canonical.dbusmenu, by which the tray reads it and says what was chosen.
const (
	menuPath = dbus.ObjectPath("/StatusNotifierItem/Menu")
	menuFace = "com.canonical.dbusmenu"
)

// menu is the menu as it was last laid out.
type menu struct {
	*stage
	do func(Wish)

	mu       sync.Mutex
	all      []entry
	revision uint32
}

// node is an entry as the protocol has it.
type node struct {
	ID    int32
	Props values
	Under []dbus.Variant
}

var errNoEntry = dbus.NewError("org.freedesktop.DBus.Error.InvalidArgs", []any{"there is no such entry"})

func (m *menu) export() error {
	fixed := func() map[string]values {
		return map[string]values{menuFace: {
			"Version": property(uint32(3)), "TextDirection": property("ltr"), "Status": property("normal"), "IconThemePath": property([]string{}),
		}}
	}
	return m.object(menuPath, menuXML, properties{now: fixed}, map[string]map[string]any{menuFace: {
		"GetLayout": m.layout, "GetGroupProperties": m.group, "GetProperty": m.property,
		"Event": m.event, "EventGroup": m.events, "AboutToShow": m.aboutToShow, "AboutToShowGroup": m.aboutToShowGroup,
	}})
}

// show lays the menu out anew, and tells the tray if it has changed.
func (m *menu) show(s State) bool {
	all := entries(s, m.line(s), m.tray.who.Last(), m.Options)
	m.mu.Lock()
	same := reflect.DeepEqual(all, m.all)
	if !same {
		m.all = all
		m.revision++
	}
	revision := m.revision
	m.mu.Unlock()
	if !same {
		m.emit(menuPath, menuFace+".LayoutUpdated", revision, int32(0))
	}
	return !same
}

// root is the whole menu, the entry of number 0.
func (m *menu) root() (entry, uint32) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return entry{under: m.all}, m.revision
}

func (m *menu) find(id int32) (entry, bool) {
	root, _ := m.root()
	if id == 0 {
		return root, true
	}
	return find(root.under, id)
}

// layout is what is under an entry, as deep as is asked for; -1 is all.
func (m *menu) layout(id, depth int32, names []string) (uint32, node, *dbus.Error) {
	_, revision := m.root()
	e, is := m.find(id)
	if !is {
		return 0, node{}, errNoEntry
	}
	return revision, laidOut(e, depth, names), nil
}

func laidOut(e entry, depth int32, names []string) node {
	n := node{ID: e.id, Props: shown(e, names), Under: []dbus.Variant{}}
	if depth != 0 {
		for _, under := range e.under {
			n.Under = append(n.Under, property(laidOut(under, depth-1, names)))
		}
	}
	return n
}

// shown are an entry's properties, of those that are asked for; none are all.
func shown(e entry, names []string) values {
	all := values{}
	if e.label != "" {
		all["label"] = property(plainLabel(e.label))
	} else if e.id != 0 {
		all["type"] = property("separator")
	}
	if e.off {
		all["enabled"] = property(false)
	}
	if e.radio {
		state := int32(0)
		if e.on {
			state = 1
		}
		all["toggle-type"], all["toggle-state"] = property("radio"), property(state)
	}
	if len(e.under) > 0 {
		all["children-display"] = property("submenu")
	}
	for name := range all {
		if len(names) > 0 && !slices.Contains(names, name) {
			delete(all, name)
		}
	}
	return all
}
