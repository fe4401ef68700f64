//go:build e2e

package main_test

import (
	"context"
	"testing"
	"time"

	"kindhum/app/choice"
	"kindhum/app/store"
)

// A player that stays offers a kind moment at its time, and a click on that begins one. The time is the next whole
// minute: it may be a minute until then.
func TestProgramOffersAKindMoment(t *testing.T) {
	t.Parallel()
	d := sit(t, with{display: true})
	h := d.host()
	h.notices()
	at := time.Now().Add(2 * time.Second).Truncate(time.Minute).Add(time.Minute)
	d.remembers(func(ctx context.Context, s *store.Store) error {
		return s.SetReminders(ctx, choice.Reminders{On: true, At: []int{at.Hour()*60 + at.Minute()}})
	})
	d.start(d.command(program(t), "player", "--stay"))
	news := d.follow()
	select {
	case <-h.told:
	case <-time.After(time.Until(at) + 10*time.Second):
		t.Fatal("nothing was offered")
	}
	if late := time.Since(at); late < -time.Second || late > 5*time.Second {
		t.Errorf("it was offered %v after its time", late)
	}
	h.click()
	news.await(15*time.Second, "a kind moment, with a window", func(s status) bool {
		return s.State == "running" && s.Window && s.Length != nil && *s.Length == 20
	})
}
