//go:build e2e

package main_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// withoutBus takes the bus off the desk: nobody has said where it is, and it is not where it would be.
func (d *desk) withoutBus() {
	d.env = slices.DeleteFunc(d.env, func(entry string) bool { return strings.HasPrefix(entry, "DBUS_SESSION_BUS_ADDRESS=") })
}

// openBus starts a bus where it is looked for when nobody has said where it is.
func (d *desk) openBus() *exec.Cmd {
	d.t.Helper()
	cmd := d.busAt("run/bus")
	d.startTelling(cmd)
	return cmd
}

// buses counts the programs on the desk that are a bus or start one.
func (d *desk) buses() (all []string) {
	entries, err := os.ReadDir("/proc")
	if err != nil {
		d.t.Fatal(err)
	}
	for _, entry := range entries {
		// What has ended meanwhile cannot be read, and counts as not there.
		env, _ := os.ReadFile(filepath.Join("/proc", entry.Name(), "environ"))
		line, _ := os.ReadFile(filepath.Join("/proc", entry.Name(), "cmdline"))
		name, _, _ := strings.Cut(string(line), "\x00")
		if strings.Contains(string(env), "XDG_RUNTIME_DIR="+d.path("run")+"\x00") && strings.HasPrefix(filepath.Base(name), "dbus-") {
			all = append(all, name)
		}
	}
	return all
}

func TestProgramNeedsNoBus(t *testing.T) {
	t.Parallel()
	d := sit(t, with{display: true})
	before := len(d.buses()) // the desk's own, of which the program does not know
	d.withoutBus()
	news := d.follow()
	d.must("begin", "--length", "20s", "--lead-in", "0")
	news.await(15*time.Second, "a session with a window", func(s status) bool { return s.Window && s.State == "running" })
	w := d.screen.window(15 * time.Second)
	d.must("tone")
	news.in(5*time.Second, "tone")
	w.shut() // where to find it can be said to nobody
	news.await(10*time.Second, "the window is gone", func(s status) bool { return !s.Window && s.State == "tone" })
	if now := d.buses(); len(now) != before {
		t.Errorf("a bus was started: %v", now)
	}
	// A bus comes, goes, and comes again while the tone is on.
	for range 2 {
		bus := d.openBus()
		d.onBus()
		crash(bus)
		if s := d.status(); s.State != "tone" {
			t.Fatalf("without the bus it is %s", s.State)
		}
	}
	// A bus that takes calls and answers none holds nobody up, also not at the end.
	bus := d.openBus()
	d.onBus()
	if err := bus.Process.Signal(syscall.SIGSTOP); err != nil {
		t.Fatal(err)
	}
	d.must("pause")
	news.in(2*time.Second, "paused")
	d.must("stop")
	news.in(2*time.Second, "idle")
	d.signal(d.pid("player"), syscall.SIGTERM)
	d.until(5*time.Second, "no process is left", func() bool { return len(d.processes()) == 1 }) // but the one that follows
	if now := d.buses(); len(now) != before+1 {
		t.Errorf("a bus was started: %v", now)
	}
	crash(bus)
}

// onBus waits until the program plays on the bus where it is looked for when nobody has said where it is.
func (d *desk) onBus() {
	d.t.Helper()
	d.until(10*time.Second, "the media controls are there", func() bool {
		asks := d.command("playerctl", "--player", "app.kindhum.kindhum", "status")
		asks.Env = append(slices.Clone(d.env), "DBUS_SESSION_BUS_ADDRESS=unix:path="+d.path("run/bus")) // it knows no other way
		out, err := asks.Output()
		return err == nil && strings.TrimSpace(string(out)) == "Playing"
	})
}
