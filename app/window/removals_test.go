package window

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"kindhum/app/practice"
)

// stepOf is a step of lines.
func stepOf(lines ...string) (p practice.Part) {
	for _, line := range lines {
		p.Lines = append(p.Lines, practice.Phrase{Text: line})
	}
	return p
}

// lined opens a practice of steps of lines.
func (d *desk) lined(steps ...practice.Part) *editing {
	p := manyLines(d)
	p.Steps = steps
	return d.edit(p)
}

// linesOf are the lines of all steps.
func linesOf(e *editing) string {
	var all [][]string
	for _, s := range e.draft.Steps {
		var lines []string
		for _, l := range s.Lines {
			lines = append(lines, l.Text)
		}
		all = append(all, lines)
	}
	return fmt.Sprint(all)
}

// hasKeys is the text of the line that has the keys, or the name of what has them.
func (d *desk) hasKeys() string {
	if f, is := d.win.Canvas().Focused().(*field); is {
		return f.Text
	}
	return nameOf(d.win.Canvas().Focused())
}

// hits is a key that goes to what has the keys, or else to the window.
func (d *desk) hits(k stroke) {
	if at := d.win.Canvas().Focused(); at != nil && k.mod == 0 {
		at.TypedKey(&fyne.KeyEvent{Name: k.name})
		return
	}
	d.strike(k)
}

func TestWhenALineIsRemovedTheNextOneHasTheKeys(t *testing.T) {
	d := newDesk(t)
	e := d.lined(stepOf("One.", "Two.", "Three."))
	d.focus(d.openStep(e, 0).lines[1])
	d.strike(alt(fyne.KeyDelete))
	if linesOf(e) != "[[One. Three.]]" || d.hasKeys() != "Three." {
		t.Errorf("%s, the keys are in %q", linesOf(e), d.hasKeys())
	}
	d.hits(keyOf(fyne.KeyDelete)) // is one of the letters'
	if len(e.draft.Steps) != 1 {
		t.Fatal("it removes the step")
	}
	d.strike(alt(fyne.KeyDelete))
	if d.hasKeys() != "One." {
		t.Errorf("when the last is removed the keys are in %q", d.hasKeys())
	}
	d.strike(alt(fyne.KeyDelete))
	if linesOf(e) != "[[]]" && linesOf(e) != "[[ ]]" || d.hasKeys() != "" {
		t.Errorf("%s, the keys are in %q", linesOf(e), d.hasKeys())
	}
	for _, want := range []struct{ lines, keys string }{{"[[One.]]", "One."}, {"[[One. hree.]]", "hree."}, {"[[One. Two. hree.]]", "Two."}} {
		d.strike(ctrl(fyne.KeyZ))
		if linesOf(e) != want.lines || d.hasKeys() != want.keys {
			t.Errorf("%s, the keys are in %q; it should be %+v", linesOf(e), d.hasKeys(), want)
		}
	}
	d.strike(ctrl(fyne.KeyZ)) // there is no more
	if slices.Contains(d.pills(), d.text.Text("words_bring_back")) {
		t.Error("it offers more than there is")
	}
}

// Lines and steps come back in turn, also after the practice was left.
func TestLinesAndStepsComeBackLastFirst(t *testing.T) {
	d := newDesk(t)
	e := d.lined(stepOf("A.", "B."), stepOf("C.", "D."), stepOf("E."))
	if err := d.opts.Shelf.Put(e.draft); err != nil {
		t.Fatal(err)
	}
	d.openStep(e, 1).drop(0)
	d.page.of.(*stepPage).dropStep()
	if at := d.page.of.(*practicePage); d.win.Canvas().Focused() != fyne.Focusable(at.toSteps[1]) {
		t.Errorf("the keys are in %q", d.hasKeys())
	}
	d.page.of.(*practicePage).toSteps[1].press()
	d.page.of.(*stepPage).dropStep()
	if at := d.page.of.(*practicePage); d.win.Canvas().Focused() != fyne.Focusable(at.toSteps[0]) {
		t.Errorf("the keys are in %q", d.hasKeys())
	}
	if linesOf(e) != "[[A. B.]]" {
		t.Fatal(linesOf(e))
	}
	d.settle(t)
	d.press(fyne.KeyEscape)
	d.press(fyne.KeyEscape)
	d.settle(t)
	d.reread()
	again := d.edit(d.draft(e.draft.ID))
	d.openPractice(again)
	for i, want := range []string{"[[A. B.] [E.]]", "[[A. B.] [D.] [E.]]", "[[A. B.] [C. D.] [E.]]"} {
		d.strike(ctrl(fyne.KeyZ))
		if at := d.page.of.(*practicePage); linesOf(again) != want || d.win.Canvas().Focused() != fyne.Focusable(at.toSteps[1]) {
			t.Errorf("%d: %s, want %s; the keys are in %q", i, linesOf(again), want, d.hasKeys())
		}
	}
	d.settle(t)
	if p := d.opts.Shelf.Read().Files[0].Draft; linesOf(&editing{draft: p}) != linesOf(again) {
		t.Errorf("on the disk is %+v", p)
	}
}

// What was removed of a step goes with it when it is moved.
func TestALineComesBackToItsStep(t *testing.T) {
	d := newDesk(t)
	e := d.lined(stepOf("A.", "B."), stepOf("C."), stepOf("D."))
	d.openStep(e, 0).drop(1)
	d.openStep(e, 1).dropStep()
	d.openStep(e, 0).shift(1)
	if linesOf(e) != "[[D.] [A.]]" {
		t.Fatal(linesOf(e))
	}
	d.openStep(e, 0)
	d.strike(ctrl(fyne.KeyZ))
	if linesOf(e) != "[[D.] [C.] [A.]]" || d.page.of.(*stepPage).step != 1 || d.hasKeys() != "C." {
		t.Errorf("%s, the keys are in %q", linesOf(e), d.hasKeys())
	}
	d.strike(ctrl(fyne.KeyZ))
	if linesOf(e) != "[[D.] [C.] [A. B.]]" || d.page.of.(*stepPage).step != 2 || d.hasKeys() != "B." {
		t.Errorf("%s, the keys are in %q", linesOf(e), d.hasKeys())
	}
}

// Where there is no room any more, what was removed stays what comes back next.
func TestWhatHasNoRoomIsNotLost(t *testing.T) {
	d := newDesk(t)
	e := d.lined(stepOf("A.", "B."))
	p := d.openStep(e, 0)
	p.drop(0)
	for range practice.MaxLines - 1 {
		e.part().Lines = append(e.part().Lines, practice.Phrase{Text: "More."})
	}
	d.strike(ctrl(fyne.KeyZ))
	if !d.says(fmt.Sprintf(d.text.Text("words_most_lines"), practice.MaxLines)) || !e.misses() {
		t.Error("it does not say that there is no room")
	}
	e.draft.Steps[0].Lines = e.draft.Steps[0].Lines[:5]
	if d.strike(ctrl(fyne.KeyZ)); e.part().Lines[0].Text != "A." {
		t.Error("it does not come back")
	}
	d.openStep(e, 0).dropStep()
	for range practice.MaxSteps {
		e.draft.Steps = append(e.draft.Steps, stepOf("x"))
	}
	d.strike(ctrl(fyne.KeyZ))
	if !d.says(fmt.Sprintf(d.text.Text("words_most_steps"), practice.MaxSteps)) || !e.misses() {
		t.Error("it does not say that there is no room")
	}
}
