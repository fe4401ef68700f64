//go:build e2e

package main_test

import (
	"context"
	"errors"
	"image"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"kindhum/app/breath"
	"kindhum/app/choice"
	"kindhum/app/control"
	"kindhum/app/store"
)

// atRestMenu is the menu at rest, from top to bottom, as openMenu of app/window has it.
var atRestMenu = []string{
	"tone", "patterns", "save", "words", "settings", "full screen", "language", "journal", "help", "safety", "keys", "about",
}

// gallery is a real window from which one picture after the other is taken.
type gallery struct {
	*window
	player   *standIn
	language string
	take     func(name string, img image.Image)
	last     image.Image // as the window was at rest
}

// launch opens the window in a home with a journal, in a language.
func (d *desk) launch(language string, kept store.Window, take func(string, image.Image)) *gallery {
	d.t.Helper()
	kept.Language = language
	d.furnish(kept)
	// What blinks or glides by itself would make each picture another.
	if err := os.MkdirAll(d.path("home/.config/fyne"), 0o700); err != nil {
		d.t.Fatal(err)
	}
	if err := os.WriteFile(d.path("home/.config/fyne/settings.json"), []byte(`{"no_animations":true}`), 0o600); err != nil {
		d.t.Fatal(err)
	}
	g := &gallery{player: d.standIn(), language: language, take: take}
	g.window = g.player.window()
	return g
}

// furnish writes what the pictures show of a person: journal, settings, a pattern of their own. All dates are fixed.
func (d *desk) furnish(kept store.Window) {
	d.t.Helper()
	session := choice.DefaultSession()
	session.Practice = "compassion-practice"
	d.remembers(func(ctx context.Context, s *store.Store) error {
		return errors.Join(
			s.SetWindow(ctx, kept), s.SetSession(ctx, session), s.Restore(ctx, pastDays(kept.Language)...),
			s.SetQuestions(ctx, store.Questions{Seed: 1}),
			s.SetPatterns(ctx, []choice.OwnPattern{{Name: evening[kept.Language], Pattern: "5-0-7-1"}}),
		)
	})
}

var evening = map[string]string{"en": "Evening", "de": "Abends"}

// pastDays is a journal.
func pastDays(language string) []store.Entry {
	notes := map[string][]string{
		"en": {"Softer afterwards.", "Tired today, and that was all right.", "Rain at the window. I stayed with it.", "It was hard, and I was kind to myself."},
		"de": {"Danach war es weicher.", "Heute müde, und das war in Ordnung.", "Regen am Fenster. Ich bin dageblieben.", "Es war schwer, und ich war freundlich zu mir."},
	}[language]
	sound := choice.DefaultSound()
	var all []store.Entry
	for i, practice := range []string{"compassion-practice", "hum-breath", "", "kind-wishes", "kind-moment", "just-breathing"} {
		at := time.Date(2026, 3, 29-3*i, 20-i, 15+7*i, 0, 0, time.UTC)
		var e store.Entry
		if practice != "" {
			e.Session = store.Record{
				ID: int64(i + 1), Start: at, Practice: practice, Pattern: "4-6", Length: 5 * time.Minute, Elapsed: 5 * time.Minute,
				Breaths: 30, Voice: sound.Voice, Pitch: sound.Pitch, How: "time",
			}
		}
		if i < len(notes) {
			e.Notes = []store.Note{{ID: int64(i + 1), Session: e.Session.ID, Written: at.Add(6 * time.Minute), Text: notes[i]}}
		}
		all = append(all, e)
	}
	return all
}

// shot takes a picture when the window has settled and is another than before.
func (g *gallery) shot(name string, before image.Image) {
	g.s.d.t.Helper()
	g.take(name, g.settled(whole, before))
}

// rest waits until the window is at rest, and remembers how that looks.
func (g *gallery) rest() { g.last = g.settled(whole, nil) }

// openMenu opens the menu.
func (g *gallery) openMenu() {
	g.s.d.t.Helper()
	before := g.now(whole)
	g.click(g.menuPill())
	g.settled(whole, before)
}

func (g *gallery) menuPill() image.Point { return image.Pt(g.bounds.Dx()-24, 22) }

// choose opens a page by the menu at rest.
func (g *gallery) choose(item string) {
	g.s.d.t.Helper()
	at := slices.Index(atRestMenu, item)
	if at < 0 {
		g.s.d.t.Fatalf("the menu has no %s", item)
	}
	g.openMenu()
	for range at + 1 {
		g.keys(whole, "Down")
	}
	g.keys(whole, "Return")
}

// page takes a picture of a page of the menu, and of those that keys lead to from there; then it leaves them.
func (g *gallery) page(item string, further ...inner) {
	g.s.d.t.Helper()
	part := whole
	if item == "patterns" { // its circle breathes
		part.Min.Y = 230
	}
	g.choose(item)
	g.take(strings.ReplaceAll(item, " ", "-"), g.settled(part, nil))
	for _, page := range further {
		g.keys(part, page.keys...)
		g.take(page.name, g.settled(part, nil))
	}
	// While a menu is open, too, nobody is told that the pointer has gone.
	g.s.d.until(20*time.Second, "the page is left", func() bool {
		g.press("Escape")
		g.away(part)
		return alike(g.settled(part, nil), g.last)
	})
}

// inner is a page within another, and the keys that lead there.
type inner struct {
	name string
	keys []string
}

// back is so many controls back from the first.
func back(n int, then ...string) []string {
	return append(slices.Repeat([]string{"shift+Tab"}, n), then...)
}

// playing takes the pictures of a session. While the clock stands the controls are there, as for whoever moves the
// pointer; where they have left, the clock runs, in breaths so long that a picture is the moment it is to be.
func (g *gallery) playing() {
	g.s.d.t.Helper()
	const slow = "30-30"
	line := moment("running", g.language, slow, 0).Timeline
	in := opening(line, 9, 0.75)
	out := line.LeadIn + 18*line.Pattern.Period() + 42*time.Second
	g.alone("session-in", in, line)
	g.alone("session-out", out, line)
	short := moment("running", g.language, "4-6", 128*time.Second)
	g.player.show(short)
	g.shot("session-controls", g.last)
	before := g.now(whole)
	paused := short
	paused.Status.State = "paused"
	g.player.show(paused)
	g.shot("paused", before)
	before = g.now(whole)
	g.player.show(eased(g.language))
	g.shot("easing", before)
	before = g.now(whole)
	over := control.Idle(choice.DefaultSound(), "", true)
	over.Ended, over.Row = "time", 1
	g.player.show(over)
	g.shot("end", before)
	g.keys(whole, "Escape")
	g.rest()
}

// alone takes a picture of a session of which only the circle and the words are left.
func (g *gallery) alone(name string, at time.Duration, line breath.Timeline) {
	g.s.d.t.Helper()
	const before = 7 * time.Second // until the controls have left, and some more
	g.player.show(control.Idle(choice.DefaultSound(), "", true))
	g.settled(whole, nil)
	snap := moment("running", g.language, line.Pattern.String(), at-before)
	snap.Clock.Running = true
	g.player.show(snap)
	foot := image.Rect(0, g.bounds.Dy()-90, g.bounds.Dx(), g.bounds.Dy())
	g.s.d.until(20*time.Second, "the controls leave, and the moment comes", func() bool {
		return snap.Clock.ElapsedAt(now()) >= at && bare(g.now(foot))
	})
	if late := snap.Clock.ElapsedAt(now()) - at; late > time.Second {
		g.s.d.t.Fatalf("%s: %v late", name, late)
	}
	g.take(name, g.now(whole))
}

// bare reports whether a picture is of one colour.
func bare(img image.Image) bool {
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if img.At(x, y) != img.At(b.Min.X, b.Min.Y) {
				return false
			}
		}
	}
	return true
}

// eased is a session whose pacing has stopped.
func eased(language string) control.Snapshot {
	s := moment("easing", language, "4-6", 140*time.Second)
	s.Timeline.Shape, s.Timeline.From = breath.Eased, 120*time.Second
	return s
}

// toned is the tone, with a sleep timer.
func toned() control.Snapshot {
	s := control.Idle(choice.DefaultSound(), "", true)
	pid, length := os.Getpid(), 1800.0
	s.Status.State, s.Status.PID, s.Status.Length = "tone", &pid, &length
	s.Timeline = breath.Timeline{Shape: breath.Steady}
	s.Clock = control.Clock{Elapsed: time.Minute, At: now()}
	return s
}

// spoil puts a practice on the shelf that cannot be read.
func (d *desk) spoil() {
	d.t.Helper()
	folder := d.path("home/.local/share/kindhum/practices")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		d.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "mine.toml"), []byte("id = \"mine\"\ntitle = \"Mine\"\npattern = \"4-\"\n"), 0o600); err != nil {
		d.t.Fatal(err)
	}
}
