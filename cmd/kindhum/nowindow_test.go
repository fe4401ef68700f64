package main

import (
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Where no window can be opened, one line says why and what to do, and nothing is started.
func TestADisplayThatCannotBeUsedIsRefused(t *testing.T) {
	alone(t)
	shut := filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), "x:7")
	listener, err := net.Listen("unix", shut)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() }) // it was only listened on
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return // the test is over
			}
			_, _ = conn.Read(make([]byte, 64))
			_, _ = conn.Write([]byte("\x00\x06\x0b\x00\x00\x00\x02\x00No key\x00\x00")) // X's way to refuse
			_ = conn.Close()
		}
	}()
	for _, c := range []struct{ display, says string }{
		{"127.0.0.1:0", "127.0.0.1:0 is reached over a network, which Kindhum never uses; open it on the machine's own screen"},
		{"localhost:10.0", "localhost:10.0 is reached over a network"},
		{shut, "does not let us in (No key); see that XAUTHORITY"},
		{"garbage", "no display"},
	} {
		t.Setenv("DISPLAY", c.display)
		for _, args := range []string{"begin", "moment", "show", ""} {
			code, out, err := called(t.Context(), strings.Fields(args)...)
			if code != 1 || out != "" || strings.Count(err, "\n") != 1 || !strings.Contains(err, c.says) || !strings.Contains(err, "--hidden") {
				t.Errorf("%q, kindhum %s: exit %d, %q, %q", c.display, args, code, out, err)
			}
		}
	}
	if _, err := os.Stat(filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), "kindhum", "control.lock")); err == nil {
		t.Error("a player was started")
	}
}
