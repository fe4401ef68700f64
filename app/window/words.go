package window

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// maxRows is the most rows a text of words takes; the last is cut if it must be.
const maxRows = 4

// words is a centred text that fades, wrapped to the width it is given.
type words struct {
	widget.BaseWidget
	saying
	size  float32
	quiet bool // in the colour that stands back
	rows  []*canvas.Text
	shown string
	part  float64
	width float32
}

func newWords(size float32, quiet bool, leave, come time.Duration) *words {
	w := &words{size: size, quiet: quiet, saying: saying{leave: leave, come: come}}
	for range maxRows {
		t := canvas.NewText("", nil)
		t.TextSize, t.Alignment = size, fyne.TextAlignCenter
		w.rows = append(w.rows, t)
	}
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
	if text == w.shown && part == w.part && w.width == w.Size().Width {
		return
	}
	w.shown, w.part, w.width = text, part, w.Size().Width
	w.draw()
}

func (w *words) draw() {
	p := paletteNow()
	c := p.text
	if w.quiet {
		c = p.quiet
	}
	lines := wrap(w.shown, w.width, w.size)
	high := w.rowHeight()
	for i, row := range w.rows {
		row.Text = ""
		if i < len(lines) {
			row.Text = lines[i]
		}
		row.Color = faded(c, w.part)
		row.Move(fyne.NewPos(0, float32(i)*high))
		row.Resize(fyne.NewSize(w.width, high))
		row.Hidden = row.Text == "" || w.part == 0
		row.Refresh()
	}
}

func (w *words) rowHeight() float32 { return w.size * 1.5 }

// wrap breaks a text into rows no wider than width, in words; what is more than maxRows stays in the last.
func wrap(text string, width, size float32) []string {
	var rows []string
	for _, word := range strings.Fields(text) {
		last := len(rows) - 1
		if last >= 0 {
			longer := rows[last] + " " + word
			if len(rows) == maxRows || fyne.MeasureText(longer, size, fyne.TextStyle{}).Width <= width {
				rows[last] = longer
				continue
			}
		}
		rows = append(rows, word)
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

func (r *wordsRenderer) Layout(size fyne.Size) {
	r.w.width = size.Width
	r.w.draw()
}

func (r *wordsRenderer) Refresh() { r.w.draw() }
