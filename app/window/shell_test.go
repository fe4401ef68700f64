package window

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kindhum/app/control"
)

func TestKeysSendTheirWishes(t *testing.T) {
	for _, c := range []struct {
		state string
		key   fyne.KeyName
		want  string
	}{
		{"running", fyne.KeySpace, control.MethodToggle},
		{"running", fyne.KeyEscape, control.MethodStop},
		{"running", fyne.KeyL, control.MethodLonger},
		{"running", fyne.KeyE, control.MethodEase},
		{"easing", fyne.KeyE, control.MethodEase},
		{"paused", fyne.KeySpace, control.MethodToggle},
		{"running", fyne.KeyM, control.MethodSet},
		{"running", fyne.KeyUp, control.MethodSet},
		{"running", fyne.KeyDown, control.MethodSet},
		{"tone", fyne.KeyEscape, control.MethodStop},
		{"idle", fyne.KeyReturn, control.MethodBegin},
	} {
		t.Run(c.state+" "+string(c.key), func(t *testing.T) {
			d := newDesk(t)
			switch c.state {
			case "tone":
				d.see(d.toning())
			case "idle":
			default:
				d.see(d.playing(c.state, 10*time.Second))
			}
			d.press(c.key)
			if got := d.wished(t); got.method != c.want {
				t.Errorf("wished %s, want %s", got.method, c.want)
			}
		})
	}
}

func TestVolumeIsRememberedWithAndWithoutAPlayer(t *testing.T) {
	d := newDesk(t)
	d.see(d.playing("running", 10*time.Second))
	d.press(fyne.KeyDown)
	set := d.wished(t).params.(control.Set)
	if !set.Remember || *set.Sound.Volume != 70 {
		t.Errorf("wished %+v", set)
	}

	d = newDesk(t)
	d.press(fyne.KeyUp)
	d.press(fyne.KeyUp)
	d.shell.wish(control.MethodPause) // after it, what was remembered is written
	d.wished(t)
	if s, err := d.store.Sound(context.Background()); err != nil || s.Volume != 85 {
		t.Errorf("stored %d, %v", s.Volume, err)
	}
}

func TestNothingMovesAtRest(t *testing.T) {
	d := newDesk(t)
	d.pass(3 * time.Second)
	if d.beat.runs {
		t.Error("the beat runs at rest")
	}
	d.see(d.toning())
	d.pass(10 * time.Second)
	if d.beat.runs {
		t.Error("the beat runs in the tone")
	}
	d.see(d.playing("paused", 8*time.Second))
	d.pass(5 * time.Second)
	if d.beat.runs {
		t.Error("the beat runs while paused")
	}
	d.see(d.playing("running", 8*time.Second))
	d.pass(5 * time.Second)
	if !d.beat.runs {
		t.Error("the beat does not run in a session")
	}
}

func TestControlsFadeAndComeBack(t *testing.T) {
	d := newDesk(t)
	d.see(d.playing("running", 10*time.Second))
	d.pass(2 * time.Second)
	if d.feet.guide.pause.part != 1 {
		t.Error("the controls are gone before three seconds")
	}
	d.pass(2 * time.Second)
	if f := d.feet.guide; f.pause.part != 0 || f.hearing.slider.Visible() || d.stage.menu.part != 0 {
		t.Error("the controls are still there after four seconds")
	}
	d.stage.MouseMoved(nil)
	d.pass(200 * time.Millisecond)
	if f := d.feet.guide; f.pause.part != 1 || !f.hearing.slider.Visible() {
		t.Error("the controls do not come back")
	}
	d.pass(10 * time.Second)
	d.see(d.playing("paused", 20*time.Second))
	d.pass(time.Second)
	if d.feet.guide.pause.part != 1 {
		t.Error("there are no controls while paused")
	}
}

func TestTheCardComesAfterASessionAndStays(t *testing.T) {
	d := newDesk(t)
	d.see(d.playing("running", 10*time.Second))
	s := d.playing("ending", 20*time.Second)
	s.Ended = "stopped"
	d.see(s)
	if d.shown.on != ended || d.feet.end.thanks.text == "" {
		t.Fatal("no card while the sound fades")
	}
	d.see(control.Idle(d.kept.sound, "0.1.0", true)) // the player has gone
	if d.shown.on != ended {
		t.Error("the card went with the player")
	}
	d.press(fyne.KeyEscape)
	if d.shown.on != resting {
		t.Error("Esc does not leave the card")
	}
}

func TestANoteIsKept(t *testing.T) {
	notes := func(d *desk) []string {
		all, err := d.store.Notes(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		var texts []string
		for _, n := range all {
			texts = append(texts, n.Text)
		}
		return texts
	}
	d := newDesk(t)
	d.see(d.playing("running", 10*time.Second))
	d.see(d.playing("ending", 20*time.Second))
	d.feet.end.note.SetText(" a soft moment ")
	d.see(d.playing("lead-in", 0)) // once more, from anywhere
	d.wish(control.MethodPause)
	d.wished(t)
	if got := notes(d); len(got) != 1 || got[0] != "a soft moment" {
		t.Errorf("notes: %q", got)
	}
	(<-d.todo)()
	if d.shown.notice != d.text.Text("note_kept") {
		t.Errorf("it says %q", d.shown.notice)
	}
	d.feet.end.note.SetText("on closing")
	if !d.feet.end.keepNow() {
		t.Error("the note could not be kept")
	}
	if got := notes(d); len(got) != 2 {
		t.Errorf("notes: %q", got)
	}
}

func TestTheSafetyCardNeverDelays(t *testing.T) {
	d := newDesk(t)
	if d.feet.rest.safety.Hidden {
		t.Fatal("the card is not shown at first")
	}
	d.press(fyne.KeyReturn)
	if got := d.wished(t).method; got != control.MethodBegin {
		t.Errorf("wished %s", got)
	}
	d.safetySeen()
	d.wish(control.MethodPause)
	d.wished(t)
	if w, err := d.store.Window(context.Background()); err != nil || !w.SafetySeen || !d.feet.rest.safety.Hidden {
		t.Errorf("the card is not put away: %+v, %v", w, err)
	}
}

func TestScreens(t *testing.T) {
	d := newDesk(t)
	over := control.Idle(d.kept.sound, "", true)
	over.Ended = "time"
	tone := d.toning()
	tone.Status.State = "paused"
	for _, c := range []struct {
		was  screen
		snap control.Snapshot
		want screen
	}{
		{resting, d.playing("lead-in", 0), guided},
		{ended, d.playing("running", 0), guided},
		{toned, d.playing("easing", 0), guided},
		{guided, d.playing("paused", 0), guided},
		{guided, tone, toned},
		{guided, d.toning(), toned},
		{resting, d.playing("ending", 0), resting},
		{guided, d.playing("ending", 0), ended},
		{toned, tone, toned},
		{guided, over, ended},
		{resting, over, resting},
		{guided, control.Idle(d.kept.sound, "", true), resting},
	} {
		if got := next(c.was, c.snap); got != c.want {
			t.Errorf("from %d with %s: %d, want %d", c.was, c.snap.Status.State, got, c.want)
		}
	}
}

func TestClosingIsAWishOfThePerson(t *testing.T) {
	for _, byPerson := range []bool{true, false} {
		link := &fakeLink{make(chan asked, 1)}
		w := newWishes(link, func(err error) { t.Error(err) })
		w.close(byPerson)
		select {
		case a := <-link.asked:
			if !byPerson || a.method != control.MethodClosed {
				t.Errorf("wished %s", a.method)
			}
		default:
			if byPerson {
				t.Error("the player was not told")
			}
		}
	}
}
