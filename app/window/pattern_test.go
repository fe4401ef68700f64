package window

import (
	"math"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"pgregory.net/rapid"

	"kindhum/app/breath"
	"kindhum/app/choice"
	"kindhum/app/control"
	"kindhum/app/theme"
	"kindhum/assets"
)

func TestAPatternIsChosenShownAndBegun(t *testing.T) {
	d := newDesk(t)
	d.openPatterns()
	d.tap(t, "Slow  5-10", 0)
	d.press(fyne.KeyEscape)
	if d.kept.session.Pattern != "5-10" || d.feet.rest.pattern.text != "Slow  5-10" {
		t.Errorf("%q, shown as %q", d.kept.session.Pattern, d.feet.rest.pattern.text)
	}
	d.press(fyne.Key8) // another practice: what was chosen stays
	d.press(fyne.KeyReturn)
	if b := d.wished(t).params.(control.Begin); *b.Session.Pattern != "5-10" {
		t.Errorf("%+v", b.Session)
	}
	if s, err := d.store.Session(t.Context()); err != nil || s.Pattern != "5-10" {
		t.Errorf("%+v, %v", s, err)
	}
	d.openPatterns()
	d.tap(t, d.text.Text("pattern_own"), 0)
	d.press(fyne.KeyReturn)
	if d.kept.session.Pattern != "" || d.feet.rest.pattern.text != "4-6" {
		t.Errorf("%q, shown as %q", d.kept.session.Pattern, d.feet.rest.pattern.text)
	}
}

func TestPatternsThatHoldTheBreathStandApart(t *testing.T) {
	d := newDesk(t)
	d.kept.patterns = []choice.OwnPattern{{Name: "Held", Pattern: "4-2-6-0"}}
	d.openPatterns()
	for _, text := range []string{d.text.Text("pattern_apart"), d.text.Pattern("box").Caution, d.text.Text("pattern_caution")} {
		if !d.says(text) {
			t.Errorf("it does not say %q", text)
		}
	}
}

// What is chosen, and what gets the keys, is scrolled into sight.
func TestWhatMattersIsInSight(t *testing.T) {
	d := newDesk(t)
	d.win.Resize(fyne.NewSize(theme.LeastWidth, theme.LeastHeight))
	d.kept.patterns = []choice.OwnPattern{{Name: "Evening", Pattern: "4.1-6"}}
	d.kept.session.Pattern = "4.1-6"
	d.openPatterns()
	seen := func(o fyne.CanvasObject) bool {
		top, there := placeIn(d.page.scroll.Content, o)
		top -= d.page.scroll.Offset.Y
		return there && top >= 0 && top+o.Size().Height <= d.page.scroll.Size().Height
	}
	for _, p := range all[*pill](d.stage.page) {
		if p.chosen && !seen(p) {
			t.Errorf("%q is chosen and not seen", p.text)
		}
	}
	d.openStep(d.edit(d.draft("compassion-practice")), 2)
	for range 30 {
		d.win.Canvas().(interface{ FocusNext() }).FocusNext()
		switch o := d.win.Canvas().Focused().(type) {
		case *pill:
			if _, inside := placeIn(d.page.scroll.Content, o); inside && !seen(o) {
				t.Errorf("%q has the keys and is not seen", o.text)
			}
		case *field:
			if !seen(o) {
				t.Errorf("%q has the keys and is not seen", o.Text)
			}
		}
	}
}

// slider finds the n-th slider of the page.
func (d *desk) slider(n int) *slider { return all[*slider](d.stage.page)[n] }

func TestAnOwnPatternIsSetSeenAndKept(t *testing.T) {
	d := newDesk(t)
	d.openPatterns()
	d.tap(t, d.text.Text("pattern_new"), 0)
	d.types(d.fields()[0], "Evening")
	right := &fyne.KeyEvent{Name: fyne.KeyRight}
	d.slider(0).TypedKey(right)                              // in: 4.1
	d.slider(3).TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft}) // out: 5.9
	d.slider(1).TypedKey(right)                              // again: 1, the least there is
	if !d.says("3.1+1-5.9") {
		t.Error("it is not seen")
	}
	d.press(fyne.KeyEscape)
	d.settle(t)
	kept, err := d.store.Patterns(t.Context())
	if err != nil || len(kept) != 1 || kept[0] != (choice.OwnPattern{Name: "Evening", Pattern: "3.1+1-5.9"}) {
		t.Fatalf("%+v, %v", kept, err)
	}
	if d.kept.session.Pattern != "3.1+1-5.9" {
		t.Errorf("chosen is %q", d.kept.session.Pattern)
	}
	d.tap(t, d.text.Text("pattern_change"), 0)
	d.slider(1).TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft}) // none
	d.slider(2).TypedKey(right)                              // hold: 0.1
	if !d.says(d.text.Text("pattern_caution")) {
		t.Error("it does not say to be careful")
	}
	d.press(fyne.KeyEscape)
	if d.feet.rest.update(); d.kept.session.Pattern != "4.1-0.1-5.9-0" || d.feet.rest.pattern.text != "Evening  4.1-0.1-5.9-0" {
		t.Errorf("chosen is %q, shown as %q", d.kept.session.Pattern, d.feet.rest.pattern.text)
	}
	d.tap(t, d.text.Text("words_remove"), 0)
	if len(d.kept.patterns) != 0 || d.kept.session.Pattern != "" {
		t.Errorf("%+v, %q", d.kept.patterns, d.kept.session.Pattern)
	}
	d.tap(t, d.text.Text("words_bring_back"), 0)
	if len(d.kept.patterns) != 1 {
		t.Error("it does not come back")
	}
}

func TestLookingAtAPatternKeepsNone(t *testing.T) {
	d := newDesk(t)
	d.openPatterns()
	d.tap(t, d.text.Text("pattern_new"), 0)
	d.press(fyne.KeyEscape)
	d.press(fyne.KeyEscape)
	if len(d.kept.patterns) != 0 || d.kept.session.Pattern != "" || d.stage.page != nil {
		t.Errorf("%+v", d.kept.patterns)
	}
}

// What is wrong is said at once, in the words of every language; what could last be breathed stays.
func TestWhatIsWrongWithAPatternIsSaid(t *testing.T) {
	for _, language := range assets.Languages() {
		d := newDeskIn(t, language)
		d.openPatterns()
		d.tap(t, d.text.Text("pattern_new"), 0)
		d.slider(3).SetValue(20) // two seconds out: too short as a whole
		d.slider(0).SetValue(20)
		wrong := d.flawText(breath.Pattern{In: 2 * time.Second, Out: 2 * time.Second})
		if wrong == "" || !d.says(wrong) || strings.Contains(wrong, "{") {
			t.Errorf("%s: it does not say %q", language, wrong)
		}
		d.press(fyne.KeyEscape)
		if kept := d.kept.patterns; len(kept) != 1 || kept[0].Pattern != "4-2" {
			t.Errorf("%s: kept is %+v", language, kept)
		}
	}
	d := newDesk(t)
	for _, p := range []breath.Pattern{{}, {In: 4e9, Hold: 16e9, Out: 6e9}, {In: 4e9, Out: 31e9}, {In: 4e9, Out: 6e9, Rest: 16e9}, {In: 4e9, Out: 6e9, Sigh: 3e9}, {In: 2e9, Out: 2e9}} {
		if err := p.Validate(); err == nil || err.Error() != d.flawText(p) {
			t.Errorf("%v is said as %q", err, d.flawText(p))
		}
	}
}

func TestThePreviewBreathesAndRests(t *testing.T) {
	d := newDesk(t)
	p := newPreview(d.shell)
	run := func(by time.Duration) (least, most float64) {
		least = 1
		for end := d.time + int64(by); d.time < end; {
			d.time += int64(20 * time.Millisecond)
			if p.beat.runs {
				p.frame()
			}
			least, most = min(least, p.light.shown.Fullness), max(most, p.light.shown.Fullness)
		}
		return least, most
	}
	p.show(breath.Default)
	if least, most := run(21 * time.Second); least > 0.02 || most < 0.98 {
		t.Errorf("between %v and %v", least, most)
	}
	if run(2 * time.Minute); p.beat.runs || p.light.shown.Fullness < 0.3 || p.light.shown.Fullness > 0.4 {
		t.Errorf("it runs on: %v", p.light.shown)
	}
	p.show(breath.Pattern{In: 5 * time.Second, Out: 5 * time.Second})
	if run(2 * time.Second); !p.beat.runs {
		t.Error("another pattern is not shown")
	}
	p.stop()
	if p.beat.runs {
		t.Error("it does not stop")
	}
	d.kept.window.LessMotion = true
	p.show(breath.Default)
	if run(time.Second); !p.light.shown.Still {
		t.Error("it moves, though less motion was asked for")
	}
}

// The preview ends with its page, however that goes.
func TestThePreviewEndsWithThePage(t *testing.T) {
	for name, leave := range map[string]func(*desk){
		"Esc": func(d *desk) { d.press(fyne.KeyEscape) }, "a session": func(d *desk) { d.see(d.playing("lead-in", 0)) },
		"another page": func(d *desk) { d.openKeys() },
	} {
		d := newDesk(t)
		d.openPatterns()
		runs := d.page.top
		light := all[*circle](runs)[0]
		drawn := light.shown
		leave(d)
		d.pass(5 * time.Second)
		if light.shown != drawn {
			t.Errorf("%s: it still draws", name)
		}
	}
}

// Another pattern goes on from the same place of the breath: nothing jumps while one sets it.
func TestSettingAPatternDoesNotJump(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lengths := rapid.IntRange(15, 300)
		pattern := func(name string) breath.Pattern {
			return breath.Pattern{
				In: time.Duration(lengths.Draw(t, name+" in")) * tenth, Out: time.Duration(lengths.Draw(t, name+" out")) * tenth,
				Hold: time.Duration(rapid.IntRange(0, 150).Draw(t, name+" hold")) * tenth, Rest: time.Duration(rapid.IntRange(0, 150).Draw(t, name+" rest")) * tenth,
			}
		}
		was, is := pattern("was"), pattern("is")
		line := breath.Timeline{Pattern: was, Breaths: previewed}
		at := time.Duration(rapid.Int64Range(0, int64(was.Period())-1).Draw(t, "at"))
		next := samePlace(line, at, is)
		if next < 0 || next > is.Period() {
			t.Fatalf("%v of %v", next, is.Period())
		}
		before, after := line.At(at), breath.Timeline{Pattern: is, Breaths: previewed}.At(next)
		if math.Abs(before.Fullness-after.Fullness) > 0.01 {
			t.Fatalf("%v becomes %v", before, after)
		}
	})
}

// The pages fit into the smallest window, whatever a person wrote.
func TestThePagesAboutWordsFitIntoASmallWindow(t *testing.T) {
	long := strings.Repeat("A title of many words ", 9)
	for _, language := range assets.Languages() {
		d := newDeskIn(t, language)
		d.win.Resize(fyne.NewSize(theme.LeastWidth, theme.LeastHeight))
		d.put(t, "long.toml", "id = \"long\"\ntitle = \""+long+"\"\nabout = \""+strings.Repeat("🙂", 200)+"\"\n[[step]]\ntitle = \""+long+
			"\"\nlines = [\""+strings.Repeat("x", 2000)+"\", \"مساء الخير\"]\noff = [\"مساء الخير\"]\n")
		d.put(t, "bad.toml", "id = \"bad\"\n")
		d.kept.patterns = choice.ClampPatterns([]choice.OwnPattern{{Name: strings.Repeat("W", 40), Pattern: "29.9-14.9-29.9-14.9"}})
		d.kept.session.Pattern = "29.9-14.9-29.9-14.9"
		d.kept.window.TextSize, d.kept.window.SafetySeen = 200, true
		d.stage.setTextSize(200)
		d.reread()
		d.setPractice("long")
		fits(t, d)
		for name, open := range map[string]func(){
			"words": d.openWords, "pattern": d.openPatterns, "a pattern": func() { d.openOwnPattern(0) },
			"a practice": func() { d.openPractice(d.edit(d.draft("long"))) }, "a step": func() { d.openStep(d.edit(d.draft("long")), 0) },
		} {
			open()
			if least := d.stage.page.MinSize(); least.Width > narrow || least.Height > theme.LeastHeight-2*theme.Margin {
				t.Errorf("%s, %s: needs %v", language, name, least)
			}
			if wide := d.page.scroll.Content.MinSize().Width; wide > narrow {
				t.Errorf("%s, %s: is %v wide", language, name, wide)
			}
			for _, l := range all[*widget.Label](d.stage.page) {
				if wide := measured(l.Text, theme.TypeText); l.Wrapping == fyne.TextWrapOff && wide > narrow {
					t.Errorf("%s, %s: %q does not wrap", language, name, l.Text)
				}
			}
		}
	}
}

// The largest practice there can be is opened like any other.
func TestALargePracticeOpens(t *testing.T) {
	d := newDesk(t)
	d.put(t, "large.toml", "id = \"large\"\ntitle = \"Large\"\n"+strings.Repeat("[[step]]\nlines = ["+strings.Repeat("\"x\",", 256)+"]\n", 64))
	d.openWords()
	d.tap(t, "Large", 0)
	if n := len(test.RenderObjectToMarkup(d.stage.page)); n > 400_000 {
		t.Errorf("the page takes %d bytes to describe", n)
	}
	d.openStep(d.shown.book.open, 63)
	if n := len(d.fields()); n != 257 {
		t.Errorf("%d fields", n)
	}
}
