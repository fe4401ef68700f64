package player

import (
	"context"
	"slices"
	"testing"
	"time"

	"kindhum/app/choice"
	"kindhum/app/control"
	"kindhum/app/practice"
	"kindhum/app/store"
	"kindhum/assets"
	"kindhum/audio"
)

// speaker is a sound that remembers what it was told, and says what the test lets it say.
type speaker struct {
	wanted bool
	told   []audio.Command
	events chan audio.Event
}

func (s *speaker) Want(w bool)                { s.wanted = w }
func (s *speaker) Send(c audio.Command)       { s.told = append(s.told, c) }
func (s *speaker) Events() <-chan audio.Event { return s.events }
func (s *speaker) Close()                     { s.wanted = false }

// plays is the newest thing to play that it was told.
func (s *speaker) plays() *audio.Play {
	for _, c := range slices.Backward(s.told) {
		if c.Play != nil {
			return c.Play
		}
	}
	return nil
}

func (s *speaker) hushed() bool {
	return len(s.told) > 0 && s.told[len(s.told)-1].Hush != nil
}

// room is a player without its loop, on a time of the test's own.
type room struct {
	*Player
	t       *testing.T
	speaker *speaker
	time    int64
}

func newRoom(t *testing.T) *room {
	t.Helper()
	s, err := store.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	library, err := practice.Load(assets.Practices())
	if err != nil {
		t.Fatal(err)
	}
	r := &room{t: t, speaker: &speaker{events: make(chan audio.Event)}, time: 1}
	r.Player = New(Options{
		Dir: t.TempDir(), Version: "test", Store: s, Sound: r.speaker, Practices: library,
		Words: Words{System: "en", Languages: []string{"en", "de"}, Notices: notices},
		Now:   func() int64 { return r.time },
	})
	return r
}

// notices are the same in every language, apart from the one that says that there is no sound.
func notices(language string) Notices {
	none := map[string]string{"en": "none", "de": "keiner"}[language]
	return Notices{
		SoundLost: "lost", SoundNone: none, Slept: "slept", Ease: []string{"rest on a sound"},
		RemindTitle: "remind", Remind: []string{"one", "two"}, Moment: "moment",
	}
}

func (r *room) asks(w control.Wish) {
	r.t.Helper()
	if err := r.wish(r.t.Context(), w); err != nil {
		r.t.Fatalf("%s: %v", w.Method, err)
	}
}

// begins asks for a session of 20 s without a lead-in, unless told otherwise.
func (r *room) begins(change func(*control.Begin)) {
	r.t.Helper()
	length, lead := choice.MinLength, time.Duration(0)
	b := control.Begin{Session: choice.SessionChange{Length: &length, LeadIn: &lead}}
	if change != nil {
		change(&b)
	}
	r.asks(control.Wish{Method: control.MethodBegin, Begin: b})
}

// later lets time pass in the steps in which the player wakes.
func (r *room) later(d time.Duration) {
	r.t.Helper()
	end := r.time + int64(d)
	for r.time < end {
		next := r.wake(r.time)
		if next <= r.time {
			r.t.Fatalf("it does not come to rest: at %d it wants to wake at %d", r.time, next)
		}
		r.time = min(end, next)
		r.times.looked = r.time // no folder to look for
		if r.pass(r.time) != nil {
			return // it has nothing left to do; when that is, is a test of its own
		}
	}
}

// hears lets the speaker report the frame that is heard now.
func (r *room) hears(at time.Duration) {
	r.heard(audio.Heard{ID: r.hearing.play.ID, Frame: frames(at), At: r.time})
}

func (r *room) status() control.Status { return r.snapshot(r.time).Status }

func (r *room) log() []store.Record {
	r.t.Helper()
	records, err := r.Store.Log(context.Background(), time.Time{})
	if err != nil {
		r.t.Fatal(err)
	}
	return records
}

func TestASessionFromBeginToLog(t *testing.T) {
	r := newRoom(t)
	r.begins(nil)
	if p := r.speaker.plays(); !r.speaker.wanted || p == nil || p.At != 0 || p.Anchor != 0 || p.Timeline.Breaths != 2 {
		t.Fatalf("wanted %v, plays %+v", r.speaker.wanted, p)
	}
	if len(r.log()) != 1 {
		t.Error("not in the log from the first breath on")
	}
	r.hears(0)
	r.later(5 * time.Second)
	s := r.status()
	if s.State != "running" || *s.Phase != "out" || *s.Elapsed != 5 || *s.Length != 20 || *s.Breath != 1 || *s.Pattern != "4-6" {
		t.Errorf("%+v", s.Progress)
	}
	r.later(15 * time.Second)
	if s := r.status(); s.State != "ending" || *s.Elapsed != 20 {
		t.Errorf("%+v", s.Progress)
	}
	r.later(10 * time.Second)
	if s := r.status(); s.State != "idle" || r.speaker.wanted || r.snapshot(r.time).Ended != "time" {
		t.Errorf("%+v, wanted %v", s, r.speaker.wanted)
	}
	if l := r.log(); len(l) != 1 || l[0].Elapsed != 20*time.Second || l[0].Breaths != 2 || l[0].How != "time" {
		t.Errorf("%+v", l)
	}
}

func TestTheLogIsRenewedEveryFiveSeconds(t *testing.T) {
	r := newRoom(t)
	r.begins(nil)
	r.hears(0)
	r.later(12 * time.Second)
	if l := r.log(); l[0].Elapsed < 7*time.Second || l[0].How != "" {
		t.Errorf("%+v", l[0])
	}
}

func TestASessionGoesOnWithoutSound(t *testing.T) {
	r := newRoom(t)
	r.begins(nil)
	r.heard(audio.None)
	r.later(4500 * time.Millisecond)
	s := r.status()
	if *s.Sound != "none" || *s.Phase != "out" || *s.Elapsed != 4 || r.snapshot(r.time).Notice != "none" {
		t.Errorf("%+v %+v", s.Progress, s.Hearing)
	}
	// A device appears: the sound joins at the place the breath has come to.
	r.heard(audio.Started{})
	if p := r.speaker.plays(); p.At != 4*time.Second || p.Anchor != r.time || p.Continue {
		t.Errorf("%+v", p)
	}
	r.heard(audio.OK)
	if s := r.status(); *s.Sound != "ok" {
		t.Errorf("%+v", s.Hearing)
	}
}

func TestAPauseKeepsThePlaceAndLetsTheSoundCardGo(t *testing.T) {
	r := newRoom(t)
	r.begins(nil)
	r.hears(0)
	r.later(5 * time.Second)
	r.asks(control.Wish{Method: control.MethodPause})
	if !r.speaker.hushed() {
		t.Error("still loud")
	}
	r.later(59 * time.Second)
	if s := r.status(); s.State != "paused" || *s.Elapsed != 5 || *s.Phase != "out" || !r.speaker.wanted {
		t.Errorf("%+v", s.Progress)
	}
	r.later(2 * time.Second)
	if r.speaker.wanted {
		t.Error("the sound card is still held after a minute")
	}
	r.asks(control.Wish{Method: control.MethodResume})
	if p := r.speaker.plays(); !r.speaker.wanted || p.At != 5*time.Second {
		t.Errorf("%+v", p)
	}
	r.later(time.Second) // half of which the clock waits to be heard
	if s := r.status(); s.State != "running" || *s.Elapsed != 5.5 {
		t.Errorf("%+v", s.Progress)
	}
}

func TestClosingTheWindow(t *testing.T) {
	for _, c := range []struct {
		name  string
		start func(*room)
		want  string
	}{
		{"ends a session", func(r *room) { r.begins(nil) }, "ending"},
		{"leaves a hidden session", func(r *room) { r.begins(func(b *control.Begin) { b.Hidden = true }) }, "running"},
		{"leaves the tone", func(r *room) { r.asks(control.Wish{Method: control.MethodTone}) }, "tone"},
		{"is nothing to a player at rest", func(*room) {}, "idle"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRoom(t)
			c.start(r)
			r.asks(control.Wish{Method: control.MethodClosed})
			if got := r.status().State; got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}
