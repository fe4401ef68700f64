//go:build e2e

package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// put writes a practice of the person's own.
func (d *desk) put(name, text string) {
	d.t.Helper()
	dir := d.path("home/.local/share/kindhum/practices")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		d.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
		d.t.Fatal(err)
	}
}

// playing waits until a practice runs.
func (d *desk) playing(within time.Duration, practice string) {
	d.t.Helper()
	d.until(within, practice+" plays", func() bool {
		return strings.Contains(d.must("status", "--json"), `"practice":"`+practice+`"`)
	})
}

func TestProgramKnowsOwnPracticesAndWaitsForNothing(t *testing.T) {
	t.Parallel()
	d := sit(t, with{})
	d.put("bad.toml", "id = 7\n")
	if err := syscall.Mkfifo(d.path("home/.local/share/kindhum/practices/pipe.toml"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.must("begin", "--hidden")
	d.playing(10*time.Second, "hum-breath")
	d.put("evening.toml", "id = \"evening\"\ntitle = \"Am Abend\"\nturns = true\n[[step]]\nlines = [\"Be well.\"]\n")
	d.must("begin", "--hidden", "am", "abend")
	d.playing(10*time.Second, "evening")
	d.until(30*time.Second, "its words are said", func() bool {
		return strings.Contains(d.must("status", "--json"), `"line":"Be well."`)
	})
	listed := d.run("list", "practices")
	if listed.code != 0 || !strings.Contains(listed.out, "Am Abend") || strings.Count(listed.err, "\n") != 2 {
		t.Errorf("exit %d, %q, %q", listed.code, listed.out, listed.err)
	}
	d.must("stop")
}

// From a cold start two keys begin any practice, and one the last one.
func TestProgramBeginsAnyPracticeByTwoKeys(t *testing.T) {
	t.Parallel()
	d := sit(t, with{display: true})
	d.put("evening.toml", "id = \"evening\"\ntitle = \"Evening\"\n")
	d.start(d.command(program(t)))
	d.screen.window(15*time.Second).press("0", "Return")
	d.playing(15*time.Second, "evening")
	d.screen.window(15 * time.Second).press("alt+F4")
	d.until(20*time.Second, "the window is gone", func() bool { return d.pid("") == 0 })

	d.start(d.command(program(t)))
	d.screen.window(15 * time.Second).press("Return")
	d.playing(15*time.Second, "evening")
}
