package window

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindhum/app/choice"
	"kindhum/app/theme"
)

// reminders is the part of the settings that says when a kind moment is offered. It is there only with a
// player that stays, for nobody else would be at home to offer it.
type reminders struct {
	page  *settings
	kept  choice.Reminders
	all   *fyne.Container
	more  *fyne.Container // what belongs to reminders that are on
	times *fyne.Container
	field *note
	row   *settingsRow // on or off
}

func newReminders(p *settings) *reminders {
	r := &reminders{page: p, field: newRow(p.shell.key)}
	ctx, cancel := context.WithTimeout(context.Background(), closeWithin)
	defer cancel()
	var err error
	if r.kept, err = p.shell.opts.Store.Reminders(ctx); err != nil {
		fyne.LogError("the reminders could not be read", err)
	}
	r.field.tells(r.field, p.shell.tips, p.shell.text.Text("remind_hint"), "remind_hint")
	r.field.SetPlaceHolder(p.shell.text.Text("remind_hint"))
	r.field.OnSubmitted = func(string) { r.add() }
	add := p.shell.pill(outlined, "remind_add", r.add)
	r.times = container.New(&flow{gap: 4, left: true})
	r.more = container.NewVBox(r.times, container.New(&beside{gap: theme.Gap}, r.field, add), p.hint("remind_means"))
	on := p.row("remind", []string{"on", "off"}, func() int { return which(r.kept.On) }, func(i int) { r.set(i == 0) })
	r.row = p.rows[len(p.rows)-1]
	r.all = container.NewVBox(on, r.more)
	return r
}

// set has it on or off.
func (r *reminders) set(on bool) {
	if r.kept.On != on {
		r.kept.On = on
		r.keep()
	}
}

// add takes the time that is written, or says what a time looks like.
func (r *reminders) add() {
	minute, err := choice.ParseTimeOfDay(r.field.Text)
	switch {
	case err != nil:
		r.page.say("remind_unclear")
		return
	case len(r.kept.At) >= choice.MaxReminders:
		r.page.say("remind_full")
		return
	}
	r.field.SetText("")
	r.page.said.Hide()
	r.kept.At = append(r.kept.At, minute)
	r.keep()
}

// drop takes a time away.
func (r *reminders) drop(minute int) {
	var left []int
	for _, m := range r.kept.At {
		if m != minute {
			left = append(left, m)
		}
	}
	r.kept.At = left
	r.keep()
}

// keep remembers what was chosen; the player hears of it at once.
func (r *reminders) keep() {
	r.kept = r.kept.Clamp()
	kept, s := r.kept, r.page.shell
	s.remember(func(ctx context.Context) error { return s.opts.Store.SetReminders(ctx, kept) })
	r.page.tell()
	r.page.update()
}

// update shows the times, each of which goes when it is pressed. Who presses one by a key has the keys on the next.
func (r *reminders) update() {
	defer r.page.shell.keepKeys(r.times)()
	r.times.RemoveAll()
	for _, m := range r.kept.At {
		text := choice.FormatTimeOfDay(m) + "  " + "\u00d7"
		r.times.Add(r.page.shell.choice(outlined, text, func() { r.drop(m) }).of(r.page.shell.text.Text("remind")).tells("remind_drop"))
	}
	reveal(r.all, r.page.desktop.Stay)
	reveal(r.more, r.kept.On)
	r.times.Refresh()
}

// reveal shows or hides an object, where it is not so already.
func reveal(o fyne.CanvasObject, is bool) {
	switch {
	case o.Visible() == is:
	case is:
		o.Show()
	default:
		o.Hide()
	}
}
