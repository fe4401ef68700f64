package window

import (
	"slices"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"kindhum/app/choice"
	"kindhum/app/control"
)

// actions are all there are, by where they hold. The keys do what stands here, and the page of keys and the tooltips
// tell of it.
func actions() []action {
	table.once.Do(func() {
		table.all = slices.Concat(actionsEverywhere(), actionsOnScreens(), actionsOnPages(), actionsOfSound(), actionsOfWords(),
			actionsOfPractice(), actionsOfSmallPages(), actionsOfJournal(), actionsOfHelp())
	})
	return table.all
}

// table is made when it is first asked for: what it holds asks for it itself.
var table struct {
	once sync.Once
	all  []action
}

func actionsEverywhere() []action {
	at := []place{everywhere}
	return []action{
		{"keys", at, plainly(fyne.KeyF1, sign('?')), simply((*shell).toggleKeys)},
		{"full_screen", at, plainly(fyne.KeyF11), simply((*shell).fullScreen)},
		{"settings", at, []stroke{ctrl(fyne.KeyComma)}, simply((*shell).openSettings)},
		{"journal", at, []stroke{ctrl(fyne.KeyJ)}, simply(func(s *shell) { s.feet.diary.open() })},
		{"close", at, []stroke{ctrl(fyne.KeyQ), ctrl(fyne.KeyW)}, simply((*shell).close)},
	}
}

func actionsOnScreens() []action {
	screens, rest, end := []place{onScreens}, []place{atRest}, []place{afterSession}
	session, tone, plays := []place{inSession}, []place{inTone}, []place{inSession, inTone}
	wishing := func(method string) func(*shell, stroke) { return simply(func(s *shell) { s.wish(method) }) }
	return []action{
		{"menu", screens, plainly(fyne.KeyF10, desktop.KeyMenu), simply((*shell).openMenu)},
		{"volume", screens, plainly(fyne.KeyUp, fyne.KeyDown), louder},
		{"mute", screens, plainly(fyne.KeyM), simply((*shell).mute)},
		{"sound", screens, plainly(fyne.KeyS), simply((*shell).openSound)},
		{"words", screens, plainly(fyne.KeyW), simply((*shell).openWords)},
		{"help", screens, plainly(fyne.KeyH), simply((*shell).openHelp)},
		{"safety", screens, plainly(fyne.KeyG), simply((*shell).openSafety)},
		{"language", screens, []stroke{ctrl(fyne.KeyL)}, simply((*shell).openLanguage)},
		{"about", screens, plainly(fyne.KeyA), simply((*shell).openAbout)},

		{"begin", rest, plainly(fyne.KeyReturn, fyne.KeyEnter), simply((*shell).begin)},
		{"choose", rest, digits(len(choosers)), func(s *shell, k stroke) { s.choose(k.name) }},
		{"practice", rest, plainly(fyne.KeyP), simply((*shell).choosePractice)},
		{"length", rest, plainly(fyne.KeyL), simply(func(s *shell) { s.chooseLength(s.feet.rest.length) })},
		{"pattern", rest, plainly(fyne.KeyB), simply((*shell).openPatterns)},
		{"begin_tone", rest, plainly(fyne.KeyT), simply((*shell).tone)},
		{"safety_button", rest, plainly(fyne.KeyR), simply((*shell).safetyRead)},
		{"save", []place{atRest, afterSession}, []stroke{ctrl(fyne.KeyS)}, simply((*shell).openSave)},

		{"pause", plays, plainly(fyne.KeySpace), wishing(control.MethodToggle)},
		{"end", session, plainly(fyne.KeyEscape), wishing(control.MethodStop)},
		{"end_tone", tone, plainly(fyne.KeyEscape), wishing(control.MethodStop)},
		// While the last sound fades there is still time.
		{"longer", []place{inSession, inTone, afterSession}, plainly(fyne.KeyL), wishing(control.MethodLonger)},
		{"ease", session, plainly(fyne.KeyE), simply((*shell).easeOrBack)},

		{"begin_session", tone, plainly(fyne.KeyReturn, fyne.KeyEnter), simply((*shell).begin)},
		{"no_timer", tone, plainly(fyne.KeyT), simply(func(s *shell) { s.feet.tone.timer.press() })},
		{"even", tone, plainly(fyne.KeyV), simply(func(s *shell) { s.feet.tone.swell.press() })},

		{"once_more", end, plainly(fyne.KeyReturn, fyne.KeyEnter), simply((*shell).begin)},
		{"leave_tone_on", end, plainly(fyne.KeyT), simply((*shell).tone)},
		{"note", end, plainly(fyne.KeyN), simply(func(s *shell) { s.focus(s.feet.end.note) })},
		{"back_to_rest", end, plainly(fyne.KeyEscape), simply((*shell).rest)},
	}
}

// louder is a key for the volume.
func louder(s *shell, k stroke) {
	by := volumeStep
	if k.name == fyne.KeyDown {
		by = -volumeStep
	}
	s.setVolume(s.kept.sound.Volume + by)
}

// scrolling are the keys that scroll a page.
var scrolling = plainly(fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyEnd)

// listing are the keys that go from row to row.
var listing = plainly(fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd)

// undoing is the key that takes something back.
var undoing = []stroke{ctrl(fyne.KeyZ)}

func actionsOnPages() []action {
	return []action{
		{"done", []place{onPages}, plainly(fyne.KeyEscape, fyne.KeyReturn, fyne.KeyEnter), simply((*shell).goBack)},
		{"done", ownPlaces, plainly(fyne.KeyEscape), simply((*shell).goBack)},
		{"help", []place{onPages}, plainly(fyne.KeyH), simply((*shell).openHelp)},
		{"scroll", []place{onPages}, scrolling, (*shell).scrollKey},
		{"rows", []place{onWords, onPatterns, onLanguage}, listing, (*shell).rowKey},
	}
}

func actionsOfSound() []action {
	at, voices := []place{onSound}, len(choice.Voices())
	return []action{
		{"voice", at, digits(voices), withKey(func(l *listening, k stroke) { l.nth(k.nth()) })},
		{"pitch", at, digits(voices + len(pitches))[voices:], withKey(func(l *listening, k stroke) { l.nth(k.nth()) })},
		{"pitch_exactly", at, plainly(fyne.KeyLeft, fyne.KeyRight), withKey((*listening).retune)},
		{"cue", at, plainly(fyne.KeyA), with((*listening).toggleCue)},
		{"cue_level", at, plainly(fyne.KeyI), with(func(l *listening) { l.louder(l.cue.slider) })},
		{"bells", at, plainly(fyne.KeyB), with((*listening).toggleBells)},
		{"bells_level", at, plainly(fyne.KeyO), with(func(l *listening) { l.louder(l.bells.slider) })},
		{"room", at, plainly(fyne.KeyR), with((*listening).enlarge)},
		{"at_night", at, plainly(fyne.KeyN), with((*listening).toggleNight)},
		{"volume", at, plainly(fyne.KeyUp, fyne.KeyDown), louder},
		{"mute", at, plainly(fyne.KeyM), simply((*shell).mute)},
		{"listen", at, plainly(fyne.KeySpace), with(func(l *listening) { l.try(control.PartBells) })},
	}
}
