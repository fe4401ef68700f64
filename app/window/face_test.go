package window

import (
	"testing"

	"fyne.io/fyne/v2"

	"kindhum/app/theme"
	"kindhum/assets"
)

// All that is brought along to be said, and every title, is written in the typeface of the kind lines.
func TestWhatIsSaidIsInTheKindTypeface(t *testing.T) {
	for _, language := range assets.Languages() {
		d := newDeskIn(t, language)
		said := append(d.text.Lines("ease"), d.text.Lines("thanks")...)
		for _, key := range []string{
			"in", "hold", "out", "rest", "settling", "tone_fades", "paused", "tone", "words_sample", "safety_title",
			"safety", "keys", "about", "sound", "language", "notice", "words", "settings", "journal", "help",
		} {
			said = append(said, d.text.Text(key))
		}
		for _, p := range d.opts.Library.All() {
			said = append(said, p.Title)
			for _, s := range p.Steps {
				said = append(said, s.Lines...)
			}
		}
		for _, text := range said {
			if text == "" || kindlyFor(text) == usual {
				t.Errorf("%s: the typeface lacks a letter of %q", language, text)
			}
		}
	}
}

// What the typeface cannot write as a whole is in the usual one, which knows where to look for more.
func TestWhatTheKindTypefaceCannotWrite(t *testing.T) {
	for text, can := range map[string]bool{
		"": true, "I see you.": true, "„Größer als der Ärger“ – so weich, wie es geht …": true, "ẞ Łódź Şöğüt český Őrült": true,
		"U\u0308ber": true, "q\u0308": false, "b\u0331": false, "Καλημέρα": false, "I see you, друг": false, "أراك": false, "我看见你": false,
		"I see you 🙂": false, "\xff": false, "a\u200db": false,
	} {
		if face := kindlyFor(text); (face == kindly().typeface) != can {
			t.Errorf("%q: the typeface can write it: %v", text, !can)
		}
	}
}

// A row is measured in what it is drawn in, here and by Fyne; and the typeface is another one than the usual.
func TestTextIsMeasuredInItsTypeface(t *testing.T) {
	d := newDesk(t)
	d.safetySeen()
	d.see(d.playing("running", 0))
	for _, text := range []string{"Thank you for trying to protect me.", "Καλημέρα, that is good morning."} {
		face := kindlyFor(text)
		line := d.stage.line
		line.shown, line.part = text, 1
		line.draw()
		row := line.rows[0]
		if row.FontSource != face.font || row.MinSize().Width != face.measured(row.Text, row.TextSize) {
			t.Errorf("%q is drawn in %v, and measured in %v", text, row.FontSource, face.font)
		}
		title := newHeading()
		title.set(text)
		title.Resize(fyne.NewSize(200, 200))
		if len(title.rows) < 2 {
			t.Errorf("%q is not broken", text)
		}
		for _, row := range title.rows {
			if row.FontSource != face.font || row.MinSize().Width > 200 {
				t.Errorf("%q is a row of %q, %v wide", row.Text, text, row.MinSize().Width)
			}
		}
	}
	if text := "mmmmmm"; usual.measured(text, theme.TypeLine) == kindly().measured(text, theme.TypeLine) {
		t.Error("the two typefaces are one")
	}
	if d.stage.notice.face("a") != usual || fyne.MeasureText("a", 18, fyne.TextStyle{}).Width != measured("a", 18) {
		t.Error("all else is not in the usual typeface")
	}
}

// Kerning is kept: without it these would be as wide as their letters are, each for itself.
func TestTheKindTypefaceIsKerned(t *testing.T) {
	newDesk(t)
	face := kindly()
	for _, pair := range []string{"Yo", "Te", "Wa", "Va"} {
		apart := face.measured(pair[:1], 100) + face.measured(pair[1:], 100)
		if got := face.measured(pair, 100); got >= apart {
			t.Errorf("%q is %v wide, and its letters %v", pair, got, apart)
		}
	}
}
