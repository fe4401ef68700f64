package window

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kindhum/app/store"
	"kindhum/app/theme"
)

// strongNow reports whether all that is open has the colours of the stronger contrast, or else all of it the usual ones.
func (d *desk) strongNow(t *testing.T) bool {
	t.Helper()
	light := theme.Variant{Light: isLight(fyne.CurrentApp().Settings().ThemeVariant())}
	strong := light
	strong.Strong = true
	usual, more := theme.Of(light), theme.Of(strong)
	is := paletteNow() == more
	want := usual
	if is {
		want = more
	}
	ground := fyne.CurrentApp().Settings().Theme().Color(fynetheme.ColorNameBackground, fyne.CurrentApp().Settings().ThemeVariant())
	if ground != want.Ground {
		t.Errorf("the ground is %v, not %v", ground, want.Ground)
	}
	seen := all[*heading](d.stage.foot)
	if d.stage.page != nil {
		seen = all[*heading](d.stage.page)
	} else if d.stage.light.colour != want {
		t.Error("the light has other colours")
	}
	if len(seen) == 0 {
		t.Error("there is no heading to look at")
	}
	for _, h := range seen {
		for _, row := range h.rows {
			if row.Color != want.Text {
				t.Errorf("%q is %v, not %v", h.text, row.Color, want.Text)
			}
		}
	}
	return is
}

func TestWhatTheSystemAsksForHoldsAtOnce(t *testing.T) {
	d := newDesk(t)
	d.safetySeen()
	for _, open := range []struct {
		what string
		do   func()
	}{{"at rest", func() {}}, {"a page", d.openSettings}, {"at rest again", d.closePage}} {
		open.do()
		if d.obey(Appearance{Contrast: true}); !d.strongNow(t) {
			t.Errorf("%s: the contrast is not stronger", open.what)
		}
		if d.obey(Appearance{}); d.strongNow(t) {
			t.Errorf("%s: the contrast stays stronger", open.what)
		}
	}
	d.see(d.playing("running", time.Minute))
	d.pass(time.Second)
	still := func() bool {
		d.pass(100 * time.Millisecond)
		return d.stage.light.shown.Still
	}
	if still() {
		t.Fatal("less motion holds from the beginning")
	}
	if d.obey(Appearance{LessMotion: true}); !still() {
		t.Error("the circle goes on changing its size")
	}
	if d.obey(Appearance{}); still() {
		t.Error("the circle stays still")
	}
	d.see(d.playing("paused", time.Minute))
	d.pass(5 * time.Second)
	if d.obey(Appearance{LessMotion: true}); !still() {
		t.Error("where nothing moved it was not heard")
	}
}

// What the person has chosen here holds whatever the system says, and what the system asks for, whatever is chosen here.
func TestEitherWishIsEnough(t *testing.T) {
	d := newDesk(t)
	for own := range 2 {
		for system := range 2 {
			d.kept.window.LessMotion, d.kept.window.Contrast = own == 1, own == 1
			d.obey(Appearance{LessMotion: system == 1, Contrast: system == 1})
			want := own+system > 0
			if d.lessMotion() != want || d.strong() != want || d.strongNow(t) != want {
				t.Errorf("own %d, system %d: motion %v, contrast %v", own, system, d.lessMotion(), d.strong())
			}
		}
	}
}

func TestTheSystemIsHeededUntilTheWindowCloses(t *testing.T) {
	d := newDesk(t)
	over := make(chan struct{})
	d.opts.Appearance = func(ctx context.Context, tell func(Appearance)) {
		defer close(over)
		tell(Appearance{LessMotion: true})
		<-ctx.Done()
	}
	ctx, end := context.WithCancel(context.Background())
	d.heed(ctx)
	(<-d.todo)()
	if !d.lessMotion() {
		t.Error("it was not heeded")
	}
	end()
	<-over
}

func TestHowThingsLookIsChosenAndRemembered(t *testing.T) {
	d := newDesk(t)
	p := d.laid(t)
	usual := d.kept.window
	const motion, contrast, transitions, frames, size = 4, 5, 6, 7, 8 // rows
	for _, c := range []struct {
		what        string
		row, option int
		want        func(*store.Window)
		holds       func() bool
	}{
		{"less motion", motion, 0, func(w *store.Window) { w.LessMotion = true }, d.lessMotion},
		{"contrast", contrast, 0, func(w *store.Window) { w.Contrast = true }, func() bool { return d.strongNow(t) }},
		{"no transitions", transitions, 1, func(w *store.Window) { w.Cuts = true }, func() bool { return !d.softly() }},
		{"frames", frames, 1, func(w *store.Window) { w.HalfRate = true }, func() bool { return d.frameTime() == 2*tickTime }},
		{"size", size, 7, func(w *store.Window) { w.Type = 200 }, func() bool {
			return all[*heading](d.stage.page)[0].rows[0].TextSize == 2*theme.TypeTitle && fynetheme.TextSize() == 2*theme.TypeText
		}},
		{"size", size, 0, func(w *store.Window) { w.Type = 80 }, func() bool { return sized(10) == 8 }},
	} {
		want := usual
		c.want(&want)
		d.kept.window = usual
		d.appear()
		p.pressed(c.row, c.option)
		if !c.holds() {
			t.Errorf("%s: it does not hold", c.what)
		}
		d.settle(t)
		if w, err := d.store.Window(context.Background()); err != nil || w != want || d.kept.window != want {
			t.Errorf("%s: kept %+v, %v; want %+v", c.what, w, err, want)
		}
		for i, pill := range p.rows[c.row].pills {
			if pill.chosen != (i == c.option) {
				t.Errorf("%s: option %d is shown as %v", c.what, i, pill.chosen)
			}
		}
	}
}

// What was pressed stays in sight while everything grows around it.
func TestTheSizeThatIsChosenStaysInSight(t *testing.T) {
	d := newDesk(t)
	d.win.Resize(fyne.NewSize(theme.LeastWidth, theme.LeastHeight))
	p := d.laid(t)
	row, scroll := p.rows[8].pills, d.page.scroll
	d.reveal(row[7])
	for _, size := range []int{7, 0, 4, 7} {
		row[size].Tapped(nil)
		y := fyne.CurrentApp().Driver().AbsolutePositionForObject(row[size]).Y
		top := fyne.CurrentApp().Driver().AbsolutePositionForObject(scroll).Y
		if y < top || y+row[size].Size().Height > top+scroll.Size().Height {
			t.Errorf("%s lies at %v, seen are %v from %v on", row[size].text, y, scroll.Size().Height, top)
		}
	}
}

func TestTheSettingsSayWhatTheSystemAsksFor(t *testing.T) {
	d := newDesk(t)
	d.laid(t)
	said := func() (n int) {
		for _, l := range all[*widget.Label](d.stage.page) {
			if l.Text == d.text.Text("system_asks") {
				n++
			}
		}
		return n
	}
	for _, c := range []struct {
		asked Appearance
		said  int
	}{{Appearance{}, 0}, {Appearance{LessMotion: true}, 1}, {Appearance{LessMotion: true, Contrast: true}, 2}, {Appearance{Contrast: true}, 1}, {}} {
		if d.obey(c.asked); said() != c.said {
			t.Errorf("%+v: it is said %d times", c.asked, said())
		}
	}
}

// What was remembered holds from the first frame on.
func TestAWindowOpensAsItIsRemembered(t *testing.T) {
	d := newDesk(t)
	w := store.DefaultWindow()
	w.Contrast, w.Type, w.SafetySeen = true, 150, true
	if err := d.store.SetWindow(context.Background(), w); err != nil {
		t.Fatal(err)
	}
	s := newShell(d.opts, d.host, d.text)
	defer s.wishes.close(false)
	if sized(10) != 15 || s.stage.light.colour != theme.Of(theme.Variant{Light: isLight(fyne.CurrentApp().Settings().ThemeVariant()), Strong: true}) {
		t.Errorf("type is %v, the light %+v", sized(10), s.stage.light.colour)
	}
	s.feet.rest.title.Resize(fyne.NewSize(300, 100))
	if title := s.feet.rest.title.rows[0]; title.TextSize != 1.5*theme.TypeTitle || title.Color != paletteNow().Text {
		t.Errorf("the title is of %v, %v", title.TextSize, title.Color)
	}
	if s.stage.notice.size != 1.5*theme.TypeLabel {
		t.Errorf("a notice is of %v", s.stage.notice.size)
	}
}

// framesIn counts how often the light is drawn, in a time.
func (d *desk) framesIn(by time.Duration) (drawn int) {
	last := d.stage.light.shown
	for end := d.time + int64(by); d.time < end; {
		d.time += int64(tickTime)
		d.beat.tick()
		if d.stage.light.shown != last {
			last = d.stage.light.shown
			drawn++
		}
	}
	return drawn
}

func TestHalfOfTheFramesAreDrawn(t *testing.T) {
	d := newDesk(t)
	d.tally, d.host.do = &tally{}, func(f func()) { f() }
	d.see(d.playing("running", 3500*time.Millisecond))
	d.pass(1100 * time.Millisecond) // in the middle of an in-breath, where every frame is another
	whole := d.framesIn(time.Second)
	d.kept.window.HalfRate = true
	d.appear()
	word := d.stage.word
	*d.tally = tally{}
	d.see(d.playing("running", 3500*time.Millisecond))
	d.pass(1100 * time.Millisecond)
	*d.tally = tally{}
	half := d.framesIn(time.Second)
	if whole < 50 || half < whole/2-2 || half > whole/2+2 {
		t.Errorf("%d frames are drawn in a second, and %d with half of them", whole, half)
	}
	if d.tally.ticks < 29 || d.tally.ticks > 31 || d.tally.late > 0 || d.tally.missed > 0 {
		t.Errorf("counted %+v", *d.tally)
	}
	if shown := word.shown; shown == "" || word.part != 1 {
		t.Errorf("the word is %q at %v", shown, word.part)
	}
	for last := d.beat.last; d.beat.last == last; d.beat.tick() {
		d.time += int64(tickTime)
	}
	d.time += int64(4 * tickTime) // it is late, and one was missed
	d.beat.tick()
	if d.tally.late != 1 || d.tally.missed != 1 {
		t.Errorf("a late one is counted as %+v", *d.tally)
	}
}
