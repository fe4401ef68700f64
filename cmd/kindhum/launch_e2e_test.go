//go:build e2e

package main_test

import (
	"os"
	"os/exec"
	"testing"
	"time"
)

// Fifty launches at once leave one window, and a session begun as often one player.
func TestProgramLaunchedByManyAtOnce(t *testing.T) {
	t.Parallel()
	const launches = 50
	d := sit(t, with{display: true})
	news := d.follow()
	said, err := os.Create(d.path("launches.log")) // shown when the test fails
	if err != nil {
		t.Fatal(err)
	}
	defer said.Close() //nolint:errcheck // each has a copy of its own
	ended := make(chan error, 2*launches)
	for range launches {
		for _, args := range [][]string{nil, {"begin", "--length", "open", "--lead-in", "0"}} {
			cmd := d.command(program(t), args...)
			cmd.SysProcAttr.Pdeathsig = 0 // a player that it starts is to outlive it
			cmd.Stderr = said
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = cmd.Process.Kill() })
			go func(cmd *exec.Cmd) { ended <- cmd.Wait() }(cmd)
		}
	}
	limit := time.After(60 * time.Second)
	for left := 2*launches - 1; left > 0; left-- { // the one whose window is open stays, unless begin opened it in a process of its own
		select {
		case err := <-ended:
			if err != nil {
				t.Errorf("a launch ended with %v", err)
			}
		case <-limit:
			t.Fatalf("%d launches have not ended", left)
		}
	}
	news.await(20*time.Second, "a session with a window", func(s status) bool { return s.State == "running" && s.Window })
	d.screen.window(15 * time.Second)
	if n := d.screen.windows(); n != 1 {
		t.Errorf("there are %d windows", n)
	}
	players := 0
	for _, p := range d.processes() {
		if p.role == "player" {
			players++
		}
	}
	if players != 1 {
		t.Errorf("there are %d players: %v", players, d.processes())
	}
}
