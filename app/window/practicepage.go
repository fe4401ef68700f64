package window

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"kindhum/app/breath"
	"kindhum/app/choice"
	"kindhum/app/practice"
	"kindhum/app/theme"
)

// mostShown is how many lines of a practice its page shows; the pages of its steps show all.
const mostShown = 60

// practicePage is a practice to be changed: its title, its pattern, its steps.
type practicePage struct {
	*editing
	said    *widget.Label
	pattern *pill
	turns   []*pill
	toSteps []*pill
}

// openPractice shows a practice, and what can be done with it.
func (s *shell) openPractice(e *editing) *practicePage {
	s.shown.book.open = e
	p := &practicePage{editing: e, said: said()}
	e.say = func(line string) { s.note(p.said, line) }
	p.pattern = s.button("pattern", p.choosePattern).of(s.text.Text("pattern")).tells("words_pattern")
	for turns, key := range []string{"words_once", "words_turns"} {
		p.turns = append(p.turns, s.option(s.text.Text(key), func() { p.turn(turns == 1) }).of(s.text.Text("words_last")).tells("words_last"))
	}
	body := container.NewVBox(
		caption(s.text.Text("words_title")), p.field("words_title", e.draft.Title, 1, func(to string) { e.draft.Title = to }),
		caption(s.text.Text("words_about")), p.field("words_about", e.draft.About, 2, func(to string) { e.draft.About = to }),
		container.New(&flow{gap: 2, left: true}, quiet(s.text.Text("pattern")), p.pattern), caption(s.text.Text("words_last")), pillRow(p.turns),
		gap(4), p.steps(), container.New(&flow{gap: 6, left: true}, p.ways()...),
	)
	p.update()
	s.within("words_practice", body, openPage{
		update: p.update, keyed: keyed{onPractice, p}, depth: 1, leave: s.leaveWords, back: p.back, top: p.said,
	})
	if e.lost != nil {
		e.say(s.notKept(e.lost))
	}
	return p
}

// within turns to another page about words, and puts nothing away.
func (s *shell) within(key string, body fyne.CanvasObject, page openPage) {
	s.page.leave = nil
	s.turnTo(key, inset(body), page)
}

// show writes down what was changed, and shows the practice.
func (e *editing) show() *practicePage {
	e.keep()
	return e.shell.openPractice(e)
}

// field is a field for a short text of the practice.
func (e *editing) field(key, text string, rows int, typed func(string)) *field {
	f := newField(text, practice.MaxShort, rows, e.shell.key)
	f.tells(e.shell.tips, e.shell.text.Text(key), key)
	f.typed = func(to string) {
		typed(to)
		e.say("")
		e.shell.jot()
	}
	f.full = func() { e.say(fmt.Sprintf(e.shell.text.Text("words_most"), practice.MaxShort)) }
	f.left, f.enter, f.gained = e.keep, e.keep, e.shell.reveal
	return f
}

func (p *practicePage) back() {
	s := p.shell
	p.keep()
	p.say = func(string) {}
	s.page.leave = nil
	s.openWords()
}

// update shows what is chosen.
func (p *practicePage) update() {
	p.pattern.setText(p.draft.Pattern.String())
	for turns, pill := range p.turns {
		pill.choose(p.draft.Turns == (turns == 1))
	}
}

func (p *practicePage) turn(turns bool) {
	p.draft.Turns = turns
	p.keep()
	p.update()
}

// choosePattern shows the patterns there are a name for.
func (p *practicePage) choosePattern() {
	s := p.shell
	var items []*fyne.MenuItem
	add := func(title, pattern string) {
		is, err := breath.Parse(pattern)
		if err != nil {
			return // only what can be breathed is among them
		}
		item := fyne.NewMenuItem(cut(title, sized(pillWide), sized(theme.TypeText))+"  "+pattern, func() {
			p.draft.Pattern = is
			p.keep()
			p.update()
		})
		item.Checked = is == p.draft.Pattern
		items = append(items, item)
	}
	for _, is := range choice.Patterns() {
		add(s.text.Pattern(is.ID).Title, is.Pattern)
	}
	if len(s.kept.patterns) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	for _, own := range s.kept.patterns {
		add(own.Name, own.Pattern)
	}
	s.popUp(p.pattern, items)
}

// steps are the steps with their lines, each leading to a page of its own.
func (p *practicePage) steps() fyne.CanvasObject {
	s, box, room := p.shell, container.NewVBox(), mostShown
	for i, step := range p.draft.Steps {
		title := step.Title
		if title == "" {
			title = s.text.Text("words_step")
		}
		open := s.choice(outlined, "", func() { s.openStep(p.editing, i) }).tells("words_to_step")
		title = fmt.Sprintf("%d. %s", i+1, title)
		open.setCut(title, cut(title, sized(pillWide), sized(theme.TypeLabel)))
		if i < len(choosers)-1 {
			open.by(choosers[i : i+1])
		}
		p.toSteps = append(p.toSteps, open)
		box.Add(container.New(&flow{left: true}, open))
		var lines []string
		for _, l := range step.Lines[:min(len(step.Lines), max(room, 0))] {
			text := shortened(l.Text, 3, sized(theme.LeastWidth-4*theme.Margin), sized(theme.TypeText))
			if l.Off {
				text = fmt.Sprintf(s.text.Text("words_off"), text)
			}
			lines = append(lines, text)
		}
		if room -= len(step.Lines); room < 0 {
			lines = append(lines, "…")
		}
		box.Add(left(strings.Join(lines, "\n")))
	}
	return box
}

// ways are what else can be done.
func (p *practicePage) ways() []fyne.CanvasObject {
	s := p.shell
	var ways []fyne.CanvasObject
	if len(p.draft.Steps) < practice.MaxSteps {
		ways = append(ways, s.button("words_add_step", p.addStep))
	}
	if p.misses() {
		ways = append(ways, s.button("words_bring_back", p.undo))
	}
	ways = append(ways, s.button("words_take", p.choose), s.button("words_double", p.double), s.button("words_export", p.export))
	switch own, instead := s.isOwn(p.draft.ID); {
	case instead:
		ways = append(ways, s.button("words_restore", p.remove).tells("words_remove"))
	case own || p.lost != nil:
		ways = append(ways, s.button("words_remove", p.remove))
	}
	return ways
}

func (p *practicePage) addStep() {
	if len(p.draft.Steps) >= practice.MaxSteps {
		return
	}
	p.draft.Steps = append(p.draft.Steps, practice.Part{Lines: []practice.Phrase{{}}})
	p.shell.openStep(p.editing, len(p.draft.Steps)-1)
}

// undo brings back the line or the step that was removed last. The keys go to its step.
func (p *practicePage) undo() {
	if step, _, is := p.bringBack(); is {
		p.show().toStep(step)
	}
}

// toStep gives the keys to what leads to a step, or else to the last one.
func (p *practicePage) toStep(i int) {
	if n := len(p.toSteps); n > 0 {
		p.shell.focus(p.toSteps[min(i, n-1)])
	}
}

// choose has the practice as the next one.
func (p *practicePage) choose() {
	s := p.shell
	if p.draft.ID == "" {
		p.sent = "" // it is wanted, even if nothing of it was changed
	}
	p.keep()
	s.kept.session.Practice = p.draft.ID
	s.closePage()
	to := s.kept.session
	s.remember(func(ctx context.Context) error { return s.opts.Store.SetSession(ctx, to) })
}

// double begins another practice with the same words.
func (p *practicePage) double() {
	s := p.shell
	p.keep()
	d := p.draft.Clone()
	d.ID, d.Title = "", s.newTitle(d.Title)
	e := s.edit(d)
	e.sent = "" // it is wanted, even if nothing of it is changed
	e.show()
}
