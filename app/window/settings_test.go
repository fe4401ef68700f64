package window

import (
	"context"
	"errors"
	"testing"

	"kindhum/app/control"
	"kindhum/app/store"
)

// pressed presses the option of a text in the row that comes after so many others.
func (p *settings) pressed(row, option int) { p.rows[row].pills[option].Tapped(nil) }

// laid opens the settings, and returns the page.
func (d *desk) laid(t *testing.T) *settings {
	t.Helper()
	p := d.newSettings()
	d.turnTo("settings", p.body(), openPage{update: p.update})
	return p
}

func TestSettingsAreKeptAndObeyedAtOnce(t *testing.T) {
	for _, c := range []struct {
		row, option int
		method      string
		want        func(*store.Desktop)
	}{
		{0, 1, control.MethodSettings, func(d *store.Desktop) { d.EndSession = false }},
		{1, 0, control.MethodSettings, func(d *store.Desktop) { d.EndTone = true }},
		{2, 0, control.MethodStay, func(d *store.Desktop) { d.Stay = true }},
		{3, 1, control.MethodSettings, func(d *store.Desktop) { d.KeepAwake = false }},
	} {
		d := newDesk(t)
		p := d.laid(t)
		p.pressed(c.row, c.option)
		if a := d.wished(t); a.method != c.method {
			t.Errorf("row %d: wished %s", c.row, a.method)
		}
		want := store.DefaultDesktop()
		c.want(&want)
		if got, err := d.store.Desktop(context.Background()); err != nil || got != want {
			t.Errorf("row %d: kept %+v, %v; want %+v", c.row, got, err, want)
		}
		if pills := p.rows[c.row].pills; !pills[c.option].chosen || pills[1-c.option].chosen {
			t.Errorf("row %d does not show it", c.row)
		}
		p.pressed(c.row, c.option) // nothing new: nobody is bothered
		d.wish(control.MethodPause)
		if a := d.wished(t); a.method != control.MethodPause {
			t.Errorf("row %d: wished %s", c.row, a.method)
		}
	}
}

// What the player has written meanwhile is not written over.
func TestSettingsLeaveWhatIsThePlayers(t *testing.T) {
	d := newDesk(t)
	p := d.laid(t)
	told := store.DefaultDesktop()
	told.ToldWhere = true
	if err := d.store.SetDesktop(context.Background(), told); err != nil {
		t.Fatal(err)
	}
	p.pressed(1, 0)
	d.wished(t)
	if got, err := d.store.Desktop(context.Background()); err != nil || !got.ToldWhere || !got.EndTone {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestWhatStartsWithTheDesktop(t *testing.T) {
	d := newDesk(t)
	set := make(chan string, 1)
	var refuse error
	d.opts.Startup = Startup{Now: func() string { return "window" }, Set: func(to string) error {
		set <- to
		return refuse
	}}
	p := d.laid(t)
	const row = 3
	if !p.rows[row].pills[1].chosen {
		t.Error("it does not show what is so")
	}
	p.pressed(row, 2)
	if a := d.wished(t); a.method != control.MethodStay { // in the tray from the beginning: it stays there
		t.Errorf("wished %s", a.method)
	}
	if to := <-set; to != "tray" || !p.rows[row].pills[2].chosen || !p.rows[2].pills[0].chosen {
		t.Errorf("set to %s, %v, %v", to, p.rows[row].pills[2].chosen, p.rows[2].pills[0].chosen)
	}
	refuse = errors.New("the disk is full")
	p.pressed(row, 0)
	<-set
	(<-d.todo)()
	if !p.rows[row].pills[2].chosen || p.said.Hidden {
		t.Error("what did not work is not said")
	}
}

func TestLessMotionIsASetting(t *testing.T) {
	d := newDesk(t)
	p := d.laid(t)
	p.pressed(4, 0)
	d.wish(control.MethodPause) // after it, what was remembered is written
	d.wished(t)
	if w, err := d.store.Window(context.Background()); err != nil || !w.LessMotion || !d.kept.window.LessMotion {
		t.Errorf("%+v, %v", w, err)
	}
}
