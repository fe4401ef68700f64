//go:build e2e

package main_test

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"time"
)

// No network, of any kind: the kernel tells of every socket that any process of a session opens.
func TestProgramOpensNoNetworkSocket(t *testing.T) {
	t.Parallel()
	d := sit(t, with{display: true, sound: true})
	d.speaker.settle()
	news := d.follow()
	calls := d.path("calls")
	args := append([]string{"-f", "--seccomp-bpf", "-e", "trace=socket", "-o", calls, program(t)},
		append(strings.Fields("begin --length 20s --pattern 1.5-4.5"), plain...)...)
	traced := d.command("strace", args...)
	traced.SysProcAttr.Pdeathsig = 0
	d.start(traced)
	news.await(30*time.Second, "sound and a window", func(s status) bool { return s.sound() == "ok" && s.Window })
	d.screen.window(15 * time.Second)
	d.until(20*time.Second, "it hums", func() bool { return d.speaker.level(50*time.Millisecond) > -45 })
	d.must("stop")
	news.in(5*time.Second, "idle")
	seen, err := os.ReadFile(calls)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(seen, []byte("AF_UNIX")) {
		t.Errorf("not even a socket of this machine was seen: %s", seen)
	}
	for _, line := range strings.Split(string(seen), "\n") {
		if strings.Contains(line, "AF_INET") || strings.Contains(line, "AF_PACKET") {
			t.Errorf("a network socket: %s", line)
		}
	}
}
