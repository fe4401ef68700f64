package audio

import (
	"os/exec"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

func TestAChildMayBeLate(t *testing.T) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	own := ownSlack(t)
	p, err := start(exec.Command("cat", "/proc/self/timerslack_ns"))
	if err != nil {
		t.Fatal(err)
	}
	told := make([]byte, 16)
	n, _ := p.Reports().Read(told) // the comparison tells
	if got := strings.TrimSpace(string(told[:n])); got != "1000000" {
		t.Errorf("its timers may be late by %q ns", got)
	}
	if err := p.Wait(); err != nil {
		t.Error(err)
	}
	if got := ownSlack(t); got != own {
		t.Errorf("ours may be late by %d ns now, not %d", got, own)
	}
}

// ownSlack is how late the timers of this thread may be, in ns.
func ownSlack(t *testing.T) int {
	t.Helper()
	slack, err := unix.PrctlRetInt(unix.PR_GET_TIMERSLACK, 0, 0, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	return slack
}
