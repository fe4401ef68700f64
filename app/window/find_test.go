package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"kindhum/app/theme"
)

// framed is what stands in the frame around a place.
func framed(p *helpPage) string {
	f := p.find
	if f.at < 0 {
		return ""
	}
	at := f.places[f.at]
	return p.page.Blocks[at.Block].Text[at.From:at.To]
}

func TestSearchFindsWhileItIsTyped(t *testing.T) {
	d, p := newReading(t, theme.LeastWidth, theme.LeastHeight)
	d.press(sign('/'))
	if d.win.Canvas().Focused() != p.find.field {
		t.Fatal("Ctrl+F does not lead to the field")
	}
	for i, c := range []struct {
		typed string
		told  string
		found string
	}{
		{"n", "", "n"},
		{"i", "", "ni"},
		{"tric", "1 of 1", "nitric"},
		{"x", d.text.Text("help_nowhere"), ""},
	} {
		test.Type(p.find.field, c.typed)
		if told := p.find.told.Text; c.told != "" && told != c.told {
			t.Errorf("%d: it tells %q, want %q", i, told, c.told)
		}
		if got := framed(p); got != c.found {
			t.Errorf("%d: found %q, want %q", i, got, c.found)
		}
	}
	if len(p.prose.marked.grounds) != 0 {
		t.Error("what is nowhere is marked")
	}
	p.find.field.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyF, Modifier: fyne.KeyModifierShortcutDefault})
	// what is typed now takes the place of what was
	test.Type(p.find.field, "SMALL, easy")
	if p.find.field.Text != "SMALL, easy" || len(p.find.places) < 2 {
		t.Errorf("%q is at %v", p.find.field.Text, p.find.places)
	}
	p.find.field.SetText("")
	if p.find.ways.Visible() || len(p.prose.marked.grounds) != 0 {
		t.Error("nothing is looked for, and something is shown of it")
	}
}

func TestSearchGoesFromPlaceToPlaceAndShowsIt(t *testing.T) {
	d, p := newReading(t, theme.LeastWidth, theme.LeastHeight)
	d.letter('/')
	if d.win.Canvas().Focused() != p.find.field || p.find.field.Text != "" {
		t.Fatal("a slash does not lead to the field, or stands in it")
	}
	p.find.field.SetText("breath")
	n, held := len(p.find.places), false
	p.find.back = func() bool { return held }
	if n < 5 {
		t.Fatalf("only %d places", n)
	}
	at := p.find.at
	for i, c := range []struct {
		key  fyne.KeyName
		held bool
		want int
	}{
		{fyne.KeyReturn, false, at + 1},
		{fyne.KeyF3, false, at + 2},
		{fyne.KeyF3, true, at + 1},
		{fyne.KeyReturn, true, at},
		{fyne.KeyF3, true, at + n - 1},
		{fyne.KeyF3, false, at},
	} {
		held = c.held
		d.press(c.key)
		if p.find.at != c.want%n {
			t.Errorf("%d: at %d, want %d", i, p.find.at, c.want%n)
		}
	}
	held = false
	d.win.Canvas().Unfocus()
	for range n { // from the text too
		d.press(fyne.KeyF3)
		place := p.find.places[p.find.at]
		top, high := p.prose.top(place.Block, place.From)
		if top < p.scroll.Offset.Y || top+high > p.scroll.Offset.Y+p.scroll.Size().Height {
			t.Errorf("place %d, at %v, is out of sight at %v", p.find.at, top, p.scroll.Offset.Y)
		}
		frames := 0
		for i, g := range p.prose.marked.grounds {
			if g.StrokeWidth > 0 {
				frames++
				if g.Hidden || p.prose.marked.lines[i].Hidden || g.Position().Y < top || g.Position().Y > top+high {
					t.Errorf("the frame of place %d is at %v, and the place at %v", p.find.at, g.Position(), top)
				}
			}
		}
		if frames != 1 {
			t.Errorf("place %d has %d frames", p.find.at, frames)
		}
	}
}

func TestAPlaceOverTwoRowsIsMarkedInBoth(t *testing.T) {
	_, p := newReading(t, theme.LeastWidth, theme.LeastHeight)
	var text string
	for i, s := range p.prose.sheet.pieces[:len(p.prose.sheet.pieces)-1] {
		next := p.prose.sheet.pieces[i+1]
		if s.block == next.block && s.y != next.y && s.To-s.From > 20 && next.To-next.From > 20 {
			text = p.page.Blocks[s.block].Text[s.To-10 : next.From+10]
			break
		}
	}
	p.find.field.SetText(text)
	if len(p.find.places) != 1 || len(p.prose.marked.grounds) != 2 {
		t.Errorf("%q: %d places, %d marks", text, len(p.find.places), len(p.prose.marked.grounds))
	}
}

func TestEscLeavesTheFieldAndThenThePage(t *testing.T) {
	d, p := newReading(t, theme.LeastWidth, theme.LeastHeight)
	p.find.focus()
	test.Type(p.find.field, "hum")
	d.press(fyne.KeyDown) // scrolls from the field, and moves nothing in it
	d.press(fyne.KeyH)    // is a letter there
	d.press(fyne.KeyEscape)
	if d.win.Canvas().Focused() != nil || d.stage.page == nil || !p.find.ways.Visible() {
		t.Fatal("Esc leaves more than the field")
	}
	d.press(fyne.KeyEscape)
	if d.stage.page != nil {
		t.Error("Esc does not leave the page")
	}
}

func TestTheSearchFitsIntoASmallWindow(t *testing.T) {
	_, p := newReading(t, theme.LeastWidth, theme.LeastHeight)
	p.find.field.SetText("e")
	if len(p.find.places) < 100 {
		t.Fatalf("only %d places", len(p.find.places))
	}
	p.find.step(-1)
	if need := p.find.row.MinSize().Width; need > theme.LeastWidth-2*theme.Margin {
		t.Errorf("it needs a width of %v", need)
	}
	if left := p.find.field.Size().Width; left < 100 {
		t.Errorf("%v is left for the field beside %q", left, p.find.told.Text)
	}
	p.find.field.SetText(strings.Repeat("mindful self-compassion ", 50))
	if need := p.find.row.MinSize().Width; need > theme.LeastWidth-2*theme.Margin {
		t.Errorf("a long text needs a width of %v", need)
	}
}
