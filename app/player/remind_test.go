package player

import (
	"testing"
	"time"

	"kindhum/app/choice"
	"kindhum/app/control"
	"kindhum/app/store"
)

// reminded is a player that stays and is to remind at eight, on a day of the test's own that begins at an hour.
func reminded(t *testing.T, hour int) (*room, *bench) {
	t.Helper()
	r, b := outside(t, func(d *store.Desktop) { d.Stay = true })
	morning, begun := time.Date(2026, 5, 4, hour, 0, 0, 0, time.Local), r.time
	r.Today = func() time.Time { return morning.Add(time.Duration(r.time - begun)) }
	r.clients.ways.looked = r.Today()
	if err := r.Store.SetReminders(t.Context(), choice.Reminders{On: true, At: []int{8 * 60, 8*60 + 1}}); err != nil {
		t.Fatal(err)
	}
	r.asks(control.Wish{Method: control.MethodSettings})
	return r, b
}

func TestAKindMomentIsOfferedAtItsTime(t *testing.T) {
	r, b := reminded(t, 7)
	r.later(time.Hour - time.Second)
	if len(b.said) != 0 {
		t.Fatalf("it is not yet time: %+v", b.said)
	}
	r.later(2 * time.Second)
	if len(b.said) != 1 || b.said[0].Title != "remind" || b.said[0].Action != "moment" || b.said[0].Body != "one" {
		t.Fatalf("at eight it says %+v", b.said)
	}
	r.later(time.Minute)
	if len(b.said) != 2 || b.said[1].Body != "two" {
		t.Fatalf("a minute later it says %+v", b.said)
	}
	go b.said[1].Act(nil)
	(<-r.door.calls)() // without a display nothing is opened: that is all it asks
	if s := r.status(); s.State != "running" || *s.Practice != "kind-moment" {
		t.Errorf("a click begins %+v", s.Progress)
	}
	r.later(24 * time.Hour)
	if len(b.said) != 4 {
		t.Errorf("the next day it has said %+v", b.said)
	}
}

func TestNobodyIsRemindedInTheMidstOfABreath(t *testing.T) {
	r, b := reminded(t, 7)
	r.later(time.Hour - 30*time.Second)
	r.asks(control.Wish{Method: control.MethodTone})
	r.later(5 * time.Minute)
	if len(b.said) != 0 {
		t.Errorf("it says %+v", b.said)
	}
}

func TestWhatWasSleptThroughIsLetGo(t *testing.T) {
	r, b := reminded(t, 7)
	r.time += int64(3 * time.Hour) // the machine was asleep
	r.times.looked = r.time
	if err := r.pass(r.time); err != nil {
		t.Fatal(err)
	}
	if len(b.said) != 0 {
		t.Errorf("it says %+v", b.said)
	}
}
