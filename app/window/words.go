package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"kindhum/app/theme"
)

// words is a centred text that fades, wrapped to the width it is given.
type words struct {
	widget.BaseWidget
	saying
	size  float32
	quiet bool // in the colour that stands back
	kind  bool // in the typeface of the kind lines
	rows  []*canvas.Text
	shown string
	part  float64
	lay   fitted
}

// fitted is a text as it was last laid out, and what for.
type fitted struct {
	text  string
	room  fyne.Size
	asked float32 // size of type
	size  float32 // that there is room for
	face  typeface
	rows  []string
}

func newWords(size float32, quiet bool, leave, come time.Duration) *words {
	w := &words{size: size, quiet: quiet, saying: saying{leave: leave, come: come}}
	w.ExtendBaseWidget(w)
	return w
}

// follow says a text, if it is another one, and draws what is to be seen now.
func (w *words) follow(text string, now int64) {
	if text != w.next {
		w.say(text, now)
	}
	w.frame(now)
}

// frame draws what is to be seen now.
func (w *words) frame(now int64) {
	text, part := w.tick(now)
	if text == w.shown && part == w.part && w.laid() {
		return
	}
	w.shown, w.part = text, part
	w.draw()
}

// setSize changes the size of type, at once.
func (w *words) setSize(size float32) {
	if w.size != size {
		w.size = size
		w.draw()
	}
}

// laid reports whether what is shown is laid out for the room and the size there are.
func (w *words) laid() bool {
	return w.lay.text == w.shown && w.lay.room == w.Size() && w.lay.asked == w.size
}

// face is what a text is drawn in.
func (w *words) face(text string) typeface {
	if w.kind {
		return kindlyFor(text)
	}
	return usual
}

func (w *words) draw() {
	if !w.laid() {
		room := w.Size()
		w.lay = fitted{text: w.shown, room: room, asked: w.size}
		w.lay.face = w.face(w.shown)
		w.lay.rows, w.lay.size = w.lay.face.fit(w.shown, room.Width, room.Height, w.size)
	}
	p := paletteNow()
	c := p.Text
	if w.quiet {
		c = p.Quiet
	}
	appears := len(w.rows) < len(w.lay.rows)
	w.rows = moreRows(w.rows, len(w.lay.rows))
	high := rowHigh(w.lay.size)
	for i, row := range w.rows {
		row.Text = ""
		if i < len(w.lay.rows) {
			row.Text = w.lay.rows[i]
		}
		row.TextSize, row.FontSource = w.lay.size, w.lay.face.font
		row.Color = theme.Faded(c, w.part)
		row.Move(fyne.NewPos(0, float32(i)*high))
		row.Resize(fyne.NewSize(w.lay.room.Width, high))
		was := row.Hidden
		row.Hidden = row.Text == "" || w.part == 0
		appears = appears || (was && !row.Hidden)
		row.Refresh()
	}
	if appears {
		canvas.Refresh(w) // a row that was never seen belongs to no canvas yet, and would not be drawn while nothing else is
	}
}

func (w *words) rowHeight() float32 { return rowHigh(w.size) }

// moreRows are the rows of a text in the middle, and as many new ones as are missing to a number.
func moreRows(rows []*canvas.Text, to int) []*canvas.Text {
	for len(rows) < to {
		row := canvas.NewText("", nil)
		row.Alignment = fyne.TextAlignCenter
		rows = append(rows, row)
	}
	return rows
}

// CreateRenderer is Fyne's.
func (w *words) CreateRenderer() fyne.WidgetRenderer { return &wordsRenderer{w} }

type wordsRenderer struct{ w *words }

func (r *wordsRenderer) Destroy()           {}
func (r *wordsRenderer) MinSize() fyne.Size { return fyne.NewSize(80, r.w.rowHeight()) }

func (r *wordsRenderer) Objects() []fyne.CanvasObject {
	all := make([]fyne.CanvasObject, len(r.w.rows))
	for i, row := range r.w.rows {
		all[i] = row
	}
	return all
}

func (r *wordsRenderer) Layout(fyne.Size) { r.w.draw() }

func (r *wordsRenderer) Refresh() { r.w.draw() }
