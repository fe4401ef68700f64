package window

import (
	"bytes"
	"errors"
	"fmt"
	"log"
	"math"
	"os"
	"time"

	"github.com/go-text/typesetting/font"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// smallest is a letter of Fyne's smallest font, an arrow.
const smallest = "\u2190"

// shapedFonts is how many fonts Fyne keeps ready for shaping text (go-text/typesetting v0.3.4: shaping/lru.go), and one more.
const shapedFonts = 33

// mindFonts lets go of fonts that are used no longer, a while after each change of the theme, its size of text or the
// system's light and dark. With each of them Fyne (v2.8.1) reads all fonts anew, and keeps the last 32 whether or not
// anybody uses them: after some changes the window had 100 MB more.
func (s *shell) mindFonts() {
	times := 0
	later := time.AfterFunc(math.MaxInt64, func() {
		s.do(func() {
			times++
			forgetFonts(times)
			if s.opts.Settled != nil {
				go s.opts.Settled()
			}
		})
	})
	fyne.CurrentApp().Settings().AddListener(func(fyne.Settings) { later.Reset(settleAfter) })
}

// forgetFonts has Fyne keep a font of 9 kB again and again in the place of those that it kept; time is another one with
// each call. What is used comes back by itself.
func forgetFonts(time int) {
	small := fynetheme.DefaultSymbolFont().Content()
	for i := range shapedFonts {
		one := fyne.NewStaticResource(fmt.Sprintf("small %d %d", time, i), small)
		fyne.CurrentApp().Driver().RenderedTextSize(smallest, 1, fyne.TextStyle{}, one)
	}
}

// fontVariables name files in which Fyne looks for fonts in the place of its own.
var fontVariables = []string{"FYNE_FONT", "FYNE_FONT_MONOSPACE", "FYNE_FONT_SYMBOL"}

// checkFonts has Fyne use its own font where one that is named is missing or broken: it would tell of a missing one with each
// style, and end with a broken one. It must be called before the first text is measured.
func checkFonts() {
	for _, variable := range fontVariables {
		path := os.Getenv(variable)
		if path == "" {
			continue
		}
		if err := checkFont(path); err != nil {
			log.Printf("%s is not used: %v", variable, err)
			_ = os.Unsetenv(variable) // it fails for a name that is none
		}
	}
}

// checkFont reports whether a file is a font that Fyne can read.
func checkFont(path string) error {
	if info, err := os.Stat(path); err != nil {
		return err
	} else if !info.Mode().IsRegular() {
		return errors.New(path + " is no file")
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if _, err := font.ParseTTF(bytes.NewReader(data)); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}
