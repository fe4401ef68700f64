package window

import (
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// key carries out a key that no control has taken.
func (s *shell) key(e *fyne.KeyEvent) {
	if s.waits(func() { s.key(e) }) {
		return
	}
	s.stir()
	s.tips.gone()
	s.shown.key = e.Name
	if !s.overKey(e) {
		s.act(stroke{name: e.Name})
	}
}

// letter is a letter that no control has taken. Letters are keys already; of what else is written, some signs are.
func (s *shell) letter(r rune) { typedSign(r, s.key) }

// typedSign hands a sign that was written on as a key.
func typedSign(r rune, to func(*fyne.KeyEvent)) {
	if to != nil && !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != ' ' {
		to(&fyne.KeyEvent{Name: sign(r)})
	}
}

// taken notes that a field has taken a key: what is written next is its own.
func (h *hint) taken() {
	if h.tips != nil {
		h.tips.shell.shown.key = ""
	}
}

// wasKey reports whether a letter is that of the key which has just brought the keys to a field. It comes after its key,
// to where the keys are by then, and is not for writing.
func (h *hint) wasKey(r rune) bool {
	if h.tips == nil || string(h.tips.shell.shown.key) != string(unicode.ToUpper(r)) {
		return false
	}
	h.taken()
	return true
}

// shortcut carries out a key with a modifier. It reports whether it is one of the window's. Nothing beneath a menu or a
// dialog has any.
func (s *shell) shortcut(shortcut fyne.Shortcut) bool {
	k, is := strokeOf(shortcut)
	if !is || s.win.Canvas().Overlays().Top() != nil {
		return false
	}
	if s.waits(func() { s.act(k) }) {
		return true
	}
	s.stir()
	s.tips.gone()
	return s.act(k)
}

func strokeOf(shortcut fyne.Shortcut) (stroke, bool) {
	k, is := shortcut.(fyne.KeyboardShortcut)
	if !is {
		return stroke{}, false
	}
	return stroke{k.Key(), k.Mod()}, true
}

// listenForKeys has the canvas hand on what has the keys does not know.
func (s *shell) listenForKeys(c fyne.Canvas) {
	c.SetOnTypedKey(s.key)
	c.SetOnTypedRune(s.letter)
	for _, a := range actions() {
		for _, k := range a.keys {
			if k.mod != 0 {
				c.AddShortcut(k.shortcut(), func(shortcut fyne.Shortcut) { s.shortcut(shortcut) })
			}
		}
	}
}

// passes reports whether a key is not for writing: a text field hands it on.
func passes(name fyne.KeyName) bool {
	return name == fyne.KeyEscape || name == desktop.KeyMenu || (len(name) > 1 && name[0] == 'F' && unicode.IsDigit(rune(name[1])))
}

// keysText are keys as a person reads them.
func (s *shell) keysText(keys []stroke) string {
	var texts []string
	for i := 0; i < len(keys); i++ {
		from, to := i, i
		for keys[i].mod == 0 && keys[i].nth() >= 0 && to+1 < len(keys) && keys[to+1].nth() == keys[to].nth()+1 && keys[to+1].name != fyne.Key0 {
			to++
		}
		if to > from {
			texts = append(texts, s.keyText(keys[from])+"–"+s.keyText(keys[to]))
			i = to
			continue
		}
		if text := s.keyText(keys[i]); !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
	}
	return strings.Join(texts, ", ")
}

// keyNames are the keys of what keys are called that are no letters.
var keyNames = map[fyne.KeyName]string{
	fyne.KeyReturn: "key_return", fyne.KeyEnter: "key_return", fyne.KeyEscape: "key_escape", fyne.KeySpace: "key_space",
	fyne.KeyUp: "key_up", fyne.KeyDown: "key_down", fyne.KeyLeft: "key_left", fyne.KeyRight: "key_right",
	fyne.KeyPageUp: "key_page_up", fyne.KeyPageDown: "key_page_down", fyne.KeyHome: "key_home", fyne.KeyEnd: "key_end",
	fyne.KeyDelete: "key_delete", desktop.KeyMenu: "key_menu",
}

// keyMods are the modifiers, in the order in which they are said.
var keyMods = []struct {
	mod  fyne.KeyModifier
	name string
}{{fyne.KeyModifierControl, "key_ctrl"}, {fyne.KeyModifierAlt, "key_alt"}, {fyne.KeyModifierShift, "key_shift"}}

func (s *shell) keyText(k stroke) string {
	text := ""
	for _, m := range keyMods {
		if k.mod&m.mod != 0 {
			text += s.text.Text(m.name) + "+"
		}
	}
	if name, is := keyNames[k.name]; is {
		return text + s.text.Text(name)
	}
	return text + strings.TrimPrefix(string(k.name), signKey)
}
