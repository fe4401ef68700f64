package window

import (
	"math/rand/v2"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// newTyped is a field for a note, of a width, that has the keys.
func newTyped(t *testing.T, width float32) *note {
	t.Helper()
	n := &note{typing: typing{other: func(*fyne.KeyEvent) {}}}
	n.MultiLine, n.Wrapping = true, fyne.TextWrapWord
	n.ExtendBaseWidget(n)
	w := test.NewTempWindow(t, n)
	w.Resize(fyne.NewSize(width, 300))
	w.Canvas().Focus(n)
	return n
}

const paragraph = "I was tired in the morning, and then the rain came, and it was a good thing to sit by the window with a cup of tea " +
	"in my hands.\nTo listen to it for a while without wanting anything else from the day  that had only just begun "

// Whatever the width, what stands in the field is what was typed.
func TestWhatIsTypedIsWhatIsWritten(t *testing.T) {
	test.NewTempApp(t)
	for width := float32(150); width < 400; width += 5 {
		n := newTyped(t, width)
		for _, r := range paragraph {
			if r == '\n' {
				n.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
				continue
			}
			n.TypedRune(r)
		}
		if n.Text != paragraph {
			t.Errorf("%v wide: %q", width, n.Text)
		}
	}
}

// The keys for writing do to a wrapped text what they do to one that is not.
func TestKeysChangeAWrappedTextAsTheyWouldAnyOther(t *testing.T) {
	test.NewTempApp(t)
	for seed := range uint64(60) {
		random := rand.New(rand.NewPCG(seed, 1))
		n := newTyped(t, 150+float32(random.IntN(100)))
		var text []rune
		at := 0
		var did []string
		for range 150 {
			name, r := fyne.KeyName(""), []rune("aim   ")[random.IntN(6)]
			switch random.IntN(12) {
			case 0:
				name = fyne.KeyBackspace
			case 1:
				name = fyne.KeyDelete
			case 2:
				name, r = fyne.KeyReturn, '\n'
			case 3:
				name = []fyne.KeyName{fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome}[random.IntN(5)]
			}
			switch name {
			case "":
				n.TypedRune(r)
			default:
				n.TypedKey(&fyne.KeyEvent{Name: name})
			}
			did = append(did, string(name)+string(r))
			switch name {
			case "", fyne.KeyReturn:
				text = append(text[:at:at], append([]rune{r}, text[at:]...)...)
				at++
			case fyne.KeyBackspace:
				if at > 0 {
					at--
					text = append(text[:at:at], text[at+1:]...)
				}
			case fyne.KeyDelete:
				if at < len(text) {
					text = append(text[:at:at], text[at+1:]...)
				}
			default:
				at = n.CursorTextOffset() // rows are Fyne's
			}
			if n.Text != string(text) {
				t.Fatalf("seed %d, %q:\n%q, not\n%q", seed, did[max(0, len(did)-6):], n.Text, string(text))
			}
			if random.IntN(4) == 0 {
				n.Refresh() // as whatever else is drawn does
			}
		}
	}
}

func TestTheEndOfATextIsBehindItsLastSpace(t *testing.T) {
	test.NewTempApp(t)
	for width := float32(150); width < 300; width += 3 {
		for _, key := range []fyne.KeyName{fyne.KeyEnd, fyne.KeyPageDown} {
			n := newTyped(t, width)
			n.SetText("To sit by the window with a cup of ")
			n.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
			n.TypedKey(&fyne.KeyEvent{Name: key})
			n.TypedRune('t')
			if !strings.HasSuffix(n.Text, " of t") {
				t.Errorf("%v wide: %q", width, n.Text)
			}
		}
	}
}

func TestWhatIsPastedComesBehindTheSpaceToo(t *testing.T) {
	a := test.NewTempApp(t)
	a.Clipboard().SetContent("tea ")
	for width := float32(150); width < 300; width += 3 {
		n := newTyped(t, width)
		want := ""
		for range 12 {
			n.TypedShortcut(&fyne.ShortcutPaste{Clipboard: a.Clipboard()})
			want += "tea "
			if n.Text != want {
				t.Fatalf("%v wide: %q", width, n.Text)
			}
		}
	}
}

// The keys go over the space at which a row ends, and back behind it.
func TestLeftAndRightGoBehindTheLastSpace(t *testing.T) {
	test.NewTempApp(t)
	for width := float32(150); width < 300; width += 3 {
		for text, want := range map[string]string{"To sit by the window with a cup of ": " of xy", "To sit by the window with a cup of \nb": " of xy\nb"} {
			n := newTyped(t, width)
			n.SetText(text)
			n.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
			for _, key := range []fyne.KeyName{fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight} {
				n.TypedKey(&fyne.KeyEvent{Name: key})
			}
			if strings.HasSuffix(text, "b") { // from behind the last letter to before it, and over the end of the paragraph
				n.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
				n.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
			}
			n.TypedRune('x')
			n.TypedRune('y')
			if !strings.HasSuffix(n.Text, want) {
				t.Errorf("%v wide: %q", width, n.Text)
			}
		}
	}
}

func TestTheEndsOfATextHaveTheUsualKeys(t *testing.T) {
	d := newDesk(t)
	d.safetySeen()
	d.feet.diary.open()
	f := d.feet.diary.view.field
	d.win.Canvas().Focus(f)
	f.SetText("one\ntwo")
	press := func(name fyne.KeyName, mod fyne.KeyModifier) {
		f.TypedShortcut(&desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierControl | mod})
	}
	press(fyne.KeyEnd, 0)
	f.TypedRune('z')
	press(fyne.KeyHome, 0)
	f.TypedRune('a')
	if f.Text != "aone\ntwoz" {
		t.Errorf("%q", f.Text)
	}
	f.TypedShortcut(&fyne.ShortcutUndo{})
	press(fyne.KeyZ, fyne.KeyModifierShift)
	if f.Text != "aone\ntwoz" {
		t.Errorf("done again it is %q", f.Text)
	}
}

// A letter for which there is no room leaves everything where it was, the caret too.
func TestAFullFieldKeepsItsLettersAndItsPlace(t *testing.T) {
	d := newDesk(t)
	full := 0
	f := newField(strings.Repeat("abcdefghi ", 3), 30, 1, d.key)
	f.tells(d.tips, "", "words_step_name")
	f.full = func() { full++ }
	d.win.SetContent(f)
	d.win.Canvas().Focus(f)
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	for _, r := range "XYZ" {
		f.TypedRune(r)
	}
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	if want := strings.Repeat("abcdefghi ", 3)[1:]; f.Text != want || full != 3 {
		t.Errorf("%q, refused %d times", f.Text, full)
	}
}
