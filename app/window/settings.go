package window

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"kindhum/app/store"
	"kindhum/app/theme"
)

// settings is the page on which a person says how the program behaves on the desktop. What is pressed holds at once.
type settings struct {
	shell   *shell
	desktop store.Desktop
	startup string
	rows    []*settingsRow
	asked   []askedFor
	remind  *reminders
	said    *widget.Label // what did not work
}

// settingsRow is one thing to choose, out of a few.
type settingsRow struct {
	pills []*pill
	is    func() int // which of them it is
	set   func(int)
}

func (s *shell) openSettings() {
	p := s.newSettings()
	s.turnTo("settings", p.body(), openPage{update: p.update, keyed: keyed{onSettings, p}})
}

func (s *shell) newSettings() *settings {
	p := &settings{shell: s, said: left("")}
	p.said.Hide()
	ctx, cancel := context.WithTimeout(context.Background(), closeWithin)
	defer cancel()
	var err error
	if p.desktop, err = s.opts.Store.Desktop(ctx); err != nil {
		fyne.LogError("the settings could not be read", err)
	}
	return p
}

// body is the page from top to bottom.
func (p *settings) body() fyne.CanvasObject {
	s := p.shell
	home := container.NewVBox()
	body := container.NewVBox(
		p.hint("when_closed"),
		p.flag("a_session", "ends", "goes_on", &p.desktop.EndSession),
		p.flag("the_tone", "ends", "goes_on", &p.desktop.EndTone),
		gap(2), p.flag("stay", "on", "off", &p.desktop.Stay), p.hint("stay_means"), home, p.said,
	)
	if s.opts.Startup.Now != nil {
		p.startup = s.opts.Startup.Now()
		body.Add(p.row("at_login", []string{"start_off", "start_window", "start_tray"}, p.starts, p.start))
	}
	body.Add(p.flag("keep_awake", "on", "off", &p.desktop.KeepAwake))
	body.Add(p.hint("keep_awake_means"))
	p.addLooks(body)
	p.remind = newReminders(p)
	home.Add(p.remind.all)
	p.update()
	clear := container.NewGridWrap(fyne.NewSize(8, 1), layout.NewSpacer()) // of the scroll bar
	return container.NewBorder(nil, nil, nil, clear, body)
}

// which is the place of on (0) and off (1).
func which(on bool) int {
	if on {
		return 0
	}
	return 1
}

// flag is a row of two, for a setting that is or is not.
func (p *settings) flag(key, yes, no string, setting *bool) fyne.CanvasObject {
	return p.row(key, []string{yes, no}, func() int { return which(*setting) }, func(i int) {
		on := i == 0
		if *setting == on {
			return
		}
		*setting = on
		p.keep()
	})
}

// row is a label and what there is to choose: beside it, or under it where that is more than two. is says which it is, choose makes it another.
func (p *settings) row(key string, options []string, is func() int, choose func(int)) fyne.CanvasObject {
	texts := make([]string, len(options))
	for i, name := range options {
		texts[i] = p.shell.text.Text(name)
	}
	return p.rowOf(key, texts, is, choose)
}

// rowOf is a row whose options have texts of their own.
func (p *settings) rowOf(key string, texts []string, is func() int, choose func(int)) fyne.CanvasObject {
	r := &settingsRow{is: is, set: choose}
	side := container.New(&flow{gap: theme.Gap, left: true})
	for i, text := range texts {
		way := p.shell.option(text, func() { p.choose(r, i) }).of(p.shell.text.Text(key)).tells("set")
		if n := len(p.rows); n < len(choosers)-1 {
			way.by(choosers[n : n+1])
		}
		r.pills = append(r.pills, way)
		side.Add(r.pills[i])
	}
	p.rows = append(p.rows, r)
	if len(texts) > 2 {
		return container.NewVBox(p.title(key), pillRow(r.pills))
	}
	return container.New(&beside{gap: theme.Gap}, p.title(key), side)
}

// choose chooses one of a row.
func (p *settings) choose(r *settingsRow, i int) {
	p.said.Hide()
	r.set(i)
	p.update()
}

// nextOf chooses the next of a row that is seen, by the row's number.
func (p *settings) nextOf(k stroke) {
	if n := k.nth(); n < len(p.rows) && (p.rows[n] != p.remind.row || p.remind.all.Visible()) {
		r := p.rows[n]
		p.choose(r, (r.is()+1)%len(r.pills))
	}
}

// toReminders gives the keys to where a time is written, where reminders are on.
func (p *settings) toReminders() {
	if p.remind.all.Visible() && p.remind.more.Visible() {
		p.shell.focus(p.remind.field)
	}
}

// dropReminder takes the time away that has the keys.
func (p *settings) dropReminder() {
	for _, o := range p.remind.times.Objects {
		if time := o.(*pill); time.focused {
			time.press()
			return
		}
	}
}

func (p *settings) title(key string) fyne.CanvasObject { return left(p.shell.text.Text(key)) }

func (p *settings) hint(key string) fyne.CanvasObject {
	l := left(p.shell.text.Text(key))
	l.Importance = widget.LowImportance
	return l
}

// update shows what is chosen.
func (p *settings) update() {
	for _, r := range p.rows {
		for i, pill := range r.pills {
			pill.choose(i == r.is())
		}
	}
	p.updateAsked()
	p.remind.update()
}

// say says what did not work, until something else is chosen.
func (p *settings) say(key string) {
	p.said.SetText(p.shell.text.Text(key))
	p.said.Show()
}
