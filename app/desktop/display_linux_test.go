package desktop

import (
	"encoding/binary"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
)

// filed is one entry of an authority file.
func filed(family uint16, texts ...string) []byte {
	b := binary.BigEndian.AppendUint16(nil, family)
	for _, text := range texts {
		b = append(binary.BigEndian.AppendUint16(b, uint16(len(text))), text...)
	}
	return b
}

// answer is how an X server answers, with a reason in fours of bytes.
func answer(outcome byte, reason string) []byte {
	b := []byte{outcome, byte(len(reason)), 11, 0, 0, 0}
	b = binary.LittleEndian.AppendUint16(b, uint16((len(reason)+3)/4))
	return append(b, reason+strings.Repeat("\x00", -len(reason)&3)...)
}

// asked reads a request to be let in, and returns the kind of key and the key that came with it.
func asked(t *testing.T, conn net.Conn) (kind, key string) {
	t.Helper()
	head := make([]byte, 12)
	if _, err := io.ReadFull(conn, head); err != nil {
		t.Error(err)
		return "", ""
	}
	if head[0] != 'l' || binary.LittleEndian.Uint16(head[2:]) != 11 {
		t.Errorf("it asks with % x", head)
	}
	var texts [2]string
	for i := range texts {
		n := int(binary.LittleEndian.Uint16(head[6+2*i:]))
		padded := make([]byte, (n+3)/4*4)
		if _, err := io.ReadFull(conn, padded); err != nil {
			t.Error(err)
		}
		texts[i] = string(padded[:n])
	}
	return texts[0], texts[1]
}

// server is a display of this machine, which serves one after the other until the test ends, and its name.
func server(t *testing.T, serve func(net.Conn)) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "kh") // short: the path of a socket has room for about 100 bytes
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	name := filepath.Join(dir, "x:7")
	listener, err := net.Listen("unix", name)
	if err != nil {
		t.Fatal(err)
	}
	over := make(chan struct{})
	go func() {
		defer close(over)
		for {
			conn, err := listener.Accept()
			if err != nil {
				return // the test is over
			}
			serve(conn)
			_ = conn.Close() // the client may have hung up first
		}
	}()
	t.Cleanup(func() {
		_ = listener.Close() // it was only listened on
		<-over
	})
	return name
}

// bare leaves the test without any display.
func bare(t *testing.T) {
	t.Helper()
	for _, name := range []string{"DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", variablePlatform} {
		t.Setenv(name, "")
	}
	t.Setenv("HOME", t.TempDir())
}

func TestADisplaySaysWhetherItLetsUsIn(t *testing.T) {
	bare(t)
	for _, c := range []struct {
		name   string
		answer []byte
		want   error
		says   string
	}{
		{"accepts", answer(1, ""), nil, ""},
		{"refuses", answer(0, "No protocol\nspecified"), ErrShutDisplay, "(No protocol specified)"},
		{"refuses without a word", answer(0, ""), ErrShutDisplay, "does not let us in"},
		{"asks for more", answer(2, "Prove it"), ErrShutDisplay, "(Prove it)"},
		{"promises a reason", answer(0, "No")[:8], ErrShutDisplay, "does not let us in"},
		{"hangs up", nil, ErrNoDisplay, "no display"},
		{"hangs up halfway", answer(1, "")[:7], ErrNoDisplay, "no display"},
	} {
		display := server(t, func(conn net.Conn) {
			asked(t, conn)
			_, _ = conn.Write(c.answer) // what arrives is looked at
		})
		t.Setenv("DISPLAY", display)
		if err := Display(); !errors.Is(err, c.want) || err != nil && (!strings.Contains(err.Error(), c.says) || strings.Contains(err.Error(), "\n")) {
			t.Errorf("a server that %s: %v", c.name, err)
		}
		t.Setenv("DISPLAY", display+".0")
		if err := Display(); !errors.Is(err, c.want) {
			t.Errorf("the first screen of a server that %s: %v", c.name, err)
		}
	}
}

func TestADisplayIsOpenedWithItsKey(t *testing.T) {
	bare(t)
	const secret = "sixteen bytes ok"
	display := server(t, func(conn net.Conn) {
		outcome := answer(0, "No key")
		if kind, key := asked(t, conn); kind == xKeyKind && key == secret {
			outcome = answer(1, "")
		}
		_, _ = conn.Write(outcome) // what arrives is looked at
	})
	t.Setenv("DISPLAY", display)
	if err := Display(); !errors.Is(err, ErrShutDisplay) {
		t.Errorf("without a key: %v", err)
	}
	ours := filed(xWild, "", "7", xKeyKind, secret)
	if err := os.WriteFile(filepath.Join(os.Getenv("HOME"), ".Xauthority"), ours, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Display(); err != nil {
		t.Errorf("with the key at home: %v", err)
	}
	empty := filepath.Join(t.TempDir(), "empty")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("XAUTHORITY", empty)
	if err := Display(); !errors.Is(err, ErrShutDisplay) {
		t.Errorf("with an empty file of keys: %v", err)
	}
}

func TestAKeyIsFound(t *testing.T) {
	const secret = "sixteen bytes ok"
	for name, c := range map[string]struct {
		file []byte
		want string
	}{
		"of the machine":          {filed(xLocal, "here", "7", xKeyKind, secret), secret},
		"of any machine":          {filed(xWild, "there", "7", xKeyKind, secret), secret},
		"of any display":          {filed(xWild, "", "", xKeyKind, secret), secret},
		"of another machine":      {filed(xLocal, "there", "7", xKeyKind, secret), ""},
		"of another display":      {filed(xLocal, "here", "70", xKeyKind, secret), ""},
		"of an internet address":  {filed(0, "here", "7", xKeyKind, secret), ""},
		"of another kind":         {filed(xWild, "", "7", "XDM-AUTHORIZATION-1", secret), ""},
		"after another one":       {append(filed(xLocal, "here", "8", xKeyKind, "no"), filed(xLocal, "here", "7", xKeyKind, secret)...), secret},
		"cut off":                 {filed(xWild, "", "7", xKeyKind, secret)[:40], ""},
		"cut off within a length": {filed(xWild, "", "7", xKeyKind, secret)[:3], ""},
		"in nothing":              {nil, ""},
	} {
		if got := key(c.file, "here", "7"); string(got) != c.want {
			t.Errorf("a key %s: %q", name, got)
		}
	}
}

// Every cut of a file, and every change of one byte, is read without a panic.
func FuzzKey(f *testing.F) {
	f.Add(append(filed(xLocal, "here", "7", xKeyKind, "key"), filed(xWild, "", "", xKeyKind, "key")...))
	f.Fuzz(func(t *testing.T, file []byte) {
		if got := key(file, "here", "7"); len(got) > len(file) {
			t.Errorf("% x out of % x", got, file)
		}
	})
}

func TestASilentDisplayIsNone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ours, its := net.Pipe()
		go asked(t, its) // and never a word
		err := knock(ours, ":7", nil)
		if !errors.Is(err, ErrNoDisplay) || !errors.Is(err, errSilent) {
			t.Error(err)
		}
		if _, err := its.Write([]byte{1}); err == nil {
			t.Error("it is still listened to")
		}
	})
}

func TestOnlyADisplayOfThisMachineIsAsked(t *testing.T) {
	bare(t)
	for name, want := range map[string]error{
		"127.0.0.1:0":        ErrFarDisplay,
		"localhost:10.0":     ErrFarDisplay,
		"::1:0":              ErrFarDisplay,
		"[::1]:0":            ErrFarDisplay,
		"tcp/unix.example:0": ErrFarDisplay,
		"/nonexistent/x:0":   ErrFarDisplay, // so X's library takes it
		"a\nb:0":             ErrFarDisplay,
		"garbage":            ErrNoDisplay,
		":":                  ErrNoDisplay,
		":x":                 ErrNoDisplay,
		":0.":                ErrNoDisplay,
		":-1":                ErrNoDisplay,
		":59999":             ErrNoDisplay,
		"":                   ErrNoDisplay,
	} {
		t.Setenv("DISPLAY", name)
		err := Display()
		if !errors.Is(err, want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: %v", name, err)
		}
	}
	for _, name := range []string{":7", "unix:7", "unix/:7", ":7.0"} {
		if paths, number, err := xPlace(name); err != nil || number != "7" || paths[1] != "/tmp/.X11-unix/X7" {
			t.Errorf("%q: %q, %q, %v", name, paths, number, err)
		}
	}
}

// Of two displays the one that cannot be used is not left to be chosen.
func TestOfTwoDisplaysTheGoodOneIsKept(t *testing.T) {
	in := server(t, func(conn net.Conn) {
		asked(t, conn)
		_, _ = conn.Write(answer(1, "")) // what arrives is looked at
	})
	out := server(t, func(conn net.Conn) {
		asked(t, conn)
		_, _ = conn.Write(answer(0, "No")) // what arrives is looked at
	})
	compositor := server(t, func(net.Conn) {})
	for _, c := range []struct {
		name, x, wayland, platform, keys string
		wantX, wantWayland               bool
	}{
		{"both", in, compositor, "", "", true, true},
		{"both, with keys", in, compositor, "", "/keys", true, true},
		{"X alone", in, "", "", "", true, false},
		{"a compositor that is gone", in, "/nonexistent/wayland-0", "", "", true, false},
		{"X wished", in, compositor, "x11", "", true, false},
		{"Wayland alone", "", compositor, "", "", false, true},
		{"X in the network", "localhost:10.0", compositor, "", "", false, true},
		{"X that is gone", ":59999", compositor, "", "", false, true},
		{"X that is no name", "garbage", compositor, "", "", false, true},
		{"X that is shut", out, compositor, "", "/keys", false, true},
	} {
		bare(t)
		t.Setenv("DISPLAY", c.x)
		t.Setenv("WAYLAND_DISPLAY", c.wayland)
		t.Setenv("XAUTHORITY", c.keys)
		t.Setenv(variablePlatform, c.platform)
		if err := errors.Join(Display(), KeepToDisplay()); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if x, wayland := os.Getenv("DISPLAY") != "", os.Getenv("WAYLAND_DISPLAY") != ""; x != c.wantX || wayland != c.wantWayland {
			t.Errorf("%s: X kept %v, Wayland kept %v", c.name, x, wayland)
		}
	}
	t.Setenv("DISPLAY", in)
	t.Setenv("WAYLAND_DISPLAY", "")
	t.Setenv(variablePlatform, "wayland")
	if err := Display(); !errors.Is(err, ErrNoDisplay) {
		t.Errorf("Wayland wished, and X alone: %v", err)
	}
}
