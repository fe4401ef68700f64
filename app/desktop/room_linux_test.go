package desktop

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// within is how long a test waits for an event that is to come; only a failure takes as long.
const within = 10 * time.Second

// room is a session bus of the test's own, on which nobody is but who the test brings.
type room struct {
	t      *testing.T
	dir    string
	daemon *exec.Cmd
}

func newRoom(t *testing.T) *room {
	t.Helper()
	dir, err := os.MkdirTemp("", "kh") // short: the path of a socket has room for about 100 bytes
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	t.Setenv(variableBus, "unix:path="+filepath.Join(dir, "bus"))
	t.Setenv("XDG_RUNTIME_DIR", dir)
	r := &room{t: t, dir: dir}
	r.open()
	t.Cleanup(r.close)
	return r
}

// open starts the bus.
func (r *room) open() {
	r.t.Helper()
	conf := filepath.Join(r.dir, "conf")
	err := os.WriteFile(conf, fmt.Appendf(nil, `<busconfig><type>session</type><listen>unix:path=%s/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`, r.dir), 0o600)
	if err != nil {
		r.t.Fatal(err)
	}
	r.daemon = exec.Command("dbus-daemon", "--config-file="+conf, "--nofork", "--nopidfile", "--print-address=1")
	out, err := r.daemon.StdoutPipe()
	if err != nil {
		r.t.Fatal(err)
	}
	if err := r.daemon.Start(); err != nil {
		r.t.Fatalf("%v (make test installs what is missing)", err)
	}
	if _, err := bufio.NewReader(out).ReadString('\n'); err != nil {
		r.t.Fatalf("the bus does not start: %v", err)
	}
	go func() { _, _ = io.Copy(io.Discard, out) }()
}

// close ends the bus as a crash would.
func (r *room) close() {
	_ = r.daemon.Process.Kill() // it may have ended
	_ = r.daemon.Wait()         // that it was killed is its error
	_ = os.Remove(filepath.Join(r.dir, "bus"))
}

// guest is somebody else on the bus, who hears all signals.
type guest struct {
	bus
	t       *testing.T
	signals chan *dbus.Signal
}

func (r *room) guest() *guest {
	r.t.Helper()
	conn, err := connect(r.t.Context(), busHere(), func(*dbus.Conn) error { return nil })
	if err != nil {
		r.t.Fatal(err)
	}
	r.t.Cleanup(func() { _ = conn.Close() })
	g := &guest{bus{conn}, r.t, make(chan *dbus.Signal, 1000)}
	conn.Signal(g.signals)
	if err := conn.AddMatchSignal(); err != nil {
		r.t.Fatal(err)
	}
	return g
}

// offers answers calls at a name, as a program of the desktop would.
func (g *guest) offers(name string, path dbus.ObjectPath, face string, methods map[string]any) {
	g.t.Helper()
	if err := g.conn.ExportMethodTable(methods, path, face); err != nil {
		g.t.Fatal(err)
	}
	if _, err := g.conn.RequestName(name, dbus.NameFlagDoNotQueue); err != nil {
		g.t.Fatal(err)
	}
}

// hears waits for a signal of a name for which something holds.
func (g *guest) hears(name string, holds func(body []any) bool) []any {
	g.t.Helper()
	late := time.After(within)
	for {
		select {
		case s := <-g.signals:
			if s != nil && s.Name == name && (holds == nil || holds(s.Body)) {
				return s.Body
			}
		case <-late:
			g.t.Fatalf("%s was not heard", name)
		}
	}
}

// meets waits until somebody has a name, or has it no more.
func (g *guest) meets(name string, there bool) {
	g.t.Helper()
	has := func() bool {
		var is bool
		if err := g.conn.BusObject().Call("org.freedesktop.DBus.NameHasOwner", 0, name).Store(&is); err != nil {
			g.t.Fatal(err)
		}
		return is
	}
	if has() != there {
		g.hears("org.freedesktop.DBus.NameOwnerChanged", func(body []any) bool {
			return body[0] == name && (body[2] != "") == there
		})
	}
}

// get is a property of the player's, at the name of its media controls.
func (g *guest) get(path dbus.ObjectPath, face, name string) any {
	g.t.Helper()
	v, err := g.conn.Object(mediaName, path).GetProperty(face + "." + name)
	if err != nil {
		g.t.Fatalf("%s.%s: %v", face, name, err)
	}
	return v.Value()
}

// asks calls a method of the player's.
func (g *guest) asks(path dbus.ObjectPath, method string, args ...any) *dbus.Call {
	return g.call(mediaName, path, method, 0, args...)
}

// hand is a player that notes what it is asked.
type hand struct {
	wishes chan Wish
	last   atomic.Value
}

func newHand() *hand {
	h := &hand{wishes: make(chan Wish, 100)}
	h.last.Store("Hum breath")
	return h
}

func (h *hand) Do(_ context.Context, w Wish) error {
	h.wishes <- w
	return nil
}

func (h *hand) Last() string { return h.last.Load().(string) }

// wished is the next wish.
func (h *hand) wished(t *testing.T) Wish {
	t.Helper()
	select {
	case w := <-h.wishes:
		return w
	case <-time.After(within):
		t.Fatal("nothing was wished")
		return Wish{}
	}
}

// appears puts a player on the bus until the test is over.
func (r *room) appears(h *hand) *Presence {
	p := NewPresence(Options{Text: words, Count: func(_ string, n int) string { return fmt.Sprint(n, " min") }, Now: func() int64 { return int64(100 * sec) }})
	ctx, cancel := context.WithCancel(context.Background())
	gone := make(chan struct{})
	go func() {
		defer close(gone)
		p.Run(ctx, h)
	}()
	r.t.Cleanup(func() {
		cancel()
		<-gone
	})
	return p
}

// words are the keys themselves with a dash in them, but for those with something to fill in.
func words(key string) string {
	switch key {
	case "desk_paused", "desk_begin":
		return key[5:] + " %s"
	}
	return strings.ReplaceAll(key, "_", "-")
}
