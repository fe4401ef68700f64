//go:build e2e

package main_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"time"
)

var (
	entryAction = regexp.MustCompile(`(?m)^\[Desktop Action (\w+)\]\n(?:.+\n)*?Exec=kindhum (.+)$`)
	entryClass  = regexp.MustCompile(`(?m)^StartupWMClass=(.+)$`)
)

// What the desktop entry offers in a launcher's menu, with nothing running and with a session running; and the
// window that opens is the one that the entry speaks of.
func TestProgramDoesWhatItsDesktopEntryOffers(t *testing.T) {
	t.Parallel()
	entry, err := os.ReadFile("../../assets/linux/app.kindhum.kindhum.desktop")
	if err != nil {
		t.Fatal(err)
	}
	actions := map[string][]string{}
	for _, match := range entryAction.FindAllStringSubmatch(string(entry), -1) {
		actions[match[1]] = strings.Fields(match[2])
	}
	d := sit(t, with{display: true})
	news := d.follow()

	if s := d.run(actions["stop"]...); s.code != 1 || len(d.processes()) != 1 { // the one that follows
		t.Errorf("stop with nothing running: %+v, and there are %v", s, d.processes())
	}
	for _, before := range []string{"", "begin --hidden --length 10m"} {
		for _, c := range []struct {
			action string
			length float64 // seconds; 0 is none
			states string
		}{
			{"tone", 0, "tone"},
			{"moment", 20, "lead-in running"},
			{"begin", 300, "lead-in running"},
			{"stop", 0, "idle"},
		} {
			if before != "" {
				d.must(strings.Fields(before)...)
				news.await(10*time.Second, "a session to begin with", func(s status) bool { return s.Length != nil && *s.Length == 600 })
			}
			if s := d.run(actions[c.action]...); s.code != 0 {
				t.Fatalf("%s after %q: %+v", c.action, before, s)
			}
			news.await(15*time.Second, c.action+" after "+before, func(s status) bool {
				length := 0.0
				if s.Length != nil {
					length = *s.Length
				}
				return length == c.length && strings.Contains(c.states, s.State)
			})
		}
	}

	w := d.screen.window(15 * time.Second)
	class, err := d.command("xprop", "-id", w.id, "WM_CLASS").Output()
	want := entryClass.FindStringSubmatch(string(entry))
	if err != nil || want == nil || !strings.Contains(string(class), `"`+want[1]+`"`) {
		t.Errorf("the window is of the class %s, the entry says %q: %v", class, want, err)
	}
}
