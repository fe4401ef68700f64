package desktop

import "github.com/godbus/dbus/v5"

// listed is an entry's number and its properties.
type listed struct {
	ID    int32
	Props values
}

// group are the properties of several entries; no number is all of them. A number that is no entry's is left out.
func (m *menu) group(ids []int32, names []string) ([]listed, *dbus.Error) {
	found := []listed{}
	if len(ids) == 0 {
		ids = m.numbers()
	}
	for _, id := range ids {
		if e, is := m.find(id); is {
			found = append(found, listed{id, shown(e, names)})
		}
	}
	return found, nil
}

// numbers are those of all entries.
func (m *menu) numbers() []int32 {
	root, _ := m.root()
	all := []int32{0}
	for _, e := range root.under {
		all = append(all, e.id)
		for _, under := range e.under {
			all = append(all, under.id)
		}
	}
	return all
}

func (m *menu) property(id int32, name string) (dbus.Variant, *dbus.Error) {
	e, is := m.find(id)
	if !is {
		return dbus.Variant{}, errNoEntry
	}
	v, there := shown(e, nil)[name]
	if !there {
		return dbus.Variant{}, errNoProperty
	}
	return v, nil
}

// event is something that happened to an entry: "clicked" is the one that is wished for.
func (m *menu) event(id int32, what string, _ dbus.Variant, _ uint32) *dbus.Error {
	e, is := m.find(id)
	if !is {
		return errNoEntry
	}
	if what == "clicked" && e.label != "" && !e.off && e.under == nil {
		m.do(e.wish)
	}
	return nil
}

// happened is one of several events.
type happened struct {
	ID   int32
	What string
	Data dbus.Variant
	When uint32
}

// events are several at once. What is returned are the numbers that are no entry's.
func (m *menu) events(all []happened) ([]int32, *dbus.Error) {
	wrong := []int32{}
	for _, h := range all {
		if m.event(h.ID, h.What, h.Data, h.When) != nil {
			wrong = append(wrong, h.ID)
		}
	}
	if len(all) > 0 && len(wrong) == len(all) {
		return nil, errNoEntry
	}
	return wrong, nil
}

// aboutToShow reads once more what may have been chosen elsewhere meanwhile. It reports whether anything has changed.
func (m *menu) aboutToShow(id int32) (bool, *dbus.Error) {
	if _, is := m.find(id); !is {
		return false, errNoEntry
	}
	return m.show(m.current()), nil
}

// aboutToShowGroup is the same for several: it returns those that have changed, and those that are no entry's.
func (m *menu) aboutToShowGroup(ids []int32) (changed, wrong []int32, e *dbus.Error) {
	changed, wrong = []int32{}, []int32{}
	for _, id := range ids {
		news, e := m.aboutToShow(id)
		switch {
		case e != nil:
			wrong = append(wrong, id)
		case news:
			changed = append(changed, id)
		}
	}
	return changed, wrong, nil
}
