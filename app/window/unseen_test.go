package window

import (
	"testing"
	"time"
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
		d.pass(time.Second)
		shown := d.stage.light.shown
		d.see(d.playing("running", time.Duration(4+3*i)*time.Second)) // the player goes on telling
		d.pass(time.Second)
		if d.beat.runs || d.stage.light.shown != shown {
			t.Errorf("%+v: it draws", u)
		}
		d.hide(unseen{})
		if !d.beat.runs || d.stage.light.shown == shown {
			t.Errorf("%+v: seen again, it does not move", u)
		}
	}
}
