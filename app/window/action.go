package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// place is where an action holds.
type place uint8

const (
	everywhere place = iota // on pages too, and while one writes
	onScreens               // wherever no page is open
	atRest
	inSession
	inTone
	afterSession
	onPages // that are read, or on which nothing but a few words is written
	onSound
	onPatterns
	onPattern
	onWords
	onPractice
	onStep
	onSave
	onSettings
	onLanguage
	onJournal
	onEntry
	onTotals
	onExport
	onErase
	onHelp
	onKeys
)

// placeTitles are the keys of what the places are called.
var placeTitles = map[place]string{
	everywhere: "keys_everywhere", onScreens: "keys_screens", atRest: "keys_rest", inSession: "keys_session",
	inTone: "keys_tone", afterSession: "keys_end", onPages: "keys_pages", onSound: "sound", onPatterns: "pattern",
	onPattern: "pattern_one", onWords: "words", onPractice: "words_practice", onStep: "keys_step", onSave: "save",
	onSettings: "settings", onLanguage: "language", onJournal: "journal", onEntry: "keys_entry",
	onExport: "journal_export", onErase: "journal_delete_all", onHelp: "help", onKeys: "keys",
}

// screenPlaces are the places that screens are.
var screenPlaces = map[screen]place{resting: atRest, guided: inSession, toned: inTone, ended: afterSession}

// stroke is a key as it is pressed.
type stroke struct {
	name fyne.KeyName
	mod  fyne.KeyModifier
}

// sign is the name of a key that is known by what it writes, wherever that lies on the keyboard.
func sign(r rune) fyne.KeyName { return signKey + fyne.KeyName(r) }

const signKey = "sign "

func plainly(names ...fyne.KeyName) (all []stroke) {
	for _, name := range names {
		all = append(all, stroke{name: name})
	}
	return all
}

func ctrl(name fyne.KeyName) stroke { return stroke{name, fyne.KeyModifierShortcutDefault} }
func alt(name fyne.KeyName) stroke  { return stroke{name, fyne.KeyModifierAlt} }

// digits are the keys from 1 to n, where the tenth is 0.
func digits(n int) (all []stroke) {
	for _, r := range choosers[:n] {
		all = append(all, stroke{name: fyne.KeyName(r)})
	}
	return all
}

// nth is which of the digits a key is, from 0 on.
func (k stroke) nth() int { return slices.Index(digits(len(choosers)), k) }

// shortcut is a stroke with a modifier as Fyne hands it on.
func (k stroke) shortcut() fyne.Shortcut {
	if k == ctrl(fyne.KeyZ) {
		return &fyne.ShortcutUndo{}
	}
	return &desktop.CustomShortcut{KeyName: k.name, Modifier: k.mod}
}

// action is something that a person can do with a key.
type action struct {
	name string // of the words: "tip_" and this says what it does
	at   []place
	keys []stroke
	do   func(*shell, stroke)
}

func (a action) holds(at place) bool { return slices.Contains(a.at, at) }

// with is an action on what the page is of.
func with[T any](do func(T)) func(*shell, stroke) {
	return func(s *shell, _ stroke) {
		if page, is := s.page.of.(T); is {
			do(page)
		}
	}
}

// withKey is one for which it matters which of its keys it was.
func withKey[T any](do func(T, stroke)) func(*shell, stroke) {
	return func(s *shell, k stroke) {
		if page, is := s.page.of.(T); is {
			do(page, k)
		}
	}
}

// simply is an action for which only the shell is needed.
func simply(do func(*shell)) func(*shell, stroke) { return func(s *shell, _ stroke) { do(s) } }

// places are where the person is, the nearest first.
func (s *shell) places() []place {
	switch at := s.page.place; {
	case s.stage.page == nil:
		return []place{screenPlaces[s.shown.on], onScreens, everywhere}
	case slices.Contains(ownPlaces, at):
		return []place{at, everywhere}
	default:
		return []place{at, onPages, everywhere}
	}
}

// ownPlaces are pages on which no Return leads away: something is written there, or was just jumped to.
var ownPlaces = []place{onPattern, onPractice, onStep, onJournal, onEntry, onHelp}

// actionOf is what a stroke does here.
func (s *shell) actionOf(k stroke) (action, bool) {
	for _, at := range s.places() {
		for _, a := range actions() {
			if a.holds(at) && slices.Contains(a.keys, k) {
				return a, true
			}
		}
	}
	return action{}, false
}

// act does what a stroke stands for here. It reports whether it stands for something.
func (s *shell) act(k stroke) bool {
	a, is := s.actionOf(k)
	if is {
		a.do(s, k)
	}
	return is
}

// keysOf are the keys of an action here; none where it has none here.
func (s *shell) keysOf(name string) []stroke {
	for _, at := range s.places() {
		for _, a := range actions() {
			if a.name == name && a.holds(at) {
				return a.keys
			}
		}
	}
	return nil
}
