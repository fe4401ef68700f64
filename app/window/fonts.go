package window

import (
	"bytes"
	"errors"
	"fmt"
	"log"
	"math"
	"os"
	"time"
	_ "unsafe" // for go:linkname

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"

	"fyne.io/fyne/v2"
)

// mindFonts lets go of fonts that are used no longer, a while after each change of the theme, its size of text or the
// system's light and dark. With each of them Fyne (v2.8.1) reads all fonts anew, and what shapes its text keeps every one
// that it has ever shaped with, 25 MB each time (go-text/typesetting v0.3.4: planCache in harfbuzz/buffer.go).
func (s *shell) mindFonts() {
	later := time.AfterFunc(math.MaxInt64, func() {
		s.do(func() {
			*shaper = shaping.HarfbuzzShaper{}
			if s.opts.Settled != nil {
				go s.opts.Settled()
			}
		})
	})
	fyne.CurrentApp().Settings().AddListener(func(fyne.Settings) { later.Reset(settleAfter) })
}

// shaper is what Fyne shapes its text with, which it shows to nobody; emptied it shapes alike. It belongs to the UI goroutine.
//
//go:linkname shaper fyne.io/fyne/v2/internal/painter.shaper
var shaper *shaping.HarfbuzzShaper

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
