package window

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"kindhum/app/choice"
	"kindhum/app/control"
	"kindhum/app/practice"
	"kindhum/app/theme"
	"kindhum/assets"
)

// visits shows every screen and every page in turn, at the least size there is.
func visits(t *testing.T, language string, visit func(name string, d *desk)) {
	t.Helper()
	b := newBookIn(t, language, sessionOf(9, "after it", "and later"), noteOf(5, "five"))
	d := b.desk
	d.win.Resize(fyne.NewSize(theme.LeastWidth, theme.LeastHeight))
	see := func(name string) {
		t.Helper()
		for range 2 { // so that all of it is laid out
			d.win.Resize(fyne.NewSize(theme.WindowWidth, theme.WindowHeight))
			d.win.Resize(fyne.NewSize(theme.LeastWidth, theme.LeastHeight))
		}
		visit(name, d)
	}
	d.kept.window.SafetySeen = false
	d.arrange()
	see("the safety card")
	d.safetySeen()
	see("at rest")
	for name, open := range map[string]func(){
		"sound": d.openSound, "safety": d.openSafety, "keys": d.openKeys, "about": d.openAbout, "save": d.openSave,
		"language": d.openLanguage, "words": d.openWords, "help": d.openHelp, "settings": func() { openAllSettings(d) },
		"patterns": func() { openSomePatterns(d) }, "a pattern": func() { d.openOwnPattern(-1) },
		"a practice": func() { d.openPractice(d.edit(manyLines(d))) }, "a step": func() { d.openStep(d.edit(manyLines(d)), 1) },
	} {
		open()
		see(name)
		d.closePage()
	}
	b.opens(t, 2)
	see("journal")
	b.openMore()
	d.win.Canvas().Overlays().Remove(d.win.Canvas().Overlays().Top())
	for name, open := range map[string]func(){"export": b.openExport, "erase": b.openErase} {
		open()
		see(name)
		b.back()
	}
	b.openRow(b.rows[0])
	b.until(t, "an open entry", func() bool { return b.opened != nil })
	see("an entry")
	d.closePage()
	d.see(d.playing("running", 10*time.Second))
	see("in session")
	d.see(d.playing("ending", 20*time.Second))
	see("the end")
	d.see(d.toning())
	see("the tone")
	d.see(control.Idle(d.kept.sound, "", true))
}

// openAllSettings opens the settings with all that can be there.
func openAllSettings(d *desk) {
	d.opts.Startup = Startup{Now: func() string { return "off" }, Set: func(string) error { return nil }}
	p := d.newSettings()
	p.desktop.Stay = true
	body := p.body()
	p.remind.kept = choice.Reminders{On: true, At: []int{450, 1200}}
	d.turnTo("settings", body, openPage{update: p.update, keyed: keyed{onSettings, p}})
	p.update()
}

// openSomePatterns opens the patterns with two of the person's own.
func openSomePatterns(d *desk) {
	d.setPatterns([]choice.OwnPattern{{Name: "Mine", Pattern: "5-7"}, {Name: "Yours", Pattern: "6-8"}})
	d.openPatterns()
}

// manyLines is a practice of two steps and three lines.
func manyLines(d *desk) practice.Draft {
	lines := []practice.Phrase{{Text: "One."}, {Text: "Two."}, {Text: "Three."}}
	return practice.Draft{ID: "many", Title: "Many", Pattern: d.patternNow(), Steps: []practice.Part{{Lines: lines[:2]}, {Lines: lines}}}
}

// seenIn are the objects in one that are seen, itself the first. What a control is made of is its own, but for a list's rows.
func seenIn(o fyne.CanvasObject) []fyne.CanvasObject {
	if !o.Visible() || fmt.Sprintf("%T", o) == "*widget.scrollBarArea" {
		return nil
	}
	all := []fyne.CanvasObject{o}
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case *entryList:
		inside = test.WidgetRenderer(o).Objects()
	case told:
	case *fyne.Container:
		inside = o.Objects
	case fyne.Widget:
		inside = test.WidgetRenderer(o).Objects()
	}
	for _, o := range inside {
		all = append(all, seenIn(o)...)
	}
	return all
}

// controls are what a person can press or give the keys to.
func (d *desk) controls() (found []fyne.CanvasObject) {
	for _, o := range seenIn(d.stage) {
		_, focusable := o.(fyne.Focusable)
		_, tappable := o.(fyne.Tappable)
		_, row := o.(*entryRow)
		switch {
		case o == fyne.CanvasObject(d.stage):
		case tappable && !focusable && ofAList(o): // its row is the control
		case focusable || tappable || row:
			found = append(found, o)
		}
	}
	return found
}

// ofAList reports whether it is what Fyne's list lays around each of its rows.
func ofAList(o fyne.CanvasObject) bool {
	for _, part := range seenIn(o) {
		if _, is := part.(*entryRow); is {
			return true
		}
	}
	return false
}

func TestEveryControlHasANameAndATooltip(t *testing.T) {
	for _, language := range assets.Languages() {
		visits(t, language, func(name string, d *desk) {
			seen := map[string]bool{}
			for _, o := range d.controls() {
				is, named := o.(told)
				if !named {
					t.Errorf("%s, %s: a %T has no name", language, name, o)
					continue
				}
				if is.Name() == "" || seen[is.Name()] {
					t.Errorf("%s, %s: a %T is called %q, as another is or nothing is", language, name, o, is.Name())
				}
				seen[is.Name()] = true
				if tip := is.Tip(); tip == "" || strings.Contains(tip, "tip_") || strings.Contains(tip, "key_") {
					t.Errorf("%s, %s: the tooltip of %q is %q", language, name, is.Name(), tip)
				}
			}
			if len(seen) == 0 {
				t.Errorf("%s, %s: there is nothing to press", language, name)
			}
		})
	}
}

// spot is where a control lies: among what scrolls or not, and how far from the top and the left of that.
type spot struct {
	scroll *container.Scroll // nil is none
	place  fyne.Position
}

func (d *desk) spot(o fyne.CanvasObject) spot {
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Add(fyne.NewPos(0, o.Size().Height/2))
	for _, s := range seenIn(d.stage) {
		if s, is := s.(*container.Scroll); is && slices.Contains(seenIn(s.Content), o) {
			return spot{s, place.Add(s.Offset)}
		}
	}
	return spot{nil, place}
}

// before reports whether one reads a spot first. What scrolls lies where its scroll does.
func (s spot) before(other spot) bool {
	a, b := s.place, other.place
	if s.scroll != other.scroll {
		outside := func(s spot) fyne.Position {
			if s.scroll == nil {
				return s.place
			}
			return fyne.CurrentApp().Driver().AbsolutePositionForObject(s.scroll).AddXY(0, s.scroll.Size().Height/2)
		}
		a, b = outside(s), outside(other)
	}
	if math.Abs(float64(a.Y-b.Y)) < 6 {
		return a.X < b.X
	}
	return a.Y < b.Y
}

func TestTheKeysGoFromTopToBottomAndAreSeen(t *testing.T) {
	visits(t, "en", func(name string, d *desk) {
		c := d.win.Canvas()
		c.Unfocus()
		var last spot
		seen := map[fyne.Focusable]bool{}
		for i := 0; ; i++ {
			c.FocusNext()
			at := c.Focused()
			if at == nil || seen[at] {
				break
			}
			seen[at] = true
			here := d.spot(at.(fyne.CanvasObject)) // before the control is drawn elsewhere
			with := test.RenderObjectToMarkup(at.(fyne.CanvasObject))
			at.FocusLost()
			if with == test.RenderObjectToMarkup(at.(fyne.CanvasObject)) {
				t.Errorf("%s: it is not seen that %q has the keys", name, nameOf(at))
			}
			at.FocusGained()
			if i > 0 && !last.before(here) {
				t.Errorf("%s: %q comes after %v and lies at %v", name, nameOf(at), last.place, here.place)
			}
			last = here
		}
		focusable := 0
		for _, o := range d.controls() {
			if _, is := o.(fyne.Focusable); is {
				focusable++
			}
		}
		if len(seen) != focusable || focusable == 0 {
			t.Errorf("%s: Tab leads to %d of %d", name, len(seen), focusable)
		}
		c.Unfocus()
	})
}
