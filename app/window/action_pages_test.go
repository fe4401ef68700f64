package window

import (
	"context"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"kindhum/app/control"
	"kindhum/app/practice"
)

// focusOn comes to a page, and gives the keys to the n-th of its pills of a tooltip.
func focusOn(at place, about string) func(*desk) {
	return func(d *desk) {
		come(at)(d)
		for _, p := range all[*pill](d.stage.page) {
			if p.about == about {
				d.focus(p)
				return
			}
		}
	}
}

// says are the lines of the step that is open.
func linesAre(want ...string) func(*desk) bool {
	return func(d *desk) bool {
		lines := d.page.of.(*stepPage).part().Lines
		if len(lines) != len(want) {
			return false
		}
		for i, l := range lines {
			if l.Text != want[i] {
				return false
			}
		}
		return true
	}
}

func effectsOnPages(t *testing.T) []effect {
	var all []effect
	none := func(d *desk) bool { return d.stage.page == nil }
	for at, to := range map[place]func(*desk) bool{
		onPages: none, onHelp: none, onJournal: none, onPattern: opens(onPatterns), onPractice: opens(onWords), onStep: opens(onPractice),
	} {
		all = append(all, effect{"done", at, keyOf(fyne.KeyEscape), come(at), to})
	}
	return slices.Concat(all, effectsOfHelp(t), effectsOfWords(t), effectsOfPractice(t), effectsOfSmallPages())
}

func effectsOfHelp(t *testing.T) []effect {
	none := func(d *desk) bool { return d.stage.page == nil }
	return []effect{
		{"done", onPages, keyOf(fyne.KeyReturn), come(onPages), none},
		{"done", onHelp, keyOf(fyne.KeyH), come(onHelp), none},
		{"help", onPages, keyOf(fyne.KeyH), come(onSettings), opens(onHelp)},
		{"scroll", onPages, keyOf(fyne.KeyDown), func(d *desk) { d.win.Resize(fyne.NewSize(360, 560)); d.openKeys() }, func(d *desk) bool { return d.page.scroll.Offset.Y > 0 }},
		{"scroll", onHelp, keyOf(fyne.KeySpace), come(onHelp), func(d *desk) bool { return helpShown(d).scroll.Offset.Y > 0 }},
		{"help_find", onHelp, ctrl(fyne.KeyF), come(onHelp), func(d *desk) bool { return d.win.Canvas().Focused() == fyne.Focusable(helpShown(d).find.field) }},
		{"help_next", onHelp, keyOf(fyne.KeyF3), func(d *desk) { d.openHelp(); helpShown(d).find.look("the") }, func(d *desk) bool { return helpShown(d).find.at == 1 }},
		{"help_section", onHelp, keyOf(fyne.Key3), come(onHelp), func(d *desk) bool {
			p := helpShown(d)
			return p.scroll.Offset.Y == p.prose.sheet.tops[p.page.Sections()[2]]-4
		}},
		{"rows", onWords, keyOf(fyne.KeyDown), come(onWords), func(d *desk) bool { return d.page.rows()[0].focused }},
		{"rows", onPatterns, keyOf(fyne.KeyEnd), come(onPatterns), func(d *desk) bool { r := d.page.rows(); return r[len(r)-1].focused }},
		{"rows", onLanguage, keyOf(fyne.KeyHome), come(onLanguage), func(d *desk) bool { return d.page.rows()[0].focused }},
		{"listen", onSound, keyOf(fyne.KeySpace), come(onSound), asks(t, control.MethodTry)},
	}
}

func effectsOfWords(t *testing.T) []effect {
	return []effect{
		{"words_shown", onWords, keyOf(fyne.KeyO), come(onWords), func(d *desk) bool { return !d.kept.session.Words }},
		{"words_talk", onWords, keyOf(fyne.KeyT), come(onWords), func(d *desk) bool { return d.kept.session.Talk == "second" }},
		{"words_size", onWords, keyOf(sign('+')), come(onWords), func(d *desk) bool { return d.kept.window.TextSize == 110 }},
		{"words_size", onWords, keyOf(sign('-')), come(onWords), func(d *desk) bool { return d.kept.window.TextSize == 90 }},
		{"words_new", onWords, keyOf(fyne.KeyN), come(onWords), opens(onPractice)},
		{"words_import", onWords, ctrl(fyne.KeyO), come(onWords), menuIsOpen},
		{"words_open", onWords, keyOf(fyne.Key2), come(onWords), func(d *desk) bool { return d.shown.book.open.draft.ID == d.opts.Library.All()[1].ID }},
		{"words_bring_back", onWords, ctrl(fyne.KeyZ), func(d *desk) {
			gone := shelved(t, d)
			if err := d.opts.Shelf.Remove(gone.ID); err != nil {
				t.Fatal(err)
			}
			d.openWords()
			d.shown.book.gone = append(d.shown.book.gone, gone)
		}, func(d *desk) bool { d.settle(t); return len(d.opts.Shelf.Read().Files) == 1 }},

		{"pattern_choose", onPatterns, keyOf(fyne.Key4), come(onPatterns), func(d *desk) bool { return d.kept.session.Pattern == "5-5" }},
		{"pattern_new", onPatterns, keyOf(fyne.KeyN), come(onPatterns), opens(onPattern)},
		{"pattern_change", onPatterns, keyOf(fyne.KeyF2), focusOn(onPatterns, "pattern_change"), func(d *desk) bool { return d.page.of.(*ownPatternPage).at == 0 }},
		{"pattern_remove", onPatterns, keyOf(fyne.KeyDelete), focusOn(onPatterns, "pattern_remove"), func(d *desk) bool { return len(d.kept.patterns) == 1 }},
		{"words_bring_back", onPatterns, ctrl(fyne.KeyZ), func(d *desk) { openSomePatterns(d); d.page.of.(*patternPage).remove(0) }, func(d *desk) bool { return len(d.kept.patterns) == 2 }},
		{"pattern_part", onPattern, keyOf(fyne.Key3), come(onPattern), func(d *desk) bool { return nameOf(d.win.Canvas().Focused()) == d.text.Text("pattern_hold") }},
		{"pattern_name", onPattern, keyOf(fyne.KeyN), come(onPattern), func(d *desk) bool { return nameOf(d.win.Canvas().Focused()) == d.text.Text("pattern_name") }},
		{"pattern_use", onPattern, ctrl(fyne.KeyReturn), come(onPattern), func(d *desk) bool { return len(d.kept.patterns) == 1 && opens(onPatterns)(d) }},
	}
}

func effectsOfPractice(t *testing.T) []effect {
	return []effect{
		{"words_to_step", onPractice, keyOf(fyne.Key2), come(onPractice), func(d *desk) bool { return d.page.of.(*stepPage).step == 1 }},
		{"words_pattern", onPractice, keyOf(fyne.KeyP), come(onPractice), menuIsOpen},
		{"words_last", onPractice, keyOf(fyne.KeyR), come(onPractice), func(d *desk) bool { return d.shown.book.open.draft.Turns }},
		{"words_add_step", onPractice, ctrl(fyne.KeyN), come(onPractice), func(d *desk) bool { return len(d.shown.book.open.draft.Steps) == 3 }},
		{"words_take", onPractice, ctrl(fyne.KeyReturn), come(onPractice), func(d *desk) bool { return d.kept.session.Practice == "many" }},
		{"words_double", onPractice, ctrl(fyne.KeyD), func(d *desk) { d.openPractice(d.edit(shelved(t, d))) }, func(d *desk) bool { d.settle(t); return d.shown.book.open.draft.ID != "many" }},
		{"words_export", onPractice, ctrl(fyne.KeyS), come(onPractice), menuIsOpen},
		{"words_remove", onPractice, keyOf(fyne.KeyDelete), func(d *desk) {
			d.openPractice(d.edit(shelved(t, d)))
		}, func(d *desk) bool { d.settle(t); return len(d.opts.Shelf.Read().Files) == 0 }},
		{"words_bring_back", onPractice, ctrl(fyne.KeyZ), func(d *desk) {
			d.openStep(d.edit(manyLines(d)), 1).dropStep()
		}, func(d *desk) bool { return len(d.shown.book.open.draft.Steps) == 2 }},

		{"words_add_line", onStep, ctrl(fyne.KeyN), onALine, linesAre("One.", "Two.", "", "Three.")},
		{"words_move", onStep, alt(fyne.KeyUp), onALine, linesAre("Two.", "One.", "Three.")},
		{"words_off", onStep, alt(fyne.KeyO), onALine, func(d *desk) bool { return d.page.of.(*stepPage).part().Lines[1].Off }},
		{"words_drop", onStep, alt(fyne.KeyDelete), onALine, linesAre("One.", "Three.")},
		{"words_step_move", onStep, alt(fyne.KeyPageUp), onALine, func(d *desk) bool { return d.page.of.(*stepPage).step == 0 }},
		{"words_step_remove", onStep, keyOf(fyne.KeyDelete), come(onStep), func(d *desk) bool { return len(d.shown.book.open.draft.Steps) == 1 }},
		{"words_bring_back", onStep, ctrl(fyne.KeyZ), func(d *desk) { come(onStep)(d); d.page.of.(*stepPage).drop(0) }, linesAre("One.", "Two.", "Three.")},
	}
}

func effectsOfSmallPages() []effect {
	return []effect{
		{"save_begin", onSave, ctrl(fyne.KeyReturn), comeToSave, func(d *desk) bool { return d.saver.busy() }},
		{"save_kind", onSave, keyOf(fyne.Key2), comeToSave, func(d *desk) bool { return d.page.of.(*savePage).kinds[1].chosen }},
		{"save_folder", onSave, ctrl(fyne.KeyO), comeToSave, menuIsOpen},
		{"save_cancel", onSave, keyOf(fyne.KeyS), func(d *desk) {
			comeToSave(d)
			d.saver.over, d.saver.cancel = make(chan struct{}), func() { close(d.saver.over) }
		}, func(d *desk) bool { _, open := <-d.saver.over; return !open }},

		{"set", onSettings, keyOf(fyne.Key1), come(onSettings), func(d *desk) bool { return !d.page.of.(*settings).desktop.EndSession }},
		{"remind_hint", onSettings, keyOf(fyne.KeyR), come(onSettings), func(d *desk) bool {
			return d.win.Canvas().Focused() == fyne.Focusable(d.page.of.(*settings).remind.field)
		}},
		{"remind_drop", onSettings, keyOf(fyne.KeyDelete), focusOn(onSettings, "remind_drop"), func(d *desk) bool { return len(d.page.of.(*settings).remind.kept.At) == 1 }},
		{"language_choose", onLanguage, keyOf(fyne.Key3), come(onLanguage), func(d *desk) bool { return d.kept.window.Language == "de" }},
	}
}

// shelved is a practice of the person's own.
func shelved(t *testing.T, d *desk) practice.Draft {
	t.Helper()
	if err := d.opts.Shelf.Put(manyLines(d)); err != nil {
		t.Fatal(err)
	}
	d.reread()
	if len(d.opts.Shelf.Read().Files) != 1 {
		t.Fatal("it is not on the shelf")
	}
	return manyLines(d)
}

// onALine comes to a step, with the keys in its second line.
func onALine(d *desk) { d.focus(d.openStep(d.edit(manyLines(d)), 1).lines[1]) }

// comeToSave comes to the page of sound files, where there is a folder to write into.
func comeToSave(d *desk) {
	d.opts.Music = d.folder
	d.opts.Save = func(context.Context, Saving, func(float64)) error { return nil }
	d.openSave()
}

// written comes to a journal of a session and a note.
func written(t *testing.T) func(*desk) *diaryDesk {
	return func(d *desk) *diaryDesk {
		b := &diaryDesk{desk: d, diary: d.feet.diary}
		if err := d.store.Restore(t.Context(), sessionOf(9, "after it"), noteOf(5, "five")); err != nil {
			t.Fatal(err)
		}
		d.safetySeen()
		b.opens(t, 2)
		return b
	}
}

// leftOver waits until so many entries are left, and it is said what was done.
func leftOver(t *testing.T, n int) func(*desk) bool {
	return func(d *desk) bool {
		b := &diaryDesk{desk: d, diary: d.feet.diary}
		b.until(t, "what is left", func() bool { return len(b.rows) == n && b.view.tail.all.Visible() })
		return true
	}
}

func effectsOfJournal(t *testing.T) []effect {
	written, left := written(t), func(n int) func(*desk) bool { return leftOver(t, n) }
	come := func(d *desk) { written(d) }
	entry := func(d *desk) {
		b := written(d)
		b.openRow(b.rows[1])
		b.until(t, "an open entry", func() bool { return b.opened != nil })
	}
	has := func(what func(v *diaryView) fyne.Focusable) func(*desk) bool {
		return func(d *desk) bool { return d.win.Canvas().Focused() == what(d.feet.diary.view) }
	}
	inner := func(at place) func(*desk) bool {
		return func(d *desk) bool {
			b := &diaryDesk{desk: d, diary: d.feet.diary}
			b.until(t, "another page", func() bool { return d.page.place == at })
			return true
		}
	}
	onList := func(d *desk) { written(d); d.focus(d.feet.diary.view.list) }
	return []effect{
		{"done", onEntry, keyOf(fyne.KeyEscape), entry, opens(onJournal)},
		{"journal_keep", onJournal, ctrl(fyne.KeyReturn), func(d *desk) { b := written(d); b.view.field.SetText("new"); d.focus(b.view.field) }, left(3)},
		{"journal_another", onJournal, ctrl(fyne.KeyN), func(d *desk) { written(d); d.feet.diary.asking.text = "the last" }, func(d *desk) bool { return d.feet.diary.asking.text != "the last" }},
		{"journal_search", onJournal, ctrl(fyne.KeyF), come, has(func(v *diaryView) fyne.Focusable { return v.search })},
		{"journal_search", onJournal, keyOf(sign('/')), onList, has(func(v *diaryView) fyne.Focusable { return v.search })},
		{"journal_list", onJournal, keyOf(fyne.KeyDown), come, has(func(v *diaryView) fyne.Focusable { return v.list })},
		{"journal_delete", onJournal, keyOf(fyne.KeyDelete), onList, left(1)},
		{"journal_undo", onJournal, ctrl(fyne.KeyZ), func(d *desk) { onList(d); d.strike(keyOf(fyne.KeyDelete)); left(1)(d) }, func(d *desk) bool {
			b := &diaryDesk{desk: d, diary: d.feet.diary}
			b.lists(t, 2)
			return true
		}},
		{"journal_more", onJournal, keyOf(fyne.KeyF10), come, menuIsOpen},
		{"journal_totals", onJournal, ctrl(fyne.KeyT), come, inner(onTotals)},
		{"journal_export", onJournal, ctrl(fyne.KeyE), come, inner(onExport)},
		{"journal_erase", onJournal, stroke{fyne.KeyDelete, fyne.KeyModifierControl | fyne.KeyModifierShift}, come, inner(onErase)},
		{"journal_delete_note", onEntry, alt(fyne.KeyDelete), entry, left(1)},
		{"journal_delete_session", onEntry, keyOf(fyne.KeyDelete), func(d *desk) {
			b := written(d)
			b.openRow(b.rows[0])
			b.until(t, "an open entry", func() bool { return b.opened != nil })
		}, left(1)},
		{"journal_part", onEntry, alt(fyne.KeyPageDown), func(d *desk) {
			entry(d)
			e := d.feet.diary.opened.editors[0]
			e.parts = append(e.parts, "more")
		}, func(d *desk) bool { return d.feet.diary.opened.editors[0].at == 1 }},
		{"journal_kind", onExport, keyOf(fyne.Key2), func(d *desk) { written(d).openExport() }, menuIsOpen},
		{"journal_keep_all", onErase, keyOf(fyne.KeyK), func(d *desk) { written(d).openErase() }, opens(onJournal)},
		{"journal_delete_all", onErase, keyOf(fyne.KeyD), func(d *desk) { written(d).openErase() }, left(0)},
	}
}
