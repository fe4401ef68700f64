package window

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"kindhum/app/practice"
)

// stepPage is a step of a practice, a field for each of its lines.
type stepPage struct {
	*editing
	said  *widget.Label
	lines []*field
	offs  []*pill
	rows  map[*pill]int // of which line a pill is
}

// part is the step whose page is open.
func (e *editing) part() *practice.Part { return &e.draft.Steps[e.step] }

// openStep writes down what was changed, and shows the lines of a step.
func (s *shell) openStep(e *editing, step int) *stepPage {
	e.step = step
	e.keep()
	p := &stepPage{editing: e, said: said(), rows: map[*pill]int{}}
	e.say = func(line string) { s.note(p.said, line) }
	body := container.NewVBox(
		caption(fmt.Sprintf(s.text.Text("words_step_title"), step+1)),
		p.field("words_step_name", e.part().Title, 1, func(to string) { e.part().Title = to }),
		quietLines(s.text.Text("words_heart")),
	)
	for i, l := range e.part().Lines {
		body.Add(p.line(i, l))
		body.Add(p.controls(i))
	}
	body.Add(gap(4))
	body.Add(container.New(&flow{gap: 6, left: true}, p.ways()...))
	p.update()
	s.within("words_practice", body, openPage{
		update: p.update, keyed: keyed{onStep, p}, depth: 2, leave: s.leaveWords, back: p.back, top: p.said,
	})
	return p
}

// again shows the step anew, at the same place, with the keys in one of its lines.
func (p *stepPage) again(line int) {
	s, at := p.shell, p.shell.page.scroll.Offset
	q := s.openStep(p.editing, p.step)
	s.page.scroll.ScrollToOffset(at)
	if line >= 0 {
		s.focus(q.lines[line])
	}
}

// line is the field of a line.
func (p *stepPage) line(i int, l practice.Phrase) *field {
	s := p.shell
	f := newField(l.Text, practice.MaxText, 2, s.key)
	f.tells(s.tips, p.lineName(i), "words_line_hint")
	f.SetPlaceHolder(s.text.Text("words_line_hint"))
	f.typed = func(to string) {
		p.part().Lines[i].Text = to
		p.seen(to)
		s.jot()
	}
	f.full = func() { p.say(fmt.Sprintf(s.text.Text("words_most"), practice.MaxText)) }
	f.left, f.gained = p.keep, s.reveal
	f.enter = func() { p.add(i + 1) }
	p.lines = append(p.lines, f)
	return f
}

// seen says where a line is too long to be seen as a whole in a small window.
func (p *stepPage) seen(text string) {
	line := ""
	if letters, all := p.shell.seenOf(text); !all {
		line = fmt.Sprintf(p.shell.text.Text("words_seen"), letters)
	}
	p.say(line)
}

// controls are what can be done with a line.
func (p *stepPage) controls(i int) fyne.CanvasObject {
	s := p.shell
	row := container.New(&flow{gap: 2, left: true})
	add := func(text, about string, press func()) *pill {
		way := s.option(text, press).of(p.lineName(i)).tells(about)
		p.rows[way] = i
		row.Add(way)
		return way
	}
	p.offs = append(p.offs, add("", "words_off", func() { p.silence(i) }))
	if i > 0 {
		add(s.text.Text("words_up"), "words_move", func() { p.move(i, -1) }).by(s.keyText(alt(fyne.KeyUp)))
	}
	if i < len(p.part().Lines)-1 {
		add(s.text.Text("words_down"), "words_move", func() { p.move(i, 1) }).by(s.keyText(alt(fyne.KeyDown)))
	}
	add(s.text.Text("words_remove"), "words_drop", func() { p.drop(i) })
	return row
}

// lineName is what a line is called.
func (p *stepPage) lineName(i int) string {
	return fmt.Sprintf(p.shell.text.Text("words_line_name"), i+1)
}

// silence has a line be said, or not.
func (p *stepPage) silence(i int) {
	p.part().Switch(i, !p.part().Lines[i].Off)
	p.keep()
	p.update()
}

// lineHere is the line that has the keys; -1 is none.
func (p *stepPage) lineHere() int {
	switch at := p.shell.win.Canvas().Focused().(type) {
	case *field:
		return slices.Index(p.lines, at)
	case *pill:
		if i, is := p.rows[at]; is {
			return i
		}
	}
	return -1
}

// onLine does something with the line that has the keys.
func (p *stepPage) onLine(do func(int)) {
	if i := p.lineHere(); i >= 0 {
		do(i)
	}
}

// addAfter makes room for a line after the one that has the keys, or after all.
func (p *stepPage) addAfter() {
	if i := p.lineHere(); i >= 0 {
		p.add(i + 1)
		return
	}
	p.add(len(p.part().Lines))
}

// moveKey moves the line that has the keys.
func (p *stepPage) moveKey(k stroke) {
	p.onLine(func(i int) { p.move(i, byKey(k)) })
}

// shiftKey moves the step.
func (p *stepPage) shiftKey(k stroke) {
	if to := p.step + byKey(k); to >= 0 && to < len(p.draft.Steps) {
		p.shift(byKey(k))
	}
}

// byKey is -1 for the keys that lead up, and 1 for others.
func byKey(k stroke) int {
	if k.name == fyne.KeyUp || k.name == fyne.KeyPageUp {
		return -1
	}
	return 1
}

// ways are what can be done with the step.
func (p *stepPage) ways() []fyne.CanvasObject {
	s := p.shell
	var ways []fyne.CanvasObject
	if n := len(p.part().Lines); n < practice.MaxLines {
		ways = append(ways, s.button("words_add_line", func() { p.add(n) }))
	}
	if p.misses() {
		ways = append(ways, s.button("words_bring_back", p.undo))
	}
	if p.step > 0 {
		ways = append(ways, s.button("words_step_up", func() { p.shift(-1) }).tells("words_step_move").by(s.keyText(alt(fyne.KeyPageUp))))
	}
	if p.step < len(p.draft.Steps)-1 {
		ways = append(ways, s.button("words_step_down", func() { p.shift(1) }).tells("words_step_move").by(s.keyText(alt(fyne.KeyPageDown))))
	}
	return append(ways, s.button("words_step_remove", p.dropStep))
}

// update shows which lines are off.
func (p *stepPage) update() {
	for i, l := range p.part().Lines {
		if i < len(p.offs) {
			showOn(p.shell, p.offs[i], !l.Off, "words_on", "off")
		}
	}
}

// add makes room for a line before the i-th.
func (p *stepPage) add(i int) {
	if len(p.part().Lines) >= practice.MaxLines {
		p.say(fmt.Sprintf(p.shell.text.Text("words_most_lines"), practice.MaxLines))
		return
	}
	p.part().Lines = slices.Insert(p.part().Lines, i, practice.Phrase{})
	p.again(i)
}

// move changes a line with one of its neighbours.
func (p *stepPage) move(i, by int) {
	lines, to := p.part().Lines, i+by
	if to < 0 || to >= len(lines) {
		return
	}
	lines[i], lines[to] = lines[to], lines[i]
	p.again(to)
}

// drop removes a line. The keys go to the one that has its place then, or to the last.
func (p *stepPage) drop(i int) {
	p.dropLine(p.step, i)
	p.again(min(i, len(p.part().Lines)-1))
}

// undo brings back the line or the step that was removed last, and gives it the keys.
func (p *stepPage) undo() {
	if step, line, is := p.bringBack(); is {
		p.step = step
		p.again(line)
	}
}

// shift changes the step with one of its neighbours.
func (p *stepPage) shift(by int) {
	steps, to := p.draft.Steps, p.step+by
	steps[p.step], steps[to] = steps[to], steps[p.step]
	p.removals().swapped(p.step, to)
	p.step = to
	p.again(-1)
}

// dropStep removes the step. The keys go to the one that has its place then, or to the last.
func (p *stepPage) dropStep() {
	p.dropPart(p.step)
	p.show().toStep(p.step)
}

func (p *stepPage) back() { p.show() }
