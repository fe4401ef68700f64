//go:build e2e

package main_test

import (
	"bufio"
	"encoding/json"
	"time"
)

// follower reads `kindhum status --follow`.
type follower struct {
	d    *desk
	news chan told
}

// told is one line of it, and when it came.
type told struct {
	status
	at time.Time
}

// follow starts to listen to what the program says of itself.
func (d *desk) follow() *follower {
	d.t.Helper()
	f := &follower{d, make(chan told, 1000)}
	cmd := d.command(program(d.t), "status", "--follow", "--json")
	out, err := cmd.StdoutPipe()
	if err != nil {
		d.t.Fatal(err)
	}
	d.start(cmd)
	go func() {
		defer close(f.news)
		for lines := bufio.NewScanner(out); lines.Scan(); {
			var s status
			if json.Unmarshal(lines.Bytes(), &s) != nil {
				return // whoever waits learns of it by the closed channel
			}
			f.news <- told{s, time.Now()}
		}
	}()
	return f
}

// await returns the first news from now on for which something holds.
func (f *follower) await(within time.Duration, what string, holds func(status) bool) told {
	f.d.t.Helper()
	deadline := time.NewTimer(within)
	defer deadline.Stop()
	var last status
	for {
		select {
		case news, open := <-f.news:
			if !open {
				f.d.t.Fatalf("status --follow ended before: %s", what)
			}
			if last = news.status; holds(last) {
				return news
			}
		case <-deadline.C:
			f.d.t.Fatalf("within %v status did not say: %s; last it said %+v, sound %q", within, what, last, last.sound())
		}
	}
}

// sounding waits until the program says how its sound is.
func (f *follower) sounding(within time.Duration, sound string) told {
	f.d.t.Helper()
	return f.await(within, "sound "+sound, func(s status) bool { return s.sound() == sound })
}

// in waits for a state.
func (f *follower) in(within time.Duration, state string) told {
	f.d.t.Helper()
	return f.await(within, "state "+state, func(s status) bool { return s.State == state })
}
