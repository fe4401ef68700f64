package window

import (
	"io"
	"log"
	_ "unsafe" // for go:linkname

	"github.com/go-text/typesetting/fontscan"
	"golang.org/x/text/language"

	"fyne.io/fyne/v2/lang"
)

// Where a letter is in none of the fonts that Fyne brings along, it looks through those of the system. It does so (v2.8.1)
// before it measures the first text of all, though nothing may ever need them: a tenth of a second in a new home with a hundred
// fonts, and more than one with a thousand. So a window begins with Fyne's own, and has the others when the first frame
// is seen, unless they are needed from the beginning.

// fontsSought is whether Fyne has looked for fonts of the system, which it shows to nobody. It belongs to the UI goroutine.
//
//go:linkname fontsSought fyne.io/fyne/v2/internal/painter.loaded
var fontsSought bool

// ownFonts is whether Fyne has its own fonts alone. It belongs to the UI goroutine.
var ownFonts bool

// beginWithOwnFonts has Fyne do with its own fonts at first. Where the language of the system is written in other
// letters, it needs others.
func beginWithOwnFonts() {
	if script, _ := language.Make(lang.SystemLocale().LanguageString()).Script(); script.String() != "Latn" {
		go seekFonts()
		return
	}
	ownFonts, fontsSought = true, true
}

// haveOtherFonts lets Fyne look for fonts of the system, if it may not yet. It has to be called before what needs one is
// measured, which then waits for them.
func haveOtherFonts() {
	if ownFonts {
		ownFonts, fontsSought = false, false
	}
}

// seekOtherFonts looks through the fonts of the system, and then lets Fyne have them: it would look itself with the
// next text in another style, and the light would stand still for as long.
func (s *shell) seekOtherFonts() {
	if ownFonts {
		go func() {
			seekFonts()
			s.do(haveOtherFonts)
		}()
	}
}

// seekFonts looks through the fonts of the system. What is found serves the whole process, and Fyne finds it there
// (fontscan.FontMap.UseSystemFonts, which may be called concurrently); where that fails, Fyne does without.
func seekFonts() { _ = fontscan.NewFontMap(log.New(io.Discard, "", 0)).UseSystemFonts("") }

// needsOtherFonts reports whether something that may be seen at once is written in letters that are not in the window's own font:
// what the person has written, or the name of a file or folder.
func (s *shell) needsOtherFonts() bool {
	texts := append(s.troubles(), s.opts.Store.Notice()) // they say what is in the way, and where
	for _, f := range s.kept.own.Files {
		texts = append(texts, f.Draft.Title, f.Draft.About)
		for _, step := range f.Draft.Steps { // a session of it may be going on
			texts = append(texts, step.Title)
			for _, line := range step.Lines {
				texts = append(texts, line.Text)
			}
		}
	}
	for _, p := range s.kept.patterns {
		texts = append(texts, p.Name)
	}
	for _, text := range texts {
		if kindlyFor(text) == usual {
			return true
		}
	}
	return false
}
