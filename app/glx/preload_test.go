//go:build linux && (amd64 || arm64)

package glx

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// What Mesa's drivers are called, before and since they are in one library.
var drivers = [][]byte{[]byte("_dri.so"), []byte("libgallium")}

func TestTheDriverIsLoaded(t *testing.T) {
	if _, err := exec.LookPath("Xvfb"); err != nil {
		t.Skip("Xvfb is missing: assets/linux/packages test installs it")
	}
	t.Setenv("DISPLAY", display(t))
	if loaded(t) {
		t.Fatal("it is there before anybody has asked for it")
	}
	p := Preload(func() { panic("the display is lost") })
	p.Wait()
	if !loaded(t) {
		t.Error("no driver is there")
	}
	p.Release()
	p.Release()
}

func TestNoDisplayNoDriver(t *testing.T) {
	t.Setenv("DISPLAY", "")
	p := Preload(func() { panic("the display is lost") })
	p.Wait()
	p.Release()
	if p.display != 0 {
		t.Error("a display that nobody named was found")
	}
	var none Preloaded
	none.Wait()
	none.Release()
}

// display starts a display of the test's own, and is its name.
func display(t *testing.T) string {
	t.Helper()
	told, tell, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	x := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "640x480x24", "-nolisten", "tcp")
	x.ExtraFiles = []*os.File{tell}
	if err := x.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = x.Process.Kill() // it may have ended
		_ = x.Wait()
	})
	if err := errors.Join(tell.Close(), told.SetReadDeadline(time.Now().Add(20*time.Second))); err != nil {
		t.Fatal(err)
	}
	number := make([]byte, 16)
	n, err := told.Read(number)
	if err != nil {
		t.Fatal(err)
	}
	return ":" + strings.TrimSpace(string(number[:n]))
}

// loaded reports whether a driver is in this process.
func loaded(t *testing.T) bool {
	t.Helper()
	maps, err := os.ReadFile("/proc/self/maps")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range drivers {
		if bytes.Contains(maps, name) {
			return true
		}
	}
	return false
}
