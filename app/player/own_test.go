package player

import (
	"testing"
	"time"

	"kindhum/app/choice"
	"kindhum/app/control"
	"kindhum/app/practice"
)

// own is a practice of the person's own, in turns.
func own(t *testing.T, id, line string) practice.Practice {
	t.Helper()
	p, err := practice.Parse([]byte("id = \"" + id + "\"\ntitle = \"Own\"\npattern = \"5-5\"\nturns = true\n[[step]]\nlines = [\"" + line + "\"]\n"))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// What is added or changed while the player runs is there at the next begin.
func TestOwnPracticesAreReadAtBegin(t *testing.T) {
	r := newRoom(t)
	var all []practice.Practice
	r.Own = func() []practice.Practice { return all }
	begin := func(name string) error {
		return r.wish(t.Context(), control.Wish{Method: control.MethodBegin, Begin: control.Begin{Session: choice.SessionChange{Practice: &name}}})
	}
	if err := begin("mine"); err == nil {
		t.Fatal("a practice that is not there was begun")
	}
	all = []practice.Practice{own(t, "mine", "Be well."), own(t, "hum-breath", "Hum along.")}
	for name, want := range map[string]string{"mine": "Be well.", "Hum breath": "Hum along."} {
		if err := begin(name); err != nil {
			t.Fatal(err)
		}
		r.hears(0)
		r.later(9 * time.Second)
		if s := r.status(); s.Line == nil || *s.Line != want || *s.Pattern != "5-5" {
			t.Errorf("%s: it says %v in %s", name, s.Line, *s.Pattern)
		}
		r.asks(control.Wish{Method: control.MethodSet, Set: control.Set{Lang: "de"}})
		if s := r.status(); s.Line == nil || *s.Line != want {
			t.Errorf("%s: in another language it says %v", name, s.Line)
		}
	}
}

func TestHowMuchIsSaidIsChosenAndRemembered(t *testing.T) {
	r := newRoom(t)
	few, minute := "few", time.Minute
	r.begins(func(b *control.Begin) {
		b.Session.Talk, b.Session.Length, b.Remember = &few, &minute, true
	})
	if s, err := r.Store.Session(t.Context()); err != nil || s.Talk != few {
		t.Fatalf("%+v, %v", s, err)
	}
	count := func() (lines int) {
		r.hears(0)
		for last := ""; r.status().State == "running" || r.status().State == "lead-in"; r.later(time.Second) {
			if line := r.status().Line; line != nil && *line != last {
				lines++
				last = *line
			}
		}
		return lines
	}
	if n := count(); n != 2 {
		t.Errorf("%d lines in a minute", n)
	}
	every := "every"
	r.begins(func(b *control.Begin) { b.Session.Talk, b.Session.Length = &every, &minute })
	if n := count(); n != 6 {
		t.Errorf("%d lines in a minute", n)
	}
}
