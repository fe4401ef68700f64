package window

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"kindhum/app/choice"
	"kindhum/app/control"
	"kindhum/assets"
)

// strike presses a key as a person does: where the keys are, or where they go when nothing has them.
func (d *desk) strike(k stroke) {
	c := d.win.Canvas()
	rune_, is := strings.CutPrefix(string(k.name), signKey)
	switch {
	case k.mod != 0:
		if f, writes := c.Focused().(fyne.Shortcutable); writes {
			f.TypedShortcut(k.shortcut())
			return
		}
		d.shortcut(k.shortcut()) // as listenForKeys has the canvas do
	case is:
		r, _ := utf8.DecodeRuneInString(rune_)
		if f := c.Focused(); f != nil {
			f.TypedRune(r)
			return
		}
		c.OnTypedRune()(r)
	default:
		d.press(k.name)
	}
}

// effect is a key of an action at a place, how to come there, and what is so afterwards.
type effect struct {
	name string
	at   place
	key  stroke
	come func(*desk)
	so   func(*desk) bool
}

// asks is that a wish was sent.
func asks(t *testing.T, method string) func(*desk) bool {
	return func(d *desk) bool { return d.wished(t).method == method }
}

// opens is that a page is open.
func opens(at place) func(*desk) bool {
	return func(d *desk) bool { return d.stage.page != nil && d.page.place == at }
}

func keyOf(name fyne.KeyName) stroke { return stroke{name: name} }

// come are the ways to the places.
func come(at place) func(*desk) {
	return map[place]func(*desk){
		atRest:       func(*desk) {},
		inSession:    func(d *desk) { d.see(d.playing("running", 10*time.Second)) },
		inTone:       func(d *desk) { d.see(d.toning()) },
		afterSession: func(d *desk) { d.see(d.playing("running", 10*time.Second)); d.see(d.playing("ending", 20*time.Second)) },
		onSound:      func(d *desk) { d.openSound() },
		onPatterns:   func(d *desk) { openSomePatterns(d) },
		onPattern:    func(d *desk) { d.openOwnPattern(-1) },
		onWords:      func(d *desk) { d.openWords() },
		onPractice:   func(d *desk) { d.openPractice(d.edit(manyLines(d))) },
		onStep:       func(d *desk) { d.openStep(d.edit(manyLines(d)), 1) },
		onSave:       func(d *desk) { d.openSave() },
		onSettings:   openAllSettings,
		onLanguage:   func(d *desk) { d.openLanguage() },
		onJournal:    func(d *desk) { d.feet.diary.open() },
		onHelp:       func(d *desk) { d.openHelp() },
		onPages:      func(d *desk) { d.openSafety() },
	}[at]
}

// menuIsOpen is that a menu lies over the window.
func menuIsOpen(d *desk) bool { return d.win.Canvas().Overlays().Top() != nil }

func effectsOnScreens(t *testing.T) []effect {
	volume := func(to int) func(*desk) bool { return func(d *desk) bool { return d.kept.sound.Volume == to } }
	closed := func(d *desk) bool { return d.shown.closed }
	inField := func(d *desk) { d.feet.diary.open(); d.focus(d.feet.diary.view.field) }
	all := []effect{
		{"keys", everywhere, keyOf(fyne.KeyF1), inField, opens(onKeys)},
		{"keys", everywhere, keyOf(sign('?')), come(atRest), opens(onKeys)},
		{"full_screen", everywhere, keyOf(fyne.KeyF11), inField, func(d *desk) bool { return d.win.FullScreen() }},
		{"settings", everywhere, ctrl(fyne.KeyComma), inField, opens(onSettings)},
		{"journal", everywhere, ctrl(fyne.KeyJ), come(inSession), opens(onJournal)},
		{"close", everywhere, ctrl(fyne.KeyQ), inField, closed},
		{"close", everywhere, ctrl(fyne.KeyW), come(inTone), closed},
		{"menu", onScreens, keyOf(fyne.KeyF10), come(inSession), menuIsOpen},
		{"menu", onScreens, keyOf("Menu"), come(afterSession), menuIsOpen},
		{"volume", onScreens, keyOf(fyne.KeyUp), come(inSession), volume(80)},
		{"volume", onScreens, keyOf(fyne.KeyDown), come(inTone), volume(70)},
		{"mute", onScreens, keyOf(fyne.KeyM), come(inTone), func(d *desk) bool { return d.kept.sound.Muted }},
		{"sound", onScreens, keyOf(fyne.KeyS), come(inTone), opens(onSound)},
		{"words", onScreens, keyOf(fyne.KeyW), come(atRest), opens(onWords)},
		{"help", onScreens, keyOf(fyne.KeyH), come(inTone), opens(onHelp)},
		{"safety", onScreens, keyOf(fyne.KeyG), come(inSession), func(d *desk) bool { return d.says(d.text.Lines("safety")[3]) }},
		{"language", onScreens, ctrl(fyne.KeyL), come(atRest), opens(onLanguage)},
		{"about", onScreens, keyOf(fyne.KeyA), come(atRest), func(d *desk) bool { return d.says(d.text.Text("about_text")) }},

		{"begin", atRest, keyOf(fyne.KeyReturn), come(atRest), asks(t, control.MethodBegin)},
		{"choose", atRest, keyOf(fyne.Key2), come(atRest), func(d *desk) bool { return d.kept.session.Practice == d.opts.Library.All()[1].ID }},
		{"practice", atRest, keyOf(fyne.KeyP), come(atRest), menuIsOpen},
		{"length", atRest, keyOf(fyne.KeyL), come(atRest), menuIsOpen},
		{"pattern", atRest, keyOf(fyne.KeyB), come(atRest), opens(onPatterns)},
		{"begin_tone", atRest, keyOf(fyne.KeyT), come(atRest), asks(t, control.MethodTone)},
		{"safety_button", atRest, keyOf(fyne.KeyR), come(atRest), func(d *desk) bool { return d.kept.window.SafetySeen }},
		{"save", atRest, ctrl(fyne.KeyS), come(atRest), opens(onSave)},
		{"save", afterSession, ctrl(fyne.KeyS), come(afterSession), opens(onSave)},

		{"pause", inSession, keyOf(fyne.KeySpace), come(inSession), asks(t, control.MethodToggle)},
		{"pause", inTone, keyOf(fyne.KeySpace), come(inTone), asks(t, control.MethodToggle)},
		{"end", inSession, keyOf(fyne.KeyEscape), come(inSession), asks(t, control.MethodStop)},
		{"end_tone", inTone, keyOf(fyne.KeyEscape), come(inTone), asks(t, control.MethodStop)},
		{"ease", inSession, keyOf(fyne.KeyE), come(inSession), asks(t, control.MethodEase)},
		{"begin_session", inTone, keyOf(fyne.KeyReturn), come(inTone), asks(t, control.MethodBegin)},
		{"no_timer", inTone, keyOf(fyne.KeyT), come(inTone), menuIsOpen},
		{"even", inTone, keyOf(fyne.KeyV), come(inTone), menuIsOpen},
		{"once_more", afterSession, keyOf(fyne.KeyReturn), come(afterSession), asks(t, control.MethodBegin)},
		{"leave_tone_on", afterSession, keyOf(fyne.KeyT), come(afterSession), asks(t, control.MethodTone)},
		{"note", afterSession, keyOf(fyne.KeyN), come(afterSession), func(d *desk) bool { return d.win.Canvas().Focused() == fyne.Focusable(d.feet.end.note) }},
		{"back_to_rest", afterSession, keyOf(fyne.KeyEscape), come(afterSession), func(d *desk) bool { return d.shown.on == resting }},
	}
	for _, at := range []place{inSession, inTone, afterSession} {
		all = append(all, effect{"longer", at, keyOf(fyne.KeyL), come(at), asks(t, control.MethodLonger)})
	}
	return all
}

func effectsOfSound() []effect {
	sound := func(name string, key fyne.KeyName, so func(choice.Sound) bool) effect {
		return effect{name, onSound, keyOf(key), come(onSound), func(d *desk) bool { return so(d.kept.sound) }}
	}
	was := choice.DefaultSound()
	return []effect{
		sound("voice", fyne.Key2, func(s choice.Sound) bool { return s.Voice == choice.Voices()[1] }),
		sound("pitch", fyne.Key6, func(s choice.Sound) bool { return s.Pitch == pitches[1] }),
		sound("pitch_exactly", fyne.KeyLeft, func(s choice.Sound) bool { return s.Pitch == was.Pitch-1 }),
		sound("cue", fyne.KeyA, func(s choice.Sound) bool { return s.Cue != was.Cue }),
		sound("cue_level", fyne.KeyI, func(s choice.Sound) bool { return s.CueLevel != was.CueLevel }),
		sound("bells", fyne.KeyB, func(s choice.Sound) bool { return s.Bells != was.Bells }),
		sound("bells_level", fyne.KeyO, func(s choice.Sound) bool { return s.BellsLevel != was.BellsLevel }),
		sound("room", fyne.KeyR, func(s choice.Sound) bool { return s.Room != was.Room }),
		sound("at_night", fyne.KeyN, func(s choice.Sound) bool { return s.Night != was.Night }),
		sound("volume", fyne.KeyUp, func(s choice.Sound) bool { return s.Volume == was.Volume+volumeStep }),
		sound("mute", fyne.KeyM, func(s choice.Sound) bool { return s.Muted }),
	}
}

// TestEveryActionDoesWhatItSays drives the keys of the table, each action at each place where it holds.
func TestEveryActionDoesWhatItSays(t *testing.T) {
	driven := map[string]bool{}
	effects := slices.Concat(effectsOnScreens(t), effectsOfSound(), effectsOnPages(t), effectsOfJournal(t))
	for _, e := range effects {
		driven[fmt.Sprint(e.name, e.at)] = true
		t.Run(fmt.Sprintf("%s at %s, %v", e.name, placeTitles[e.at], e.key), func(t *testing.T) {
			d := newDesk(t)
			d.win = stays{d.win}
			e.come(d)
			if e.so != nil && d.actionNamed(e) == "" {
				t.Fatalf("the table knows no such key here")
			}
			d.strike(e.key)
			if !e.so(d) {
				t.Error("that is not what it does")
			}
		})
	}
	for _, a := range actions() {
		for _, at := range a.at {
			if !driven[fmt.Sprint(a.name, at)] {
				t.Errorf("nobody tries %s at %s", a.name, placeTitles[at])
			}
		}
	}
}

// actionNamed is the name of the action that a key is to stand for, "" where it stands for another.
func (d *desk) actionNamed(e effect) string {
	if a, is := d.actionOf(e.key); is && a.name == e.name && a.holds(e.at) {
		return a.name
	}
	return ""
}

// A key stands for one thing at a place.
func TestNoKeyStandsForTwoThings(t *testing.T) {
	for at := everywhere; at <= onKeys; at++ {
		seen := map[stroke]string{}
		for _, a := range actions() {
			if !a.holds(at) {
				continue
			}
			for _, k := range a.keys {
				if other := seen[k]; other != "" {
					t.Errorf("%v at %s is %s and %s", k, placeTitles[at], other, a.name)
				}
				seen[k] = a.name
			}
		}
	}
}

// What README says of the keys is what the table says.
func TestTheKeysOfREADME(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	manual, err := os.ReadFile("../../assets/man/sections.man")
	if err != nil {
		t.Fatal(err)
	}
	d := newDesk(t)
	rows := 0
	for _, line := range strings.Split(string(readme), "\n") {
		cells := strings.Split(line, "|")
		if !strings.HasPrefix(line, "|") || len(cells) != 4 || strings.TrimSpace(cells[1]) == "key" || strings.HasPrefix(cells[1], "---") {
			continue
		}
		rows++
		for _, key := range strings.Split(strings.TrimSpace(cells[1]), ", ") {
			if !d.knows(key) {
				t.Errorf("README says %q, and no action has it", key)
			}
		}
	}
	if rows < 8 || strings.Contains(string(manual), "F11") {
		t.Errorf("README has %d rows of keys, and the manual page some that nobody compares", rows)
	}
}

// knows reports whether an action has a key of a text.
func (d *desk) knows(text string) bool {
	for _, a := range actions() {
		for _, part := range strings.Split(d.keysText(a.keys), ", ") {
			if part == text {
				return true
			}
		}
	}
	return false
}

func TestThePageOfKeysTellsOfAll(t *testing.T) {
	for _, language := range assets.Languages() {
		d := newDeskIn(t, language)
		d.openKeys()
		if need := d.stage.page.MinSize().Width; need > 360-28 {
			t.Errorf("%s: it needs a width of %v", language, need)
		}
		for _, a := range actions() {
			if !d.says(d.text.Text("tip_"+a.name)) || !d.says(d.keysText(a.keys)) {
				t.Errorf("%s: it does not tell of %s, %q", language, a.name, d.keysText(a.keys))
			}
		}
		d.press(fyne.KeyEnd)
		if d.page.scroll.Offset.Y == 0 {
			t.Errorf("%s: the keys do not scroll it", language)
		}
	}
}
