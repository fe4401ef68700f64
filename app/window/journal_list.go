package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kindhum/app/journal"
	"kindhum/app/theme"
)

// entryList is the entries there are, of which only those in sight are drawn. Return opens one; keys that it
// does not know go on to other.
type entryList struct {
	widget.List
	hint
	other func(*fyne.KeyEvent)
	at    int // the one that the keys move from
	keys  bool
}

func newEntryList(d *diary) *entryList {
	l := &entryList{other: d.shell.key}
	l.self, l.tips, l.label, l.about = l, d.shell.tips, d.shell.text.Text("journal_list"), "journal_list"
	l.HideSeparators = true
	l.Length = func() int { return len(d.rows) }
	l.CreateItem = func() fyne.CanvasObject { return newEntryRow(d.shell) }
	l.UpdateItem = func(id widget.ListItemID, o fyne.CanvasObject) {
		if id < len(d.rows) {
			o.(*entryRow).show(d.rows[id], l.keys && id == l.at)
		}
	}
	l.OnSelected = func(id widget.ListItemID) {
		l.at = id
		l.UnselectAll()
		if id < len(d.rows) {
			d.openRow(d.rows[id])
		}
	}
	l.ExtendBaseWidget(l)
	return l
}

// Name is what the list is called.
func (l *entryList) Name() string { return l.called("") }

// CreateRenderer is Fyne's.
func (l *entryList) CreateRenderer() fyne.WidgetRenderer {
	r := l.List.CreateRenderer()
	for _, o := range r.Objects() {
		if scroll, is := o.(*container.Scroll); is {
			list := scroll.OnScrolled
			scroll.OnScrolled = func(to fyne.Position) {
				l.tips.gone()
				if list != nil {
					list(to)
				}
			}
		}
	}
	return r
}

// TypedRune is Fyne's.
func (l *entryList) TypedRune(r rune) { typedSign(r, l.other) }

// show draws the rows anew, from the top or where the list was.
func (l *entryList) show(rows int, top bool) {
	if top {
		l.at = 0
		l.ScrollToOffset(0)
	}
	l.Refresh()
	if top || l.at >= rows || l.keys {
		l.to(l.at) // and that in sight
	}
}

// FocusGained is Fyne's.
func (l *entryList) FocusGained() {
	l.keys = true
	l.List.FocusGained()
	l.Refresh()
	l.tips.keys(l)
}

// FocusLost is Fyne's.
func (l *entryList) FocusLost() {
	l.keys = false
	l.List.FocusLost()
	l.Refresh()
	l.tips.left(l)
}

// TypedKey is Fyne's.
func (l *entryList) TypedKey(e *fyne.KeyEvent) {
	l.tips.gone()
	last := l.Length() - 1
	page := max(1, int(l.Size().Height/(diaryHigh()+fynetheme.Padding()))-1)
	switch e.Name {
	case fyne.KeyUp:
		l.to(l.at - 1)
	case fyne.KeyDown:
		l.to(l.at + 1)
	case fyne.KeyPageUp:
		l.to(l.at - page)
	case fyne.KeyPageDown:
		l.to(l.at + page)
	case fyne.KeyHome:
		l.to(0)
	case fyne.KeyEnd:
		l.to(last)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if l.at <= last {
			l.Select(l.at)
		}
	default:
		l.other(e)
	}
}

// to gives the keys to another entry.
func (l *entryList) to(at int) {
	if n := l.Length(); n > 0 {
		l.at = min(max(at, 0), n-1)
		l.Highlight(l.at)
		l.Refresh()
	}
}

// rowSide is what a row leaves free left and right, and above and below together, in device-independent pixels.
const rowSide = 8

// The rows of an entry, at a text size of 100 %.
const (
	headHigh = 18
	textHigh = 22
)

// diaryHigh is how high an entry is.
func diaryHigh() float32 { return rowSide + sized(headHigh+textHigh) }

// entryRow is an entry in two rows, each cut where the width ends.
type entryRow struct {
	widget.BaseWidget
	hint
	back       *canvas.Rectangle // while the pointer is on it
	head, text *canvas.Text
	outline    *canvas.Rectangle
	row        diaryRow
	keys       bool // it has the keys
	width      float32
	scale      float32 // of its type
}

func newEntryRow(s *shell) *entryRow {
	r := &entryRow{
		back: canvas.NewRectangle(nil), outline: canvas.NewRectangle(color.Transparent),
		head: canvas.NewText("", nil), text: canvas.NewText("", nil),
	}
	r.self, r.tips, r.about = r, s.tips, "journal_row"
	r.back.CornerRadius = theme.Corner / 2
	r.back.Hide()
	r.outline.CornerRadius, r.outline.StrokeWidth = theme.Corner, theme.Focused
	r.ExtendBaseWidget(r)
	return r
}

// Name is what stands in it.
func (r *entryRow) Name() string { return r.called(r.row.head + ". " + r.row.text) }

// MouseIn is Fyne's.
func (r *entryRow) MouseIn(e *desktop.MouseEvent) {
	r.back.Show()
	r.Refresh()
	r.hint.MouseIn(e)
}

// MouseOut is Fyne's.
func (r *entryRow) MouseOut() {
	r.back.Hide()
	r.Refresh()
	r.hint.MouseOut()
}

func (r *entryRow) show(row diaryRow, keys bool) {
	if r.row != row || r.keys != keys || r.scale != sized(1) {
		r.row, r.keys = row, keys
		r.Refresh()
	}
}

// CreateRenderer is Fyne's.
func (r *entryRow) CreateRenderer() fyne.WidgetRenderer { return &entryRowRenderer{r} }

type entryRowRenderer struct{ r *entryRow }

func (e *entryRowRenderer) Destroy()           {}
func (e *entryRowRenderer) MinSize() fyne.Size { return fyne.NewSize(120, diaryHigh()) }

func (e *entryRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{e.r.back, e.r.outline, e.r.head, e.r.text}
}

func (e *entryRowRenderer) Layout(size fyne.Size) {
	r := e.r
	wide := size.Width - 2*rowSide
	r.back.Resize(size)
	r.outline.Resize(size)
	r.head.Move(fyne.NewPos(rowSide, 4))
	r.head.Resize(fyne.NewSize(wide, sized(headHigh)))
	r.text.Move(fyne.NewPos(rowSide, 4+sized(headHigh)))
	r.text.Resize(fyne.NewSize(wide, sized(textHigh)))
	if r.width != wide {
		r.width = wide
		e.Refresh()
	}
}

// Refresh takes the colours of the theme.
func (e *entryRowRenderer) Refresh() {
	p, r := paletteNow(), e.r
	r.scale = sized(1)
	r.head.TextSize, r.text.TextSize = sized(theme.TypeSmall), sized(theme.TypeText)
	r.head.Color, r.text.Color = p.Quiet, p.Text
	r.outline.StrokeColor, r.outline.Hidden = p.Focus, !r.keys
	r.head.Text = clipped(r.row.head, r.width, sized(theme.TypeSmall))
	r.text.Text = clipped(r.row.text, r.width, sized(theme.TypeText))
	r.back.FillColor = p.Hover
	r.whole = ""
	if r.text.Text != r.row.text || r.head.Text != r.row.head {
		r.whole = r.row.head + ". " + r.row.text
	}
	r.back.Refresh()
	r.head.Refresh()
	r.text.Refresh()
	r.outline.Refresh()
}

// clipped is as much of a text as a width has room for.
func clipped(text string, width, size float32) string {
	wide := func(s string) float32 { return fyne.MeasureText(s, size, fyne.TextStyle{}).Width }
	if width <= 0 || wide(text) <= width {
		return text
	}
	none, all := 0, len([]rune(text)) // so many fit, so many do not
	for all-none > 1 {
		if half := (none + all) / 2; wide(journal.Cut(text, half)) <= width {
			none = half
		} else {
			all = half
		}
	}
	return journal.Cut(text, none)
}
