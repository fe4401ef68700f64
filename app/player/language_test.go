package player

import (
	"testing"
	"time"

	"kindhum/app/control"
	"kindhum/app/store"
	"kindhum/audio"
)

// remembers has the window remember a language.
func (r *room) remembers(language string) {
	r.t.Helper()
	w := store.DefaultWindow()
	w.Language = language
	if err := r.Store.SetWindow(r.t.Context(), w); err != nil {
		r.t.Fatal(err)
	}
}

func TestTheWordsAreInTheLanguageAskedFor(t *testing.T) {
	for _, c := range []struct{ flag, remembered, client, system, want string }{
		{"", "", "", "en", "I see you."},
		{"", "", "", "de", "Ich sehe dich."},
		{"", "", "de", "en", "Ich sehe dich."},
		{"", "en", "de", "de", "I see you."},
		{"", "tlh", "de", "en", "Ich sehe dich."}, // its words are gone
		{"de", "en", "en", "en", "Ich sehe dich."},
	} {
		r := newRoom(t)
		r.remembers(c.remembered)
		r.Words.System = c.system
		r.begins(func(b *control.Begin) { b.Lang, b.System = c.flag, c.client })
		r.hears(0)
		r.later(5 * time.Second)
		if line := r.status().Line; line == nil || *line != c.want {
			t.Errorf("%+v: it says %v", c, line)
		}
	}
}

func TestTheLanguageChangesInASession(t *testing.T) {
	r := newRoom(t)
	r.begins(nil)
	r.heard(audio.None)
	r.later(5500 * time.Millisecond)
	if s := r.snapshot(r.time); *s.Status.Line != "I see you." || s.Notice != "none" {
		t.Fatalf("%q, %q", *s.Status.Line, s.Notice)
	}
	r.asks(control.Wish{Method: control.MethodSet, Set: control.Set{Lang: "de"}})
	if s := r.snapshot(r.time); *s.Status.Line != "Ich sehe dich." || s.Notice != "keiner" || s.Title != "Summend atmen" {
		t.Errorf("%q, %q, %q", *s.Status.Line, s.Notice, s.Title)
	}
	r.asks(control.Wish{Method: control.MethodLonger}) // another timeline, the same words
	r.later(10 * time.Second)
	if line := r.status().Line; *line != "Du darfst das fühlen." {
		t.Errorf("then it says %q", *line)
	}
}

func TestTheToneTellsInTheLanguageThereIs(t *testing.T) {
	r := newRoom(t)
	r.asks(control.Wish{Method: control.MethodTone})
	r.asks(control.Wish{Method: control.MethodSet, Set: control.Set{Lang: "de"}})
	r.heard(audio.None)
	if s := r.snapshot(r.time); s.Notice != "keiner" || s.Sound.Volume != 75 {
		t.Errorf("%q, %+v", s.Notice, s.Sound)
	}
}
