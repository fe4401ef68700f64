package window

import (
	"context"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"kindhum/app/choice"
	"kindhum/app/control"
)

func TestRemindersAreOfferedWithAPlayerThatStays(t *testing.T) {
	d := newDesk(t)
	p := d.laid(t)
	if p.remind.all.Visible() {
		t.Error("reminders are offered with nobody at home to give them")
	}
	p.pressed(2, 0)
	d.wished(t)
	if !p.remind.all.Visible() || p.remind.more.Visible() {
		t.Error("reminders are not offered, or not off at first")
	}
	p.remind.set(true)
	d.wished(t)
	for _, typed := range []string{"21:15", "7:30", "07:30"} {
		p.remind.field.SetText(typed)
		p.remind.add()
		if a := d.wished(t); a.method != control.MethodSettings {
			t.Errorf("wished %+v", a)
		}
	}
	want := choice.Reminders{On: true, At: []int{450, 1275}}
	if got, err := d.store.Reminders(context.Background()); err != nil || !got.On || !slices.Equal(got.At, want.At) {
		t.Errorf("kept %+v, %v", got, err)
	}
	if n := len(p.remind.times.Objects); n != 2 {
		t.Fatalf("%d times are shown", n)
	}
	d.focus(p.remind.times.Objects[0].(*pill))
	d.press(fyne.KeyReturn)
	d.wished(t)
	if left := p.remind.times.Objects; len(left) != 1 || !left[0].(*pill).focused {
		t.Errorf("%d times are shown, and the next has the keys: %v", len(left), len(left) == 1 && left[0].(*pill).focused)
	}
	if got, _ := d.store.Reminders(context.Background()); !slices.Equal(got.At, []int{1275}) {
		t.Errorf("kept %+v", got)
	}
	d.press(fyne.KeyReturn)
	d.wished(t)
	if has := d.win.Canvas().Focused(); len(p.remind.times.Objects) != 0 || has != nil {
		t.Errorf("after the last one %v has the keys", has)
	}
}

func TestATimeThatIsNoneIsSaidAndStays(t *testing.T) {
	d := newDesk(t)
	p := d.laid(t)
	p.remind.field.SetText("soon")
	p.remind.add()
	if !p.said.Visible() || p.said.Text != d.text.Text("remind_unclear") || p.remind.field.Text != "soon" {
		t.Errorf("it says %q, the field holds %q", p.said.Text, p.remind.field.Text)
	}
	p.remind.field.SetText("8:00")
	p.remind.add()
	if p.said.Visible() {
		t.Error("it still says so")
	}
}
