package window

import (
	"flag"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"kindhum/app/golden"
	"kindhum/app/store"
	"kindhum/app/theme"
)

// update has the goldens be what is drawn now: make goldens.
var update = flag.Bool("update", false, "have the goldens be what is drawn now")

// What a picture may differ by from its golden. Fyne draws without a graphics driver here, with fonts of its own, and
// the same everywhere but for the rounding of sums, which moves single shades by one; a golden's rarest shades, those
// of the edges of letters, are up to 3 from what they were, since its file has room for 256. A colour that is changed by
// 3 % of what there is (8 of 255) is more than that in every pixel of it, and one of a large surface that is changed at
// all, or a letter that has moved, is more than the mean lets pass.
const (
	goldenMean = 0.2
	goldenMost = 6
)

// byDay is an application on a system that is light.
type byDay struct{ fyne.App }

func (a byDay) Settings() fyne.Settings { return dayLight{a.App.Settings()} }

type dayLight struct{ fyne.Settings }

func (dayLight) ThemeVariant() fyne.ThemeVariant { return fynetheme.VariantLight }

// inThemes runs a test by day and by night, in one time zone.
func inThemes(t *testing.T, f func(t *testing.T, d *desk, variant string)) {
	zone := time.Local
	time.Local = time.UTC
	defer func() { time.Local = zone }()
	for _, variant := range []string{"day", "night"} {
		t.Run(variant, func(t *testing.T) {
			a := test.NewTempApp(t)
			if variant == "day" {
				a = byDay{a}
				fyne.SetCurrentApp(a)
			}
			f(t, newDeskOn(t, a, "en"), variant)
		})
	}
}

// holds compares what is drawn with its golden.
func holds(t *testing.T, name string, img image.Image) {
	t.Helper()
	err := golden.Hold(golden.Golden{
		Path: filepath.Join("testdata", "goldens", name+".png"), Failed: filepath.Join("..", "..", "build", "goldens", name+".png"),
		Mean: goldenMean, Most: goldenMost, Update: *update,
	}, img)
	if err != nil {
		t.Error(err)
	}
}

// goldenSizes are the sizes of window that screens are drawn at.
var goldenSizes = []struct {
	name string
	is   fyne.Size
}{
	{"small", fyne.NewSize(theme.LeastWidth, theme.LeastHeight)}, {"usual", fyne.NewSize(theme.WindowWidth, theme.WindowHeight)},
}

// sized gives the window a size, and lays it out until it stays: rows need their width to know how high they are.
// With a graphics driver Fyne sees to that with the next frame.
func (d *desk) sized(to fyne.Size) {
	d.win.Resize(to)
	for range 3 {
		d.win.Content().Refresh()
	}
	d.pass(4 * time.Second)
}

func TestGoldenScreens(t *testing.T) {
	inThemes(t, func(t *testing.T, d *desk, variant string) {
		entries := []store.Entry{noteOf(1, "Softer afterwards."), sessionOf(2, "Tired today, and that was all right."), sessionOf(3)}
		if err := d.store.Restore(t.Context(), entries...); err != nil {
			t.Fatal(err)
		}
		for _, s := range goldenScreens() {
			s.open(t, d)
			d.pass(4 * time.Second)
			for _, size := range goldenSizes {
				d.sized(size.is)
				holds(t, s.name+"-"+size.name+"-"+variant, d.win.Canvas().Capture())
			}
			if menu := d.win.Canvas().Overlays().Top(); menu != nil {
				d.win.Canvas().Overlays().Remove(menu)
			}
			if d.stage.page != nil {
				d.closePage()
			}
		}
	})
}

// goldenScreen is one that is compared, and how one comes there from the one before.
type goldenScreen struct {
	name string
	open func(t *testing.T, d *desk)
}

func goldenScreens() []goldenScreen {
	page := func(open func(d *desk)) func(*testing.T, *desk) {
		return func(_ *testing.T, d *desk) { open(d) }
	}
	const at = 128 * time.Second
	return []goldenScreen{
		{"first", page(func(*desk) {})},
		{"rest", page(func(d *desk) { d.safetySeen() })},
		{"menu", page(func(d *desk) { d.openMenu() })},
		{"words", page(func(d *desk) { d.openWords() })},
		{"practice", page(func(d *desk) { d.openPractice(d.edit(d.draft("compassion-practice"))) })},
		{"step", page(func(d *desk) { d.openStep(d.edit(d.draft("compassion-practice")), 2) })},
		{"patterns", page(func(d *desk) { d.openPatterns() })},
		{"own-pattern", page(func(d *desk) { d.openOwnPattern(-1) })},
		{"journal", openJournal},
		{"settings", page(func(d *desk) { d.openSettings() })},
		{"sound", page(func(d *desk) { d.openSound() })},
		{"save", page(func(d *desk) { d.openSave() })},
		{"help", page(func(d *desk) { d.openHelp() })},
		{"keys", page(func(d *desk) { d.openKeys() })},
		{"safety", page(func(d *desk) { d.openSafety() })},
		{"about", page(func(d *desk) { d.openAbout() })},
		{"language", page(func(d *desk) { d.openLanguage() })},
		{"session", page(func(d *desk) {
			playing := d.playing("running", at)
			playing.Clock.Running = false
			d.see(playing)
		})},
		{"paused", page(func(d *desk) { d.see(d.playing("paused", at)) })},
		{"easing", page(func(d *desk) {
			eased := d.playing("easing", at)
			eased.Clock.Running = false
			d.see(eased)
		})},
		{"end", page(func(d *desk) { d.see(d.playing("ending", 300*time.Second)) })},
		{"tone", page(func(d *desk) { d.see(d.toning()) })},
	}
}

// openJournal opens the journal and waits until all of it is there.
func openJournal(t *testing.T, d *desk) {
	b := &diaryDesk{desk: d, diary: d.feet.diary}
	b.opens(t, 3)
	b.view.question(d.text.Lines("journal_questions")[0]) // at first it is any of them
}

// The parts that screens are made of, each in every state.
func TestGoldenParts(t *testing.T) {
	inThemes(t, func(t *testing.T, d *desk, variant string) {
		for name, part := range goldenParts(d) {
			ground := canvas.NewRectangle(paletteNow().Ground)
			win := test.NewTempWindow(t, container.NewStack(ground, container.NewPadded(part)))
			for range mostPasses { // a field knows its rows when it has its width
				win.Resize(fyne.NewSize(theme.LeastWidth, part.MinSize().Height+2*theme.Margin))
			}
			holds(t, name+"-"+variant, win.Canvas().Capture())
		}
	})
}

func goldenParts(d *desk) map[string]fyne.CanvasObject {
	pills := container.NewVBox()
	for _, r := range []rank{plain, option, outlined, leading} {
		row := container.New(&flow{gap: 6})
		for _, state := range []func(*pill){
			func(*pill) {}, func(p *pill) { p.under = true }, func(p *pill) { p.focused = true }, func(p *pill) { p.chosen = r == option },
			func(p *pill) { p.part = 0.5 },
		} {
			p := newPill(r, "Begin", nil)
			state(p)
			row.Add(p)
		}
		pills.Add(row)
	}
	line := newWords(theme.TypeLine, false, 0, 0)
	line.Resize(fyne.NewSize(300, 90))
	line.say("May this soften a little, in its own time, and may you be at ease.", 0)
	line.frame(1)
	line.frame(2)
	title := newHeading()
	title.set("Compassion practice")
	sliders := container.NewVBox()
	for _, to := range []float64{0, 40, 100} {
		s := newSlider(0, 100, 5, d.key)
		s.set(to)
		sliders.Add(s)
	}
	hint := newField("", 40, 1, d.key)
	hint.SetPlaceHolder("A name")
	fields := container.NewVBox(hint, newField("I see you.", 40, 1, d.key), newField("You're allowed to feel this, and to take the time it takes.", 80, 2, d.key))
	lights := container.NewGridWithColumns(3)
	for _, full := range []float64{0, 0.5, 1} {
		c := newCircle()
		c.show(look{Fullness: full, Drift: 0.5})
		lights.Add(c)
	}
	return map[string]fyne.CanvasObject{
		"pills": pills, "line": container.NewGridWrap(fyne.NewSize(300, 90), line), "title": title, "sliders": sliders, "fields": fields,
		"plain-circle": container.NewGridWrap(fyne.NewSize(330, 110), lights),
		"texts":        container.NewVBox(left("Left"), centred("In the middle"), quiet("Stands back"), quietLines("Small")),
	}
}

// shifted is a colour of which each part is changed by 3 % of what there is.
func shifted(c color.NRGBA) color.NRGBA {
	part := func(v uint8) uint8 { return uint8(max(0, int(v)-8)) }
	return color.NRGBA{R: part(c.R), G: part(c.G), B: part(c.B), A: c.A}
}

// A golden that lets a change pass is none.
func TestAGoldenCanFail(t *testing.T) {
	for name, change := range map[string]func(d *desk){
		"the text, by 3 %":       func(d *desk) { d.feet.rest.title.rows[0].Color = shifted(paletteNow().Text) },
		"a button, by a pixel":   func(d *desk) { d.feet.rest.begin.Move(d.feet.rest.begin.Position().AddXY(1, 0)) },
		"the light, fuller, 3 %": func(d *desk) { d.stage.light.show(look{Fullness: restFullness + 0.03}) },
	} {
		d := newDesk(t)
		d.safetySeen()
		d.sized(goldenSizes[0].is)
		change(d)
		failed := filepath.Join(t.TempDir(), "failed.png")
		err := golden.Hold(golden.Golden{
			Path: filepath.Join("testdata", "goldens", "rest-small-night.png"), Failed: failed, Mean: goldenMean, Most: goldenMost,
		}, d.win.Canvas().Capture())
		if err == nil {
			t.Errorf("%s: it is let pass", name)
		}
		if _, is := os.Stat(failed); is != nil {
			t.Errorf("%s: the difference is not shown: %v", name, is)
		}
	}
}
