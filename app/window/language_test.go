package window

import (
	"context"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"golang.org/x/image/font/sfnt"

	"kindhum/app/control"
	"kindhum/app/theme"
	"kindhum/assets"
)

func TestTheLanguageChangesAtOnce(t *testing.T) {
	d := newDesk(t)
	d.safetySeen()
	d.setLanguage("de")
	if got := d.feet.rest.begin.text; got != "Beginnen" || d.stage.menu.text != "Menü" {
		t.Errorf("the button says %q, the menu %q", got, d.stage.menu.text)
	}
	if got := d.feet.rest.title.text; got != "Summend atmen" || d.stage.foot != fyne.CanvasObject(d.feet.rest.all) {
		t.Errorf("the practice is called %q", got)
	}
	d.begin()
	if b := d.wished(t).params.(control.Begin); b.Lang != "de" {
		t.Errorf("the session begins in %q", b.Lang)
	}
	if w, err := d.store.Window(context.Background()); err != nil || w.Language != "de" {
		t.Errorf("remembered is %q, %v", w.Language, err)
	}
	d.opts.Locales = []string{"fr_FR.UTF-8", "en_GB.UTF-8"}
	d.setLanguage("")
	if d.feet.rest.begin.text != "Begin" || d.kept.window.Language != "" {
		t.Errorf("the system's is %q", d.feet.rest.begin.text)
	}
}

func TestTheLanguageChangesInASession(t *testing.T) {
	d := newDesk(t)
	d.see(d.playing("paused", 10*time.Second))
	d.setLanguage("de")
	if s := d.wished(t).params.(control.Set); s.Lang != "de" || s.Remember {
		t.Errorf("the player is told %+v", s)
	}
	d.pass(3 * time.Second)
	if d.feet.guide.pause.text != "Weiter" || d.stage.line.shown != "Pause. Lass dir Zeit." {
		t.Errorf("it says %q, %q", d.feet.guide.pause.text, d.stage.line.shown)
	}
}

func TestANoteOutlivesAChangeOfLanguage(t *testing.T) {
	d := newDesk(t)
	d.see(d.playing("running", 10*time.Second))
	s := d.playing("ending", 20*time.Second)
	s.Row = 7
	d.see(s)
	thanks := d.feet.end.thanks.text
	d.feet.end.note.SetText("half a line")
	d.setLanguage("de")
	if f := d.feet.end; f.note.Text != "half a line" || f.session != 7 || f.thanks.text == thanks || f.thanks.text == "" {
		t.Errorf("%q, session %d, %q", f.note.Text, f.session, f.thanks.text)
	}
}

func TestTheLanguagePage(t *testing.T) {
	d := newDesk(t)
	d.openMenu()
	menu := d.win.Canvas().Focused().(*widget.PopUpMenu)
	i := slices.IndexFunc(menu.Items, func(o fyne.CanvasObject) bool {
		return strings.Contains(test.RenderObjectToMarkup(o), d.text.Text("language"))
	})
	if i < 0 {
		t.Fatal("the menu does not lead there")
	}
	menu.Items[i].(fyne.Tappable).Tapped(nil)
	for _, c := range []struct{ choose, code, title string }{
		{"Deutsch", "de", "Sprache (Language)"}, {"English", "en", "Language"}, {"As the system has it", "", "Language"},
	} {
		d.tap(t, c.choose, 0)
		chosen := slices.DeleteFunc(all[*pill](d.stage.page), func(p *pill) bool { return !p.chosen })
		if d.kept.window.Language != c.code || len(chosen) != 1 || (chosen[0] == all[*pill](d.stage.page)[0]) != (c.code == "") {
			t.Errorf("%s was chosen, and the language is %q", c.choose, d.kept.window.Language)
		}
		if !strings.Contains(test.RenderObjectToMarkup(d.stage.page), c.title) {
			t.Errorf("the page is not in %s", c.choose)
		}
	}
	d.press(fyne.KeyEscape)
	if d.stage.page != nil {
		t.Error("Esc does not leave the page")
	}
}

// narrow is the width that words have in the smallest window.
const narrow = theme.LeastWidth - 2*theme.Margin

func TestTheWordsFitIntoASmallWindow(t *testing.T) {
	for _, language := range assets.Languages() {
		d := newDeskIn(t, language)
		in := func(face typeface, what, text string, rows int, size float32) {
			t.Helper()
			lines := face.wrap(text, narrow, size)
			for _, l := range lines {
				if wide := face.measured(l, size); wide > narrow {
					t.Errorf("%s, %s: %q is %.0f wide", language, what, l, wide)
				}
			}
			if len(lines) > rows {
				t.Errorf("%s, %s: %q takes %d rows", language, what, text, len(lines))
			}
		}
		most := func(what, text string, rows int, size float32) { in(kindly().typeface, what, text, rows, size) }
		for _, p := range d.opts.Library.All() {
			most("title", p.Title, 1, theme.TypeTitle)
			in(usual, "about", p.About, 2, theme.TypeText)
			for _, s := range p.Steps {
				for _, l := range s.Lines {
					most(p.ID, l, 3, theme.TypeLine)
				}
			}
		}
		for _, l := range d.text.Lines("ease") {
			most("ease", l, 3, theme.TypeLine)
		}
		for _, l := range d.text.Lines("thanks") {
			most("thanks", l, 1, theme.TypeLine)
		}
		for _, key := range []string{"in", "hold", "out", "rest", "settling", "tone_fades"} {
			most(key, d.text.Text(key), 1, d.stage.word.size)
		}
		for _, key := range []string{"paused", "tone"} {
			most(key, d.text.Text(key), 3, theme.TypeLine)
		}
		for key, rows := range map[string]int{"sound_lost": 2, "sound_none": 2, "slept": 2, "not_reached": 1, "note_kept": 1, "not_kept": 1} {
			in(usual, key, d.text.Text(key), rows, d.stage.notice.size)
		}
		for _, key := range []string{"safety", "keys", "about", "sound", "language", "notice"} {
			most(key, d.text.Text(key), 1, theme.TypeTitle)
		}
	}
}

func TestThePagesFitIntoASmallWindow(t *testing.T) {
	for _, language := range assets.Languages() {
		d := newDeskIn(t, language)
		d.win.Resize(fyne.NewSize(theme.LeastWidth, theme.LeastHeight))
		for name, open := range map[string]func(){
			"safety": d.openSafety, "keys": d.openKeys, "about": d.openAbout, "sound": d.openSound, "language": d.openLanguage,
		} {
			open()
			if least := d.stage.page.MinSize(); least.Width > narrow || least.Height > theme.LeastHeight-2*theme.Margin {
				t.Errorf("%s, %s: needs %v", language, name, least)
			}
		}
	}
}

// TestNoGlyphIsMissing looks every letter up in the font that it is drawn with.
func TestNoGlyphIsMissing(t *testing.T) {
	newDesk(t) // the theme
	face, err := sfnt.Parse(fynetheme.Current().Font(fyne.TextStyle{}).Content())
	if err != nil {
		t.Fatal(err)
	}
	var buf sfnt.Buffer
	has := func(r rune) bool {
		i, err := face.GlyphIndex(&buf, r)
		return err == nil && i != 0
	}
	if has('\U0001F9D8') || !has('ß') {
		t.Fatal("this font says that it has what it has not, or the other way round")
	}
	for name, text := range shownTexts(t) {
		missing := strings.Map(func(r rune) rune {
			if r == '\n' || has(r) {
				return -1
			}
			return r
		}, text)
		if missing != "" {
			t.Errorf("%s: the font has no %q", name, missing)
		}
	}
}

// shownTexts are the files of which every letter may come to be shown, comments and all.
func shownTexts(t *testing.T) map[string]string {
	t.Helper()
	texts, folder := map[string]string{}, os.DirFS("../../assets")
	err := fs.WalkDir(folder, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".toml" {
			return err
		}
		data, err := fs.ReadFile(folder, name)
		texts[name] = string(data)
		return err
	})
	if err != nil || len(texts) < 20 {
		t.Fatalf("%d files, %v", len(texts), err)
	}
	return texts
}
