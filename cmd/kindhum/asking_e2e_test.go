//go:build e2e

package main_test

import (
	"regexp"
	"strconv"
	"testing"
	"time"
)

// The sound server asks for 45 ms of sound at once, or 22 times a second, while a tone plays: what it has set up for
// the card is what it asks for.
func TestProgramIsSeldomAskedForSound(t *testing.T) {
	t.Parallel()
	d := sit(t, with{sound: true})
	d.speaker.unheard()
	d.must("tone")
	configured := regexp.MustCompile(`configured (\d+) usec`)
	d.until(10*time.Second, "the server asks for more at once", func() bool {
		out, err := d.command("pactl", "list", "sinks").Output()
		if err != nil {
			return false
		}
		said := configured.FindSubmatch(out)
		if said == nil {
			return false
		}
		usec, err := strconv.Atoi(string(said[1]))
		return err == nil && 44000 <= usec && usec <= 46000 // idle, it has two seconds
	})
}
