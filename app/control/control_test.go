package control

import (
	"context"
	"encoding/json"
	"errors"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"kindhum/app/choice"
)

// desk is a player of the test's own behind a real socket.
type desk struct {
	mu     sync.Mutex
	wishes chan Wish
	refuse error
	snap   Snapshot
	met    []Hello
	left   chan Hello
}

func (d *desk) Hello(h Hello) Welcome {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.met = append(d.met, h)
	return Welcome{Protocol: Version, Version: "test", PID: os.Getpid()}
}

func (d *desk) Bye(h Hello) { d.left <- h }

func (d *desk) Wish(_ context.Context, w Wish) error {
	d.wishes <- w
	return d.refuse
}

func (d *desk) Snapshot(context.Context) (Snapshot, error) { return d.snap, nil }

// folder is a short one: the path of a socket has room for about 100 bytes.
func folder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "kh")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

func serve(t *testing.T, dir string) (*desk, *Server, *Place) {
	t.Helper()
	place, err := Claim(t.Context(), dir, RolePlayer)
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{wishes: make(chan Wish, 10), left: make(chan Hello, 10)}
	s := NewServer(d)
	served := make(chan error, 1)
	go func() { served <- s.Serve(place) }()
	t.Cleanup(func() {
		_ = place.Close()
		s.Close()
		if err := <-served; err != nil {
			t.Error(err)
		}
	})
	return d, s, place
}

func dial(t *testing.T, dir string) *Client {
	t.Helper()
	c, err := Dial(t.Context(), dir, Hello{Version: "test", Window: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c
}

func TestAWishArrivesWhole(t *testing.T) {
	dir := folder(t)
	d, _, _ := serve(t, dir)
	c := dial(t, dir)
	length, voice := 90*time.Second, "pure"
	b := Begin{
		Session: choice.SessionChange{Length: &length}, Sound: choice.SoundChange{Voice: &voice}, Seed: 7, Hidden: true,
	}
	if err := c.Call(t.Context(), MethodBegin, b); err != nil {
		t.Fatal(err)
	}
	got := <-d.wishes
	if got.Method != MethodBegin || *got.Begin.Session.Length != length || *got.Begin.Sound.Voice != voice || got.Begin.Seed != 7 || !got.Begin.Hidden {
		t.Errorf("%+v", got)
	}
	if err := c.Call(t.Context(), MethodPause, nil); err != nil || (<-d.wishes).Method != MethodPause {
		t.Error(err)
	}
}

func TestARefusalIsTheReason(t *testing.T) {
	dir := folder(t)
	d, _, _ := serve(t, dir)
	d.refuse = errors.New("not now")
	err := dial(t, dir).Call(t.Context(), MethodEase, nil)
	var refused *Refused
	if !errors.As(err, &refused) || err.Error() != "not now" {
		t.Errorf("%v", err)
	}
}

func TestSubscribersGetTheNewest(t *testing.T) {
	dir := folder(t)
	_, s, _ := serve(t, dir)
	c := dial(t, dir)
	if _, err := c.Subscribe(t.Context()); err != nil {
		t.Fatal(err)
	}
	for i := range 100 { // nobody reads meanwhile: the server must not wait
		s.Publish(Snapshot{Session: int64(i + 1)})
	}
	for snap := range c.Changes() {
		if snap.Session == 100 {
			return
		}
	}
}

func TestADroppedConnectionIsNoWish(t *testing.T) {
	dir := folder(t)
	d, _, _ := serve(t, dir)
	c := dial(t, dir)
	_ = c.Close()
	if h := <-d.left; !h.Window || len(d.wishes) != 0 {
		t.Errorf("%+v left, %d wishes", h, len(d.wishes))
	}
}

func TestNobodyThere(t *testing.T) {
	if _, err := Dial(t.Context(), folder(t), Hello{}); !errors.Is(err, ErrNoPlayer) {
		t.Error(err)
	}
}

func TestARoleIsHeldOnce(t *testing.T) {
	dir := folder(t)
	_, _, place := serve(t, dir)
	if _, err := Claim(t.Context(), dir, RolePlayer); !errors.Is(err, ErrTaken) {
		t.Fatal(err)
	}
	if err := place.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(Socket(dir, RolePlayer)); !errors.Is(err, os.ErrNotExist) {
		t.Error("the socket is still there")
	}
}

func TestAStaleSocketIsReplaced(t *testing.T) {
	dir := folder(t)
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: Socket(dir, RolePlayer), Net: "unix"})
	if err != nil {
		t.Fatal(err)
	}
	l.SetUnlinkOnClose(false) // as after kill -9
	_ = l.Close()
	serve(t, dir)
	dial(t, dir)
	info, err := os.Stat(Socket(dir, RolePlayer))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

func TestTheFolderIsOnesOwn(t *testing.T) {
	base := folder(t)
	t.Setenv("XDG_RUNTIME_DIR", base)
	if err := os.Mkdir(filepath.Join(base, "kindhum"), 0o755); err != nil {
		t.Fatal(err)
	}
	dir, err := Dir()
	if err != nil {
		t.Fatal(err)
	}
	if info, _ := os.Stat(dir); info.Mode().Perm() != 0o700 {
		t.Errorf("%v", info.Mode())
	}
	if err := os.Remove(dir); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(base, dir); err != nil {
		t.Fatal(err)
	}
	if _, err := Dir(); err == nil || !strings.Contains(err.Error(), "XDG_RUNTIME_DIR") {
		t.Errorf("a link is taken for a folder: %v", err)
	}
}

func TestALinkFollowsThePlayersThatComeAndGo(t *testing.T) {
	dir := folder(t)
	link := NewLink(dir, Hello{Window: true}, func() Snapshot { return Snapshot{Status: Status{Progress: Progress{State: "idle"}}} })
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- link.Run(ctx) }()
	until := func(state string) {
		t.Helper()
		for snap := range link.Snapshots() {
			if snap.Status.State == state {
				return
			}
		}
	}
	until("idle")
	if err := link.Do(ctx, MethodPause, nil); !errors.Is(err, ErrNoPlayer) {
		t.Error(err)
	}
	for _, state := range []string{"running", "tone"} {
		place, err := Claim(ctx, dir, RolePlayer)
		if err != nil {
			t.Fatal(err)
		}
		d := &desk{wishes: make(chan Wish, 1), left: make(chan Hello, 1)}
		d.snap.Status.State = state
		s := NewServer(d)
		go func() { _ = s.Serve(place) }()
		until(state)
		if err := link.Do(ctx, MethodPause, nil); err != nil {
			t.Error(err)
		}
		_ = place.Close()
		s.Close()
		until("idle")
	}
	cancel()
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestWhatStatusLooksLike(t *testing.T) {
	b, err := json.Marshal(Idle(choice.DefaultSound(), "1", false).Status)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"state":"idle","practice":null,"pattern":null,"phase":null,"fullness":null,"elapsed":null,"length":null,` +
		`"breath":null,"line":null,"voice":"hum","pitch":528,"volume":75,"muted":false,"sound":null,"pid":null,"window":false,"version":"1"}`
	if string(b) != want {
		t.Errorf("%s", b)
	}
}
