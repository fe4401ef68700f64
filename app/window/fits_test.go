package window

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kindhum/app/choice"
	"kindhum/app/control"
	"kindhum/app/journal"
	"kindhum/app/theme"
	"kindhum/assets"
)

// view is something that the window can show.
type view struct {
	name string
	show func(t *testing.T, b *diaryDesk)
}

// views are all screens, pages and menus there are, as full as they come.
func views() []view {
	var all []view
	add := func(name string, show func(t *testing.T, b *diaryDesk)) { all = append(all, view{name, show}) }
	page := func(name string, show func(b *diaryDesk)) { add(name, func(_ *testing.T, b *diaryDesk) { show(b) }) }
	page("the safety card", func(b *diaryDesk) {
		b.desk.shell.kept.window.SafetySeen = false
		b.arrange()
	})
	for _, id := range []string{
		"hum-breath", "compassion-practice", "kind-moment", "self-compassion-break", "as-to-a-friend", "around-the-numbness", "after-a-mistake",
	} {
		page("at rest, "+id, func(b *diaryDesk) {
			b.desk.shell.kept.session.Practice = id
			b.arrange()
			b.tell(b.text.Text("not_reached"), nil)
		})
	}
	for _, state := range []string{"lead-in", "running", "paused", "easing"} {
		page(state, func(b *diaryDesk) {
			s := b.playing(state, 10*time.Second)
			s.Status.Line = new(string)
			*s.Status.Line = "May this be a little softer for you, and for whoever is near you now."
			b.see(s)
			b.tell(b.text.Text("not_reached"), nil)
		})
	}
	page("the end", func(b *diaryDesk) { b.see(b.playing("running", time.Second)); b.see(b.playing("ending", time.Minute)) })
	page("the tone", func(b *diaryDesk) {
		s := b.toning()
		s.Status.Length = new(float64)
		*s.Status.Length = 5400
		b.see(s)
	})
	page("sound", func(b *diaryDesk) { b.openSound() })
	page("safety", func(b *diaryDesk) { b.openSafety() })
	page("keys", func(b *diaryDesk) { b.openKeys() })
	page("about", func(b *diaryDesk) { b.openAbout() })
	page("language", func(b *diaryDesk) { b.openLanguage() })
	page("help", func(b *diaryDesk) { b.openHelp() })
	page("save", func(b *diaryDesk) { b.openSave() })
	page("words", func(b *diaryDesk) { b.openWords() })
	page("a practice", func(b *diaryDesk) { b.openPractice(b.edit(b.desk.shell.draft("hum-breath"))) })
	page("a step", func(b *diaryDesk) { b.openStep(b.edit(b.desk.shell.draft("hum-breath")), 0) })
	page("the patterns", func(b *diaryDesk) { b.openPatterns() })
	page("a pattern", func(b *diaryDesk) { b.openOwnPattern(0) })
	page("a new pattern", func(b *diaryDesk) { b.openOwnPattern(-1) })
	page("the settings", func(b *diaryDesk) { b.openSettings() })
	return append(append(all, journalViews()...), menuViews()...)
}

// journalViews are those of the journal.
func journalViews() []view {
	return []view{
		{"the journal", func(t *testing.T, b *diaryDesk) { b.opens(t, 2) }},
		{"the journal, with nothing found", func(t *testing.T, b *diaryDesk) {
			b.opens(t, 2)
			b.view.search.SetText("xyzzy")
			b.lists(t, 0)
		}},
		{"the journal, with nothing in it", func(t *testing.T, b *diaryDesk) {
			b.opens(t, 2)
			b.found(b.reading.number, nil, fresh, journal.Query{})
		}},
		{"the journal, with a line", func(t *testing.T, b *diaryDesk) {
			b.opens(t, 2)
			b.did(b.text.Text("journal_changed"), func(context.Context) error { return nil })
			b.diary.say(b.text.Text("journal_long"))
		}},
		{"the journal, with every question", func(t *testing.T, b *diaryDesk) {
			b.opens(t, 2)
			for _, q := range b.text.Lines("journal_questions") {
				if len(q) > len(b.view.ask.Text) {
					b.view.question(q)
				}
			}
		}},
		{"an entry", func(t *testing.T, b *diaryDesk) { b.opens(t, 2); b.reads(t, 0) }},
		{"export", func(t *testing.T, b *diaryDesk) { b.opens(t, 2); b.openExport() }},
		{"delete everything", func(t *testing.T, b *diaryDesk) { b.opens(t, 2); b.openErase() }},
	}
}

// menuViews are what pops up.
func menuViews() []view {
	menu := func(name string, open func(b *diaryDesk)) view {
		return view{name, func(_ *testing.T, b *diaryDesk) { open(b) }}
	}
	return []view{
		menu("the menu", func(b *diaryDesk) { b.openMenu() }),
		menu("the menu of practices", func(b *diaryDesk) { b.choosePractice() }),
		menu("the menu of lengths", func(b *diaryDesk) { b.chooseLength(b.feet.rest.length) }),
		menu("the menu of patterns", func(b *diaryDesk) {
			p := &practicePage{editing: b.edit(b.desk.shell.draft("hum-breath")), pattern: b.feet.rest.pattern}
			p.choosePattern()
		}),
		menu("the menu at the end", func(b *diaryDesk) {
			b.see(b.playing("running", time.Second))
			b.see(b.playing("ending", time.Minute))
			b.openMenu()
		}),
		menu("the menu of timers", func(b *diaryDesk) { b.see(b.toning()); b.popUp(b.feet.tone.timer, b.feet.tone.timerItems()) }),
		menu("the menu of swells", func(b *diaryDesk) { b.see(b.toning()); b.popUp(b.feet.tone.swell, b.feet.tone.swellItems()) }),
	}
}

// furnished is a journal in which there is something everywhere.
func furnished(t *testing.T, language string) *diaryDesk {
	t.Helper()
	b := newBookIn(t, language, sessionOf(9, "after it", "and later"), noteOf(5, "five"))
	b.desk.shell.opts.Startup = Startup{Now: func() string { return "off" }, Set: func(string) error { return nil }}
	b.desk.shell.opts.Music = "/home/somebody/Music and other sounds/of-this-year-and-of-all-the-years-there-were"
	b.setPatterns([]choice.OwnPattern{{Name: "A slow evening breath", Pattern: "4-2-8-1"}})
	ctx := context.Background()
	desktop, err := b.store.Desktop(ctx)
	if err != nil {
		t.Fatal(err)
	}
	desktop.Stay = true
	if err := b.store.SetDesktop(ctx, desktop); err != nil {
		t.Fatal(err)
	}
	if err := b.store.SetReminders(ctx, choice.Reminders{On: true, At: []int{450, 1275}}); err != nil {
		t.Fatal(err)
	}
	return b
}

// afresh is the window at rest, with nothing over it.
func (b *diaryDesk) afresh() {
	for o := b.win.Canvas().Overlays().Top(); o != nil; o = b.win.Canvas().Overlays().Top() {
		b.win.Canvas().Overlays().Remove(o)
	}
	if b.stage.page != nil {
		b.closePage()
	}
	b.shown.on, b.desk.shell.kept.window.SafetySeen, b.shown.notice = resting, true, ""
	b.see(control.Idle(b.desk.shell.kept.sound, "", true))
}

// everyView looks at all there is in a size of the window and of type.
func everyView(t *testing.T, language string, size fyne.Size, scale float32) {
	b := furnished(t, language)
	resizeType(scale)
	lays(b.win, size)
	for _, v := range views() {
		b.afresh()
		lays(b.win, size)
		v.show(t, b)
		lays(b.win, size)
		b.pass(4 * time.Second)
		if faults := lookAt(b.win); len(faults) > 0 {
			t.Errorf("%s, %s at %v and %.0f %%:\n\t%s", language, v.name, size, scale*100, strings.Join(faults, "\n\t"))
		}
	}
}

// Everything follows another size of type while it is open, and what is opened afterwards too.
func TestTheSizeOfTypeChangesWhateverIsOpen(t *testing.T) {
	size := fyne.NewSize(theme.LeastWidth, theme.LeastHeight)
	b := furnished(t, "de")
	for _, v := range views() {
		if strings.Contains(v.name, "menu") {
			continue // a menu is shut by the click that would reach the setting
		}
		b.afresh()
		resizeType(1)
		lays(b.win, size)
		v.show(t, b)
		lays(b.win, size)
		for _, scale := range []float32{2, 0.8} {
			resizeType(scale)
			lays(b.win, size)
			b.pass(4 * time.Second)
			if faults := lookAt(b.win); len(faults) > 0 {
				t.Errorf("%s, now at %.0f %%:\n\t%s", v.name, scale*100, strings.Join(faults, "\n\t"))
			}
		}
		if v.name != "an entry" {
			continue
		}
		b.back()
		lays(b.win, size)
		if faults := lookAt(b.win); len(faults) > 0 {
			t.Errorf("back from %s: %s", v.name, strings.Join(faults, "\n\t"))
		}
	}
}

// At a text size of 100 % the light is where it always was, whatever lies beneath it.
func TestTheLightKeepsItsPlace(t *testing.T) {
	for _, language := range assets.Languages() {
		b := furnished(t, language)
		for _, size := range []fyne.Size{fyne.NewSize(theme.LeastWidth, theme.LeastHeight), fyne.NewSize(theme.WindowWidth, theme.WindowHeight)} {
			for _, v := range views() {
				b.afresh()
				lays(b.win, size)
				v.show(t, b)
				lays(b.win, size)
				if b.stage.page != nil || (b.stage.on == toned && size.Width == theme.LeastWidth) {
					continue // the tone has more controls than a small window has room for
				}
				top, side := b.stage.lightPlace(size, b.stage.on)
				if light := b.stage.light; light.Position().Y != top || light.Size().Width != side {
					t.Errorf("%s, %s at %v: the light is at %v, %v wide, and was at %v, %v wide", language, v.name, size, light.Position().Y, light.Size().Width, top, side)
				}
			}
		}
	}
}

// resizeType sets the size of all type.
func resizeType(scale float32) {
	fyne.CurrentApp().Settings().SetTheme(newTheme(false, scale))
}

// TestNoTextIsCut looks at every screen, page and menu in the least window, in every language and size of type.
func TestNoTextIsCut(t *testing.T) {
	for _, language := range assets.Languages() {
		for _, scale := range []float32{0.8, 1, 1.25, 1.5, 2} {
			t.Run(fmt.Sprintf("%s, %.0f %%", language, scale*100), func(t *testing.T) {
				everyView(t, language, fyne.NewSize(theme.LeastWidth, theme.LeastHeight), scale)
			})
		}
	}
}

// A window manager may make a window as small as it likes.
func TestNothingOverlapsInATinyWindow(t *testing.T) {
	for _, language := range assets.Languages() {
		everyView(t, language, fyne.NewSize(least, least), 1)
	}
}
