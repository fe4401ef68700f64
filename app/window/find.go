package window

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"kindhum/app/help"
)

// find is the search in help: a field that finds as one types, how many places there are, and ways from
// one to the next.
type find struct {
	page   *helpPage
	row    *fyne.Container
	field  *findField
	told   *widget.Label
	ways   *fyne.Container // hidden while nothing is looked for
	places []help.Place
	at     int         // the one that is looked at; -1 is none
	back   func() bool // whether Shift is held
	high   float32     // of the row, when it was last shown
}

// findField is where the search is typed. What scrolls the text does so from here too.
type findField struct {
	note
	find *find
}

func newFind(p *helpPage) *find {
	f := &find{page: p, at: -1, back: shiftHeld, told: widget.NewLabel("")}
	f.told.Importance = widget.LowImportance
	f.field = &findField{find: f}
	f.field.tells(f.field, p.shell.tips, p.shell.text.Text("help_find"), "help_find")
	f.field.SetPlaceHolder(p.shell.text.Text("help_find"))
	f.field.OnChanged = f.look
	f.field.ExtendBaseWidget(f.field)
	f.ways = container.New(&flow{gap: 4}, f.told,
		p.shell.pill(plain, "help_before", func() { f.step(-1) }).by(p.shell.keyText(stroke{fyne.KeyF3, fyne.KeyModifierShift})),
		p.shell.pill(plain, "help_next", func() { f.step(1) }))
	f.ways.Hide()
	f.row = container.New(&beside{gap: 4}, f.field, f.ways)
	return f
}

func shiftHeld() bool {
	d, is := fyne.CurrentApp().Driver().(desktop.Driver)
	return is && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

// focus gives the field the keys, with what is in it ready to be replaced.
func (f *find) focus() {
	f.page.shell.focus(f.field)
	f.field.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// look finds what was typed, and shows the first place from where one was.
func (f *find) look(typed string) {
	block, from := f.page.prose.at(f.page.scroll.Offset.Y)
	if f.at >= 0 {
		block, from = f.places[f.at].Block, f.places[f.at].From
	}
	f.places, f.at = help.Find(f.page.page.Blocks, typed), -1
	for i, p := range f.places {
		if f.at < 0 && (p.Block > block || (p.Block == block && p.From >= from)) {
			f.at = i
		}
	}
	if f.at < 0 && len(f.places) > 0 {
		f.at = 0
	}
	f.ways.Hidden = typed == ""
	f.show()
}

// another goes on to the next place, or with Shift to the one before.
func (f *find) another() {
	if f.back() {
		f.step(-1)
	} else {
		f.step(1)
	}
}

// step goes on by a number of places, around the ends.
func (f *find) step(by int) {
	if n := len(f.places); n > 0 {
		f.at = (f.at + by + n) % n
		f.show()
	}
}

// show says which place it is, and shows it.
func (f *find) show() {
	text := f.page.shell.text
	told := text.Text("help_nowhere")
	if f.at >= 0 {
		told = fmt.Sprintf(text.Text("help_place"), f.at+1, len(f.places))
	}
	f.told.SetText(told)
	f.row.Refresh()
	if high := f.row.MinSize().Height; high != f.high {
		f.high = high
		f.page.shell.relay() // the ways took room beneath the field, or gave it back
	}
	f.page.prose.look(f.places, f.at)
	if f.at >= 0 {
		place := f.places[f.at]
		f.page.reveal(f.page.prose.top(place.Block, place.From))
	}
	f.page.seen()
}

// TypedKey is Fyne's.
func (e *findField) TypedKey(k *fyne.KeyEvent) {
	f := e.find
	e.tips.gone()
	switch k.Name {
	case fyne.KeyEscape: // it leaves the field, and then the page
		f.page.shell.win.Canvas().Unfocus()
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF3:
		f.another()
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyF1, fyne.KeyF10, fyne.KeyF11:
		f.page.shell.key(k)
	default:
		e.Entry.TypedKey(k)
	}
}
