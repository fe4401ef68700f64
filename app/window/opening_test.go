package window

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kindhum/app/control"
	"kindhum/app/theme"
)

// The light is there before anything else, without the disc that stands in for it, and the rest comes softly: what it takes to
// draw that for the first time is not taken from the veil's time.
func TestTheLightIsThereFirst(t *testing.T) {
	for _, still := range []bool{false, true} {
		d := calmDesk(t)
		d.kept.window.LessMotion = still
		d.appear()
		d.pass(time.Second)
		d.openAlone()
		d.stage.Refresh()
		if all := d.stage.seen(); len(all) != 1 || all[0] != d.stage.light || d.stage.light.plain.Visible() {
			t.Fatalf("besides the light there are %d things, a disc: %v", len(all)-1, d.stage.light.plain.Visible())
		}
		d.see(control.Idle(d.kept.sound, "", true))
		if all := d.stage.seen(); len(all) < 4 {
			t.Errorf("after the first snapshot there are %d things", len(all))
		}
		if part := d.stage.menu.part; still == (part == 0) {
			t.Errorf("less motion %v, and the menu is there by %v", still, part)
		}
		if veiled := d.veiled() == 1; still == veiled {
			t.Errorf("less motion %v, and veiled %v", still, d.veiled())
		}
		d.time += int64(theme.Page) // the frame that takes long
		if d.pass(10 * time.Millisecond); !still && d.veiled() < 0.8 {
			t.Errorf("it was lifted before it was seen: %v", d.veiled())
		}
		if d.pass(theme.Page + 2*tickTime); d.veiled() != 0 {
			t.Errorf("it stays veiled: %v", d.veiled())
		}
		if d.prove(); !d.stage.light.plain.Visible() || d.stage.light.plain.Size().Width == 0 {
			t.Error("where nothing tells whether the light is drawn there is no disc")
		}
	}
}

// A key that is pressed before the window knows what goes on means what it means then.
func TestAnEarlyKeyWaits(t *testing.T) {
	for _, c := range []struct {
		what string
		come func(*desk)
		key  fyne.KeyName
		want string
	}{
		{"at rest", func(d *desk) { d.see(control.Idle(d.kept.sound, "", true)) }, fyne.KeyReturn, control.MethodBegin},
		{"in a session", func(d *desk) { d.see(d.playing("running", time.Minute)) }, fyne.KeySpace, control.MethodToggle},
		{"where nothing tells", (*desk).learnLate, fyne.KeyReturn, control.MethodBegin},
	} {
		d := calmDesk(t)
		d.openAlone()
		d.press(c.key)
		d.shortcut(ctrl(fyne.KeyComma).shortcut())
		d.appear() // as where the system wishes for less motion
		d.pass(time.Second)
		if len(d.shown.early) != 2 || !d.stage.alone {
			t.Errorf("%s: %d keys wait, and the light is alone: %v", c.what, len(d.shown.early), d.stage.alone)
		}
		d.press(fyne.KeyEscape) // after the others: it closes their page
		if c.come(d); d.stage.alone {
			t.Errorf("%s: the light is still alone", c.what)
		}
		d.pass(50 * time.Millisecond)
		if len(d.shown.early) != 0 || d.stage.page != nil {
			t.Errorf("%s: %d keys still wait, and a page is open: %v", c.what, len(d.shown.early), d.stage.page != nil)
		}
		if asked := d.wished(t); asked.method != c.want {
			t.Errorf("%s: %v was asked for, not %s", c.what, asked, c.want)
		}
	}
}
