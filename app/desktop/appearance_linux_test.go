package desktop

import (
	"context"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// settingsPortal is a stand-in for the desktop's, of which only the settings about looks are there.
type settingsPortal struct {
	*guest
	mu   sync.Mutex
	keys map[string]any
}

// portal puts one on the bus. An old one knows Read alone, which wraps a value twice.
func (r *room) portal(old bool, keys map[string]any) *settingsPortal {
	r.t.Helper()
	p := &settingsPortal{guest: r.guest(), keys: keys}
	read := func(space, key string) (dbus.Variant, *dbus.Error) {
		p.mu.Lock()
		defer p.mu.Unlock()
		v, there := p.keys[key]
		if !there || space != looksSpace {
			return dbus.Variant{}, dbus.NewError("org.freedesktop.portal.Error.NotFound", nil)
		}
		return dbus.MakeVariant(v), nil
	}
	methods := map[string]any{"ReadOne": read}
	if old {
		methods = map[string]any{"Read": func(space, key string) (dbus.Variant, *dbus.Error) {
			v, e := read(space, key)
			return dbus.MakeVariant(v), e
		}}
	}
	p.offers(portalName, portalPath, settingsFace, methods)
	return p
}

// change is the person changing a wish in the settings of the desktop.
func (p *settingsPortal) change(space, key string, to any) {
	p.mu.Lock()
	p.keys[key] = to
	p.mu.Unlock()
	p.emit(portalPath, settingsFace+".SettingChanged", space, key, dbus.MakeVariant(to))
}

// viewer is somebody who is told of wishes.
type viewer struct {
	t     *testing.T
	wants chan Appearance
	end   func() // returns when nothing is watched any more
}

func watch(t *testing.T) *viewer {
	ctx, cancel := context.WithCancel(t.Context())
	w, over := &viewer{t: t, wants: make(chan Appearance, 100)}, make(chan struct{})
	go func() {
		defer close(over)
		WatchAppearance(ctx, func(a Appearance) { w.wants <- a })
	}()
	w.end = func() {
		cancel()
		<-over
	}
	t.Cleanup(w.end)
	return w
}

// told waits for the next wish, which is to be a certain one.
func (w *viewer) told(want Appearance) {
	w.t.Helper()
	select {
	case got := <-w.wants:
		if got != want {
			w.t.Fatalf("told %+v, not %+v", got, want)
		}
	case <-time.After(within):
		w.t.Fatalf("nothing was told, not even %+v", want)
	}
}

func TestWhatIsAskedOfTheDesktopIsKnownAndFollowed(t *testing.T) {
	for name, old := range map[string]bool{"a portal of today": false, "an older portal": true} {
		t.Run(name, func(t *testing.T) {
			r := newRoom(t)
			p := r.portal(old, map[string]any{keyMotion: uint32(1), keyContrast: uint32(0)})
			w := watch(t)
			w.told(Appearance{LessMotion: true})
			p.change(looksSpace, keyContrast, uint32(1))
			w.told(Appearance{LessMotion: true, Contrast: true})
			p.change("org.gnome.desktop.interface", keyMotion, uint32(0)) // of somebody else
			p.change(looksSpace, "color-scheme", uint32(1))
			p.change(looksSpace, keyContrast, uint32(1)) // nothing new
			p.change(looksSpace, keyMotion, uint32(0))
			w.told(Appearance{Contrast: true})
			p.change(looksSpace, keyContrast, "yes") // no answer at all
			w.told(Appearance{})
			p.change(looksSpace, keyMotion, uint32(2)) // a meaning that nobody knows yet
			p.change(looksSpace, keyMotion, uint32(1))
			w.told(Appearance{LessMotion: true})
		})
	}
}

func TestAPortalComesAndGoes(t *testing.T) {
	r := newRoom(t)
	w := watch(t)
	p := r.portal(false, map[string]any{keyContrast: uint32(1)}) // and knows nothing of motion
	w.told(Appearance{Contrast: true})
	p.disown(portalName)
	w.told(Appearance{})
	r.portal(false, map[string]any{keyMotion: uint32(1)})
	w.told(Appearance{LessMotion: true})
	r.close()
	w.told(Appearance{})
	r.open()
	r.portal(false, map[string]any{keyMotion: uint32(1), keyContrast: uint32(1)})
	w.told(Appearance{LessMotion: true, Contrast: true})
}

// Where there is no bus nothing is told, none is started, and nothing is left.
func TestWithoutABusNothingIsAskedFor(t *testing.T) {
	t.Setenv(variableBus, "unix:path="+t.TempDir()+"/bus")
	w := watch(t)
	w.end()
	if len(w.wants) > 0 {
		t.Errorf("told %+v", <-w.wants)
	}
}

func TestNothingIsLeftOfAWatch(t *testing.T) {
	r := newRoom(t)
	r.portal(false, map[string]any{keyMotion: uint32(1)})
	ours := func() int {
		stacks := make([]byte, 1<<20)
		return strings.Count(string(stacks[:runtime.Stack(stacks, true)]), "desktop.(*looks)")
	}
	w := watch(t)
	w.told(Appearance{LessMotion: true})
	if ours() == 0 {
		t.Fatal("nobody watches")
	}
	before := runtime.NumGoroutine()
	w.end()
	for late := time.Now().Add(within); runtime.NumGoroutine() > before-2; runtime.Gosched() { // its own, and the connection's
		if time.Now().After(late) {
			t.Fatalf("%d goroutines before, %d after", before, runtime.NumGoroutine())
		}
	}
	if n := ours(); n > 0 {
		t.Errorf("%d still watch", n)
	}
	if len(w.wants) > 0 {
		t.Errorf("at the end it told %+v", <-w.wants)
	}
}
