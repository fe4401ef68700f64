//go:build e2e

package main_test

import (
	"image"
	"image/draw"
	"os"
	"path/filepath"
	"strings"
	"testing"

	scaled "golang.org/x/image/draw"

	"kindhum/app/golden"
	"kindhum/app/store"
	"kindhum/assets"
)

// shown are the pictures that the README shows, and so are kept.
var shown = map[string]string{
	"rest-en-light": "rest-light", "rest-en-dark": "rest-dark", "session-in-en-dark": "session", "tone-en-light": "tone",
	"journal-en-light": "journal", "rest-de-light": "rest-german",
}

// Every screen of the real window, in every language, in light and dark. They lie in build/screenshots, with all of
// them on one sheet for each language and theme; with KINDHUM_KEEP set, those that the README shows are kept too.
// KINDHUM_SCREENS is a part of the name of those wanted, such as "de-light"; all where it is not set.
func TestScreenshots(t *testing.T) {
	for _, language := range assets.Languages() {
		for _, theme := range []string{"light", "dark"} {
			set := language + "-" + theme
			if only := os.Getenv("KINDHUM_SCREENS"); !strings.Contains(set, only) {
				continue
			}
			t.Run(set, func(t *testing.T) { photograph(t, language, theme) })
		}
	}
}

// photograph takes all pictures of a language and a theme.
func photograph(t *testing.T, language, theme string) {
	set := language + "-" + theme
	var sheet []image.Image
	var names []string
	take := func(name string, img image.Image) {
		t.Helper()
		for i, other := range sheet {
			if alike(img, other) {
				t.Errorf("%s shows the same as %s", name, names[i])
			}
		}
		sheet, names = append(sheet, img), append(names, name)
		path := filepath.Join("../../build/screenshots", name+"-"+set+".png")
		if err := golden.Write(path, img); err != nil {
			t.Error(err)
		}
		if kept, is := shown[name+"-"+set]; is && os.Getenv("KINDHUM_KEEP") != "" {
			reduced, _ := golden.Reduce(img)
			draw.FloydSteinberg.Draw(reduced, reduced.Bounds(), img, img.Bounds().Min) // or the light would have bands
			if err := golden.Write(filepath.Join("../../assets/pictures", kept+".png"), reduced); err != nil {
				t.Error(err)
			}
		}
	}
	first := sit(t, with{display: true})
	first.env = append(first.env, "FYNE_THEME="+theme, "TZ=UTC")
	g := first.launch(language, store.DefaultWindow(), take)
	g.shot("first", nil)

	d := sit(t, with{display: true})
	d.env = append(d.env, "FYNE_THEME="+theme, "TZ=UTC")
	d.spoil()
	kept := store.DefaultWindow()
	kept.SafetySeen = true
	g = d.launch(language, kept, take)
	g.shot("bad-file", nil)
	g.keys(whole, "Escape")
	g.rest()
	g.take("rest", g.last)
	g.openMenu()
	g.shot("menu", g.last)
	g.keys(whole, "Escape")
	g.settled(whole, nil)
	for _, page := range []string{"save", "settings", "language", "journal", "help", "safety", "keys", "about"} {
		g.page(page)
	}
	g.page("words", inner{"practice", back(9, "Return")})
	g.page("patterns", inner{"own-pattern", back(2, "Return")})
	g.playing()
	g.player.show(toned())
	g.shot("tone", g.last)
	before := g.now(whole)
	g.openMenu()
	g.keys(whole, "Down", "Return")
	g.shot("sound", before)
	if err := golden.Write("../../build/screenshots/sheet-"+set+".png", contact(sheet)); err != nil {
		t.Error(err)
	}
}

// contact is all pictures on one sheet, at half their size.
func contact(all []image.Image) image.Image {
	const across = 6
	cell := image.Pt(0, 0)
	for _, img := range all {
		cell = image.Pt(max(cell.X, img.Bounds().Dx()/2), max(cell.Y, img.Bounds().Dy()/2))
	}
	sheet := image.NewRGBA(image.Rect(0, 0, across*(cell.X+8), (len(all)+across-1)/across*(cell.Y+8)))
	draw.Draw(sheet, sheet.Bounds(), image.Black, image.Point{}, draw.Src)
	for i, img := range all {
		at := image.Pt(i%across*(cell.X+8), i/across*(cell.Y+8))
		scaled.BiLinear.Scale(sheet, image.Rectangle{at, at.Add(img.Bounds().Size().Div(2))}, img, img.Bounds(), draw.Src, nil)
	}
	return sheet
}
