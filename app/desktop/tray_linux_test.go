package desktop

import (
	"sync/atomic"
	"testing"

	"github.com/godbus/dbus/v5"
)

// watcher is a tray as the bus sees it: it learns of items, and has a host or none.
type watcher struct {
	*guest
	items chan string
	host  atomic.Bool
}

func (r *room) watcher(host bool) *watcher {
	r.t.Helper()
	w := &watcher{guest: r.guest(), items: make(chan string, 9)}
	w.host.Store(host)
	p := properties{now: func() map[string]values {
		return map[string]values{watcherName: {"IsStatusNotifierHostRegistered": property(w.host.Load())}}
	}}
	if err := w.conn.Export(p, watcherPath, propertiesFace); err != nil {
		r.t.Fatal(err)
	}
	w.offers(watcherName, watcherPath, watcherName, map[string]any{
		"RegisterStatusNotifierItem": func(item string) *dbus.Error { w.items <- item; return nil },
	})
	return w
}

// layout is the menu of an item: the labels, and the number of each.
func (w *watcher) layout() (labels map[string]int32, off map[string]bool) {
	w.t.Helper()
	var revision uint32
	var root node
	if err := w.asks(menuPath, menuFace+".GetLayout", int32(0), int32(-1), []string{}).Store(&revision, &root); err != nil {
		w.t.Fatal(err)
	}
	labels, off = map[string]int32{}, map[string]bool{}
	var read func(n node)
	read = func(n node) {
		if label, is := n.Props["label"]; is {
			labels[label.Value().(string)] = n.ID
			enabled, said := n.Props["enabled"].Value().(bool)
			off[label.Value().(string)] = said && !enabled
		}
		for _, under := range n.Under {
			var child node
			if err := dbus.Store([]any{under.Value()}, &child); err != nil {
				w.t.Fatal(err)
			}
			read(child)
		}
	}
	read(root)
	return labels, off
}

func TestTheTrayComesAndGoes(t *testing.T) {
	r := newRoom(t)
	w := r.watcher(true)
	p := r.appears(newHand())
	w.meets(mediaName, true)
	p.Show(playing(1, 3*sec))
	first := happens(t, w.items)
	w.meets(first, true)
	p.Show(State{Playback: Stopped})
	w.meets(first, false)
	p.Show(State{Playback: Stopped, Stay: true})
	second := happens(t, w.items)
	if second == first {
		t.Error("it is taken for the one that has gone")
	}
	// The tray ends and another one starts: it has to be told.
	if _, err := w.conn.ReleaseName(watcherName); err != nil {
		t.Fatal(err)
	}
	w.meets(watcherName, false)
	if again := happens(t, r.watcher(false).items); again != second {
		t.Errorf("registered as %s", again)
	}
}

func TestWhetherATrayShowsIt(t *testing.T) {
	r := newRoom(t)
	w := r.watcher(false)
	p := r.appears(newHand())
	p.Show(playing(1, 3*sec))
	happens(t, w.items)
	hosted := func(is bool) {
		t.Helper()
		for range 10_000 { // each one is a call over the bus and back
			var owner string
			if err := w.conn.BusObject().Call("org.freedesktop.DBus.GetNameOwner", 0, mediaName).Store(&owner); err != nil {
				t.Fatal(err)
			}
			if p.Hosted() == is {
				return
			}
		}
		t.Errorf("hosted is %v", !is)
	}
	hosted(false)
	w.host.Store(true)
	w.emit(watcherPath, watcherName+".StatusNotifierHostRegistered")
	hosted(true)
	if _, err := w.conn.ReleaseName(watcherName); err != nil {
		t.Fatal(err)
	}
	hosted(false)
}

func TestTheMenuIsReadAndClicked(t *testing.T) {
	r := newRoom(t)
	w, h := r.watcher(true), newHand()
	p := r.appears(h)
	s := playing(1, 3*sec)
	s.Title, s.Volume = "My_own", 50
	p.Show(s)
	happens(t, w.items)
	labels, off := w.layout()
	if !off["My__own"] || !off["desk-open"] || labels["end"] == 0 || labels["pause"] == 0 { // a letter after _ would be a key
		t.Errorf("%v, off: %v", labels, off)
	}
	for label, want := range map[string]Wish{
		"desk-moment": {Act: Moment}, "begin Hum breath": {Act: Begin}, "pause": {Act: Toggle}, "end": {Act: Stop},
		"no-timer": {Act: Tone}, "15 min": {Act: Tone, Timer: 15 * 60 * sec}, "25": {Act: SetVolume, Volume: 25}, "desk-quit": {Act: Quit},
	} {
		id, is := labels[label]
		if err := w.asks(menuPath, menuFace+".Event", id, "clicked", dbus.MakeVariant(int32(0)), uint32(0)).Err; err != nil || !is {
			t.Fatalf("%s: %v, %v", label, is, err)
		}
		if got := h.wished(t); got.Act != want.Act || got.Timer != want.Timer || got.Volume != want.Volume {
			t.Errorf("%s: wished %+v", label, got)
		}
	}
	for _, id := range []int32{0, labels["My__own"], labels["desk-open"], labels["volume"]} { // nothing to choose
		if err := w.asks(menuPath, menuFace+".Event", id, "clicked", dbus.MakeVariant(""), uint32(0)).Err; err != nil {
			t.Errorf("%d: %v", id, err)
		}
	}
	var wrong []int32
	group := []happened{{labels["end"], "clicked", dbus.MakeVariant(""), 0}, {99, "clicked", dbus.MakeVariant(""), 0}}
	if err := w.asks(menuPath, menuFace+".EventGroup", group).Store(&wrong); err != nil || len(wrong) != 1 || wrong[0] != 99 {
		t.Errorf("%v, %v", wrong, err)
	}
	if got := h.wished(t); got.Act != Stop {
		t.Errorf("wished %+v", got)
	}
	for _, method := range []string{".GetLayout", ".GetProperty", ".AboutToShow"} {
		args := map[string][]any{".GetLayout": {int32(99), int32(-1), []string{}}, ".GetProperty": {int32(99), "label"}, ".AboutToShow": {int32(99)}}
		if w.asks(menuPath, menuFace+method, args[method]...).Err == nil {
			t.Errorf("%s knows an entry that is not there", method)
		}
	}
	h.last.Store("Compassion") // chosen in the window meanwhile
	var news bool
	if err := w.asks(menuPath, menuFace+".AboutToShow", int32(0)).Store(&news); err != nil || !news {
		t.Errorf("nothing new: %v", err)
	}
	if labels, _ := w.layout(); labels["begin Compassion"] == 0 {
		t.Errorf("%v", labels)
	}
}

func TestTheIconIsClickedAndTheWheelTurned(t *testing.T) {
	r := newRoom(t)
	w, h := r.watcher(true), newHand()
	p := r.appears(h)
	s := playing(1, 3*sec)
	s.Volume = 98
	p.Show(s)
	happens(t, w.items)
	if err := w.asks(itemPath, itemFace+".ProvideXdgActivationToken", "abc").Err; err != nil {
		t.Error(err)
	}
	for _, c := range []struct {
		method string
		args   []any
		want   Wish
	}{
		{"Activate", []any{int32(1), int32(2)}, Wish{Act: Open, Desktop: map[string]string{variableToken: "abc"}}},
		{"Activate", []any{int32(1), int32(2)}, Wish{Act: Open}}, // a token is good for one time
		{"SecondaryActivate", []any{int32(1), int32(2)}, Wish{Act: Toggle}},
		{"Scroll", []any{int32(120), "vertical"}, Wish{Act: SetVolume, Volume: 100}},
		{"Scroll", []any{int32(-1), "Vertical"}, Wish{Act: SetVolume, Volume: 93}},
	} {
		if err := w.asks(itemPath, itemFace+"."+c.method, c.args...).Err; err != nil {
			t.Errorf("%s: %v", c.method, err)
		}
		if got := h.wished(t); got.Act != c.want.Act || got.Volume != c.want.Volume || got.Desktop[variableToken] != c.want.Desktop[variableToken] {
			t.Errorf("%s: wished %+v", c.method, got)
		}
	}
	if menu := w.get(itemPath, itemFace, "Menu"); menu != menuPath {
		t.Errorf("the menu is at %v", menu)
	}
	var pixels []picture
	v, err := w.conn.Object(mediaName, itemPath).GetProperty(itemFace + ".IconPixmap")
	if err == nil {
		err = v.Store(&pixels)
	}
	if err != nil || len(pixels) == 0 || len(pixels[0].ARGB) != int(4*pixels[0].Width*pixels[0].Height) {
		t.Errorf("%d pictures, %v", len(pixels), err)
	}
}
