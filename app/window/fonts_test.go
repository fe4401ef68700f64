package window

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/go-text/typesetting/shaping"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"
)

// What is emptied is what Fyne shapes with, and it shapes as before.
func TestFynesShaperCanBeEmptied(t *testing.T) {
	test.NewTempApp(t)
	if shaper == nil {
		t.Fatal("Fyne keeps what it shapes with elsewhere")
	}
	want := fyne.MeasureText("for as long as the hum", 17, fyne.TextStyle{})
	if reflect.ValueOf(*shaper).IsZero() {
		t.Fatal("Fyne shapes with another one")
	}
	*shaper = shaping.HarfbuzzShaper{}
	got := fyne.MeasureText("mud eht sa gnol sa rof", 17, fyne.TextStyle{})
	if reflect.ValueOf(*shaper).IsZero() {
		t.Error("Fyne shapes with another one now")
	}
	if got.Height != want.Height || got.Width < want.Width*0.8 || got.Width > want.Width*1.2 {
		t.Errorf("text is %v, it was %v", got, want)
	}
}

func TestABrokenFontIsNotUsed(t *testing.T) {
	dir := t.TempDir()
	whole, broken := filepath.Join(dir, "whole.ttf"), filepath.Join(dir, "broken.ttf")
	font := fynetheme.DefaultTextFont().Content()
	for path, content := range map[string][]byte{whole: font, broken: font[:len(font)/100]} {
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for path, want := range map[string]string{whole: whole, broken: "", dir: "", filepath.Join(dir, "none.ttf"): "", "": ""} {
		t.Setenv("FYNE_FONT", path)
		checkFonts()
		if got := os.Getenv("FYNE_FONT"); got != want {
			t.Errorf("%q is taken for %q", path, got)
		}
	}
}
