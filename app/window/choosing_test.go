package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kindhum/app/choice"
	"kindhum/app/control"
	"kindhum/app/practice"
	"kindhum/app/theme"
	"kindhum/assets"
)

// put writes a file onto the shelf, by hand.
func (d *desk) put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(d.folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(d.folder, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// From a cold start two keys at most begin any practice, and one begins the last one.
func TestTwoKeysBeginAnyPractice(t *testing.T) {
	for i, key := range strings.Split(choosers, "") {
		d := newDesk(t)
		d.put(t, "own.toml", "id = \"own\"\ntitle = \"Own\"\n") // while the window is open
		d.press(fyne.KeyName(key))
		d.press(fyne.KeyReturn)
		b := d.wished(t).params.(control.Begin)
		if all := d.opts.Library.All(); len(all) != 10 || *b.Session.Practice != all[i].ID || !b.Remember {
			t.Errorf("%s begins %s", key, *b.Session.Practice)
		}
		d.settle(t)
		again := newShell(d.opts, d.host, d.text)
		again.key(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if last := d.wished(t).params.(control.Begin); *last.Session.Practice != *b.Session.Practice {
			t.Errorf("then Return begins %s", *last.Session.Practice)
		}
	}
}

func TestAKeyChoosesWhateverHasTheKeys(t *testing.T) {
	d := newDesk(t)
	d.win.Canvas().Focus(d.feet.rest.length)
	d.press(fyne.Key8)
	d.press(fyne.KeyReturn)
	if b := d.wished(t); b.method != control.MethodBegin || *b.params.(control.Begin).Session.Practice != "kind-wishes" {
		t.Errorf("%+v", b)
	}
	d.see(d.playing("running", 0))
	d.press(fyne.Key2)
	if d.kept.session.Practice != "kind-wishes" {
		t.Error("a key chooses in a session")
	}
	d = newDesk(t)
	d.press(fyne.Key0)
	if d.kept.session.Practice != "hum-breath" {
		t.Error("a key chooses what is not there")
	}
}

func TestTheMenuOfPracticesKnowsItsKeys(t *testing.T) {
	d := newDesk(t)
	d.put(t, "own.toml", "id = \"own\"\ntitle = \""+strings.Repeat("A long title ", 15)+"\"\n")
	d.choosePractice()
	menu := d.feet.rest.menu
	if menu == nil || !menu.Visible() || len(menu.Items) != 12 || menu.MinSize().Width > theme.LeastWidth {
		t.Fatalf("%+v", menu)
	}
	d.press(fyne.Key5)
	if menu.Visible() || d.kept.session.Practice != "as-to-a-friend" {
		t.Errorf("%s is chosen", d.kept.session.Practice)
	}
	d.choosePractice()
	d.press(fyne.KeyDown)
	d.press(fyne.KeyDown)
	d.press(fyne.KeyReturn)
	if d.kept.session.Practice != "compassion-practice" {
		t.Errorf("%s is chosen", d.kept.session.Practice)
	}
	d.choosePractice()
	d.press(fyne.KeyEscape)
	d.press(fyne.KeyReturn)
	if d.wished(t).method != control.MethodBegin {
		t.Error("the menu keeps the keys when it is gone")
	}
}

func TestEverythingChosenGoesWithTheWish(t *testing.T) {
	d := newDesk(t)
	d.kept.session = choice.Session{Practice: "kind-wishes", Pattern: "5-10", Length: choice.Open, Words: false, Talk: "few"}
	d.begin()
	s := d.wished(t).params.(control.Begin).Session
	if *s.Practice != "kind-wishes" || *s.Pattern != "5-10" || *s.Length != choice.Open || *s.Words || *s.Talk != "few" {
		t.Errorf("%+v", s)
	}
}

// What was chosen and is gone gives way; a pattern that makes no sense too.
func TestWhatIsGoneIsNotBegun(t *testing.T) {
	d := newDesk(t)
	if err := d.store.SetSession(t.Context(), choice.Session{Practice: "gone", Pattern: "1-1", Length: choice.MinLength, Words: true}); err != nil {
		t.Fatal(err)
	}
	again := newShell(d.opts, d.host, d.text)
	if s := again.kept.session; s.Practice != "hum-breath" || s.Pattern != "" || s.Talk != "every" {
		t.Errorf("%+v", s)
	}
}

func TestABadFileIsToldOnceAndAlwaysListed(t *testing.T) {
	for _, language := range assets.Languages() {
		d := newDeskIn(t, language)
		d.put(t, "bad.toml", "id = \"bad\"\ntitle = \"Bad\"\n[[step]]\nlines = []\n")
		d.put(t, "good.toml", "id = \"good\"\ntitle = \"Good\"\n")
		d.put(t, strings.Repeat("long", 60)+".toml", "id = 7")
		opened := func() *desk {
			next := *d
			next.shell = newShell(d.opts, d.host, d.text)
			next.openNotice()
			return &next
		}
		first := opened()
		line := "bad.toml, " + first.whyBad(&practice.Fault{Line: 4, Key: "empty", What: []string{"1"}})
		if first.stage.page == nil || !first.says(line) || first.stage.page.MinSize().Width > narrow {
			t.Errorf("%s: it does not say %q", language, line)
		}
		first.settle(t)
		if opened().stage.page != nil {
			t.Errorf("%s: it is told again", language)
		}
		second := opened()
		second.openWords()
		if !second.says(line) {
			t.Errorf("%s: the list does not say %q", language, line)
		}
		if _, err := second.opts.Library.Find("good"); err != nil {
			t.Error(err)
		}
		d.put(t, "worse.toml", "id = 7")
		if next := opened(); next.stage.page == nil {
			t.Errorf("%s: another one is not told", language)
		}
	}
}

// The sentences about faults are those of the package that finds them, and every language has them.
func TestTheWordsForWhatIsWrong(t *testing.T) {
	for _, language := range assets.Languages() {
		d := newDeskIn(t, language)
		for key, sentence := range practice.Faults() {
			is := d.text.Text("fault_" + key)
			if is == "fault_"+key || language == "en" && is != sentence || strings.Count(is, "{") != strings.Count(sentence, "{") {
				t.Errorf("%s, %s: %q", language, key, is)
			}
		}
	}
}
