package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"kindhum/app/breath"
)

func actionsOfWords() []action {
	at, patterns, one := []place{onWords}, []place{onPatterns}, []place{onPattern}
	return []action{
		{"words_shown", at, plainly(fyne.KeyO), with((*wordsPage).toggle)},
		{"words_talk", at, plainly(fyne.KeyT), with((*wordsPage).nextTalk)},
		{"words_size", at, plainly(sign('+'), sign('-')), withKey((*wordsPage).resizeKey)},
		{"words_new", at, plainly(fyne.KeyN), with((*wordsPage).add)},
		{"words_import", at, []stroke{ctrl(fyne.KeyO)}, with((*wordsPage).bring)},
		{"words_open", at, digits(len(choosers)), withKey(func(w *wordsPage, k stroke) { pressNth(w.practices, k.nth()) })},
		{"words_bring_back", at, undoing, with((*wordsPage).bringBack)},

		{"pattern_choose", patterns, digits(len(choosers)), withKey(func(p *patternPage, k stroke) { pressNth(p.order, k.nth()) })},
		{"pattern_new", patterns, plainly(fyne.KeyN), with(func(p *patternPage) { p.change(-1) })},
		{"pattern_change", patterns, plainly(fyne.KeyF2), with(func(p *patternPage) { p.onOwn(p.change) })},
		{"pattern_remove", patterns, plainly(fyne.KeyDelete), with(func(p *patternPage) { p.onOwn(p.remove) })},
		{"words_bring_back", patterns, undoing, with((*patternPage).bringBack)},

		{"pattern_part", one, digits(breathParts), withKey((*ownPatternPage).toPart)},
		{"pattern_name", one, plainly(fyne.KeyN), with(func(p *ownPatternPage) { p.shell.focus(p.name) })},
		{"pattern_use", one, []stroke{ctrl(fyne.KeyReturn)}, with((*ownPatternPage).use)},
	}
}

func actionsOfPractice() []action {
	at, step := []place{onPractice}, []place{onStep}
	return []action{
		{"words_to_step", at, digits(len(choosers) - 1), withKey(func(p *practicePage, k stroke) { pressNth(p.toSteps, k.nth()) })},
		{"words_pattern", at, plainly(fyne.KeyP), with((*practicePage).choosePattern)},
		{"words_last", at, plainly(fyne.KeyR), with(func(p *practicePage) { p.turn(!p.draft.Turns) })},
		{"words_add_step", at, []stroke{ctrl(fyne.KeyN)}, with((*practicePage).addStep)},
		{"words_take", at, []stroke{ctrl(fyne.KeyReturn)}, with((*practicePage).choose)},
		{"words_double", at, []stroke{ctrl(fyne.KeyD)}, with((*practicePage).double)},
		{"words_export", at, []stroke{ctrl(fyne.KeyS)}, with((*practicePage).export)},
		{"words_remove", at, plainly(fyne.KeyDelete), with((*practicePage).removeOwn)},
		{"words_bring_back", at, undoing, with((*practicePage).undo)},

		{"words_add_line", step, []stroke{ctrl(fyne.KeyN)}, with((*stepPage).addAfter)},
		{"words_move", step, []stroke{alt(fyne.KeyUp), alt(fyne.KeyDown)}, withKey((*stepPage).moveKey)},
		{"words_off", step, []stroke{alt(fyne.KeyO)}, with(func(p *stepPage) { p.onLine(p.silence) })},
		{"words_drop", step, []stroke{alt(fyne.KeyDelete)}, with(func(p *stepPage) { p.onLine(p.drop) })},
		{"words_step_move", step, []stroke{alt(fyne.KeyPageUp), alt(fyne.KeyPageDown)}, withKey((*stepPage).shiftKey)},
		{"words_step_remove", step, plainly(fyne.KeyDelete), with((*stepPage).dropStep)},
		{"words_bring_back", step, undoing, with((*stepPage).undo)},
	}
}

// breathParts is how many parts a breath can have: in, in again, hold, out, rest.
const breathParts = int(breath.Rest-breath.In) + 2

func actionsOfSmallPages() []action {
	save, set := []place{onSave}, []place{onSettings}
	return []action{
		{"save_begin", save, []stroke{ctrl(fyne.KeyReturn)}, with((*savePage).write)},
		{"save_kind", save, digits(len(saveKinds)), withKey(func(p *savePage, k stroke) { p.kinds[k.nth()].press() })},
		{"save_folder", save, []stroke{ctrl(fyne.KeyO)}, with((*savePage).chooseFolder)},
		{"save_cancel", save, plainly(fyne.KeyS), with(func(p *savePage) { p.saver.giveUp() })},

		{"set", set, digits(len(choosers) - 1), withKey((*settings).nextOf)},
		{"remind_hint", set, plainly(fyne.KeyR), with((*settings).toReminders)},
		{"remind_drop", set, plainly(fyne.KeyDelete), with((*settings).dropReminder)},

		{"language_choose", []place{onLanguage}, digits(len(choosers) - 1), withKey(func(all languages, k stroke) { pressNth(all, k.nth()) })},
	}
}

func actionsOfJournal() []action {
	at, entry := []place{onJournal}, []place{onEntry}
	return []action{
		{"journal_keep", at, []stroke{ctrl(fyne.KeyReturn)}, with((*diary).keep)},
		{"journal_another", at, []stroke{ctrl(fyne.KeyN)}, with((*diary).another)},
		{"journal_search", at, []stroke{ctrl(fyne.KeyF), {name: sign('/')}}, with(func(d *diary) { d.shell.focus(d.view.search) })},
		{"journal_list", at, listing, withKey((*diary).listKey)},
		{"journal_delete", at, plainly(fyne.KeyDelete), with((*diary).deleteRow)},
		{"journal_undo", at, undoing, with((*diary).takeBack)},
		{"journal_more", at, plainly(fyne.KeyF10, desktop.KeyMenu), with((*diary).openMore)},
		{"journal_totals", at, []stroke{ctrl(fyne.KeyT)}, with((*diary).openTotals)},
		{"journal_export", at, []stroke{ctrl(fyne.KeyE)}, with((*diary).openExport)},
		{"journal_erase", at, []stroke{{fyne.KeyDelete, fyne.KeyModifierControl | fyne.KeyModifierShift}}, with((*diary).openErase)},

		{"journal_delete_note", entry, []stroke{alt(fyne.KeyDelete)}, with((*diary).deleteNoteHere)},
		{"journal_delete_session", entry, plainly(fyne.KeyDelete), with((*diary).deleteOpened)},
		{"journal_part", entry, []stroke{alt(fyne.KeyPageUp), alt(fyne.KeyPageDown)}, withKey((*diary).partKey)},

		{"journal_kind", []place{onExport}, digits(len(exportKinds)), withKey(func(d *diary, k stroke) { d.chooseFolder(exportKinds[k.nth()].format) })},
		{"journal_keep_all", []place{onErase}, plainly(fyne.KeyK), with((*diary).back)},
		{"journal_delete_all", []place{onErase}, plainly(fyne.KeyD), with((*diary).erase)},
	}
}

func actionsOfHelp() []action {
	at := []place{onHelp}
	return []action{
		{"help_find", at, []stroke{ctrl(fyne.KeyF), {name: sign('/')}}, with(func(p *helpPage) { p.find.focus() })},
		{"help_next", at, plainly(fyne.KeyF3), with(func(p *helpPage) { p.find.another() })},
		{"help_section", at, digits(len(choosers)), withKey(func(p *helpPage, k stroke) { p.toSection(k.nth()) })},
		{"scroll", at, append(plainly(fyne.KeySpace), scrolling...), withKey((*helpPage).scrollKey)},
		{"done", at, plainly(fyne.KeyH), simply((*shell).closePage)},
	}
}
