package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kindhum/app/choice"
	"kindhum/app/practice"
)

// The variable is Fyne's own: it says so itself that it has looked.
func TestFyneLooksForOtherFontsWhenItMay(t *testing.T) {
	test.NewTempApp(t)
	t.Cleanup(func() { ownFonts = false })
	ownFonts, fontsSought = true, true
	haveOtherFonts()
	if ownFonts || fontsSought {
		t.Fatal("it may not look")
	}
	fyne.MeasureText("a letter of no font at all: \U000F0000", 14, fyne.TextStyle{})
	if !fontsSought {
		t.Fatal("Fyne has not looked, or keeps elsewhere that it has")
	}
	haveOtherFonts()
	if !fontsSought {
		t.Error("it is to look once more")
	}
}

func TestWhoNamesThingsInOtherLettersHasOtherFonts(t *testing.T) {
	d := newDesk(t)
	for title, want := range map[string]bool{"Für dich, ganz ruhig": false, "深呼吸": true, "дыхание": true, "Calm 🌊": true} {
		d.kept.own.Files, d.kept.patterns = []practice.File{{Draft: practice.Draft{ID: "own", Title: title}}}, nil
		if got := d.needsOtherFonts(); got != want {
			t.Errorf("a practice called %q: %v", title, got)
		}
		said := practice.Draft{ID: "own", Title: "Own", Steps: []practice.Part{{Lines: []practice.Phrase{{Text: title}}}}}
		d.kept.own.Files = []practice.File{{Draft: said}}
		if got := d.needsOtherFonts(); got != want {
			t.Errorf("a line %q: %v", title, got)
		}
		d.kept.own.Files, d.kept.patterns = nil, []choice.OwnPattern{{Name: title}}
		if got := d.needsOtherFonts(); got != want {
			t.Errorf("a pattern called %q: %v", title, got)
		}
	}
}
