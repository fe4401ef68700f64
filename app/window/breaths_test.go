package window

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"kindhum/app/choice"
)

// chosen are the pills of the page that are chosen.
func (d *desk) chosen() (texts []string) {
	for _, p := range all[*pill](d.stage.page) {
		if p.chosen {
			texts = append(texts, p.text)
		}
	}
	return texts
}

// Of patterns of the same times one is chosen: that which was chosen by its name, or else the first.
func TestOnePatternIsChosen(t *testing.T) {
	d := newDesk(t)
	d.setPatterns([]choice.OwnPattern{{Name: "Mine", Pattern: "5-10"}, {Name: "Yours", Pattern: "5-10"}, {Name: "A", Pattern: "7-7"}, {Name: "B", Pattern: "7-7"}})
	d.kept.session.Pattern = "5-10"
	built := d.text.Pattern("slow").Title + "  5-10"
	is := func(want, name string) {
		t.Helper()
		if got := d.chosen(); !slices.Equal(got, []string{want}) || d.patternName() != name {
			t.Errorf("chosen are %q, and it is called %q; it should be %q", got, d.patternName(), want)
		}
	}
	for range 5 { // never at random
		d.openPatterns()
		is(built, d.text.Pattern("slow").Title)
	}
	d.tap(t, "Yours  5-10", 0)
	is("Yours  5-10", "Yours")
	d.press(fyne.KeyEscape)
	d.openPatterns()
	is("Yours  5-10", "Yours")
	d.tap(t, built, 0)
	is(built, d.text.Pattern("slow").Title)
	d.kept.session.Pattern = "7-7"
	d.openPatterns()
	is("A  7-7", "A")
}

// To change a pattern that is not the chosen one changes nothing of what is chosen, though it is of the same times.
func TestAnotherPatternOfTheSameTimesIsChanged(t *testing.T) {
	d := newDesk(t)
	d.setPatterns([]choice.OwnPattern{{Name: "Mine", Pattern: "5-10"}})
	d.openPatterns()
	d.tap(t, d.text.Pattern("slow").Title+"  5-10", 0)
	d.tap(t, d.text.Text("pattern_change"), 0)
	d.slider(0).TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	d.press(fyne.KeyEscape)
	if d.kept.patterns[0].Pattern != "5.1-10" || d.kept.session.Pattern != "5-10" {
		t.Errorf("%+v, chosen is %q", d.kept.patterns, d.kept.session.Pattern)
	}
}

func TestTheKeysReturnToThePattern(t *testing.T) {
	d := newDesk(t)
	d.setPatterns([]choice.OwnPattern{{Name: "Mine", Pattern: "5-7"}, {Name: "Yours", Pattern: "6-8"}})
	keys := func(want string) {
		t.Helper()
		if at, is := d.win.Canvas().Focused().(*pill); !is || at.text != want {
			t.Errorf("the keys are not at %q", want)
		}
	}
	d.openPatterns()
	d.tap(t, d.text.Text("pattern_change"), 1)
	d.press(fyne.KeyEscape)
	keys("Yours  6-8") // nothing was changed
	d.tap(t, d.text.Text("pattern_change"), 0)
	d.slider(0).TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	d.press(fyne.KeyEscape)
	keys("Mine  5.1-7")
	d.tap(t, d.text.Text("pattern_new"), 0)
	d.types(d.fields()[0], "Third")
	d.press(fyne.KeyReturn)
	keys("Third  " + d.patternNow().String())
}

// What was removed comes back where it was, last first, also when the page was left; there is always room for it.
func TestPatternsComeBackLastFirst(t *testing.T) {
	d := newDesk(t)
	all := []choice.OwnPattern{{Name: "A", Pattern: "5-7"}, {Name: "B", Pattern: "6-8"}, {Name: "C", Pattern: "7-9"}}
	d.setPatterns(all)
	d.openPatterns()
	d.page.of.(*patternPage).toOwn(1)
	for _, next := range []string{"C  7-9", "A  5-7"} {
		d.press(fyne.KeyDelete)
		if at, is := d.win.Canvas().Focused().(*pill); !is || at.text != next {
			t.Errorf("the keys are not at %q", next)
		}
	}
	d.press(fyne.KeyEscape)
	d.openPatterns()
	for _, back := range []string{"C  7-9", "B  6-8"} {
		d.strike(ctrl(fyne.KeyZ))
		if at, is := d.win.Canvas().Focused().(*pill); !is || at.text != back {
			t.Errorf("the keys are not at %q", back)
		}
	}
	d.strike(ctrl(fyne.KeyZ)) // there is no more
	if !slices.Equal(d.kept.patterns, all) {
		t.Errorf("%+v", d.kept.patterns)
	}
	d.page.of.(*patternPage).remove(0)
	for n := len(d.kept.patterns); n < choice.MaxPatterns; n++ {
		d.kept.patterns = append(d.kept.patterns, choice.OwnPattern{Name: string(rune('a' + n)), Pattern: "5-9"})
	}
	d.strike(ctrl(fyne.KeyZ))
	if len(d.kept.patterns) != choice.MaxPatterns || !d.shown.breath.misses() {
		t.Error("it is lost for want of room")
	}
}
