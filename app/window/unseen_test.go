package window

import (
	"testing"
	"time"

	"kindhum/app/control"
)

func TestNothingIsDrawnWhereNobodySeesIt(t *testing.T) {
	d := newDesk(t)
	d.see(d.playing("running", 10*time.Second))
	d.pass(time.Second)
	if !d.beat.runs {
		t.Fatal("a session does not move")
	}
	for i, u := range []unseen{{minimised: true}, {covered: true}, {true, true}} {
		d.hide(u)
		d.hears(t, control.MethodUnseen)
		d.hide(u) // is no news
		d.pass(time.Second)
		shown := d.stage.light.shown
		d.see(d.playing("running", time.Duration(4+3*i)*time.Second)) // the player goes on telling
		d.pass(time.Second)
		if d.beat.runs || d.stage.light.shown != shown {
			t.Errorf("%+v: it draws", u)
		}
		d.hide(unseen{})
		d.hears(t, control.MethodSeen)
		if !d.beat.runs || d.stage.light.shown == shown {
			t.Errorf("%+v: seen again, it does not move", u)
		}
	}
}

// A session that begins while nobody sees the window may be that of a player to whom that was never said.
func TestASessionThatBeginsUnseenIsSaidToBe(t *testing.T) {
	d := newDesk(t)
	d.hide(unseen{minimised: true})
	d.hears(t, control.MethodUnseen)
	d.see(d.playing("running", time.Second))
	d.hears(t, control.MethodUnseen)
}

// hears expects a wish to be the next one.
func (d *desk) hears(t *testing.T, method string) {
	t.Helper()
	if got := d.wished(t).method; got != method {
		t.Errorf("%q is wished, not %q", got, method)
	}
}
