package choice

import (
	"slices"
	"testing"
	"time"
	_ "time/tzdata" // a system may have no zones

	"pgregory.net/rapid"
)

func TestTheNextReminder(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	r := Reminders{On: true, At: []int{2*60 + 30, 8 * 60, 21 * 60}}
	for _, c := range []struct{ after, want string }{
		{"2026-05-04 07:59:59", "2026-05-04 08:00:00"},
		{"2026-05-04 08:00:00", "2026-05-04 21:00:00"},
		{"2026-05-04 21:00:00", "2026-05-05 02:30:00"},
		{"2026-12-31 23:00:00", "2027-01-01 02:30:00"},
		{"2026-10-24 22:00:00", "2026-10-25 02:30:00"}, // that night has two of them, and one reminder
	} {
		after, err := time.ParseInLocation(time.DateTime, c.after, berlin)
		if err != nil {
			t.Fatal(err)
		}
		got, ok := r.Next(after)
		if !ok || got.Format(time.DateTime) != c.want {
			t.Errorf("after %s comes %v, %v; want %s", c.after, got, ok, c.want)
		}
	}
	for _, none := range []Reminders{{}, {On: true}, {At: []int{480}}} {
		if at, ok := none.Next(time.Now()); ok {
			t.Errorf("%+v reminds at %v", none, at)
		}
	}
}

func TestRemindersNeverPileUp(t *testing.T) {
	r := Reminders{On: true, At: []int{480, 481, 500}}
	at := func(hour, minute int) time.Time { return time.Date(2026, 5, 4, hour, minute, 0, 0, time.UTC) }
	for _, c := range []struct {
		after, now time.Time
		want       bool
	}{
		{at(7, 59), at(8, 0), true},
		{at(8, 1), at(8, 2), false}, // the one of 8:01 is told
		{at(7, 0), at(8, 9), true},  // a little late: one, not two
		{at(7, 0), at(8, 19), false},
		{at(7, 0), at(12, 0), false}, // slept through
		{at(8, 0), at(8, 0), false},
	} {
		if got := r.Due(c.after, c.now); got != c.want {
			t.Errorf("from %v to %v: %v, want %v", c.after, c.now, got, c.want)
		}
	}
}

func TestWhateverRemindersWereKeptAreInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := Reminders{At: rapid.SliceOf(rapid.IntRange(-100, 2000)).Draw(t, "at")}.Clamp()
		if !slices.IsSorted(r.At) || len(r.At) > MaxReminders || len(slices.Compact(slices.Clone(r.At))) != len(r.At) {
			t.Fatalf("%v", r.At)
		}
		for _, m := range r.At {
			if back, err := ParseTimeOfDay(FormatTimeOfDay(m)); err != nil || back != m {
				t.Fatalf("%d is printed as %q, which reads as %d, %v", m, FormatTimeOfDay(m), back, err)
			}
		}
	})
}

func TestParseTimeOfDay(t *testing.T) {
	for in, want := range map[string]int{"7:30": 450, "07:30": 450, "0:00": 0, "23:59": 1439, " 8:05 ": 485} {
		if got, err := ParseTimeOfDay(in); err != nil || got != want {
			t.Errorf("%q: %d, %v", in, got, err)
		}
	}
	for _, bad := range []string{"", "7", "7:3", "24:00", "7:60", "-1:00", "7:-1", "a:bc", "007:30", "7.30"} {
		if got, err := ParseTimeOfDay(bad); err == nil {
			t.Errorf("%q is read as %d", bad, got)
		}
	}
}
