package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"kindhum/app/help"
	"kindhum/app/theme"
)

// What is left free of text, in device-independent pixels: before it, so that it begins where the
// entries of the contents do, and after it, for the bar that scrolls it.
const proseBefore, proseAfter = 13, 14

// prose is a text to be read at length, laid out in the width it is given by flow, with places marked in it.
type prose struct {
	widget.BaseWidget
	blocks []help.Block
	among  fyne.CanvasObject // stands before the first heading
	width  float32
	scale  float32 // of its type
	sheet  sheet
	texts  []*canvas.Text // of the pieces, and after them of the points
	marked marked
	all    []fyne.CanvasObject // what is drawn, from the ground up
}

// marked are the places that are marked, and how that is drawn: a ground and a line under each, and a frame
// around the one that is looked at.
type marked struct {
	places  []help.Place
	at      int // -1 is none
	grounds []*canvas.Rectangle
	lines   []*canvas.Rectangle
}

// markedPart is how much of its colour the ground of a mark has.
const markedPart = 0.25

func newProse(blocks []help.Block, among fyne.CanvasObject) *prose {
	p := &prose{blocks: blocks, among: among, marked: marked{at: -1}}
	p.gather()
	p.ExtendBaseWidget(p)
	return p
}

// flows says whether the text is laid out in a width, in the size of type that is chosen.
func (p *prose) flows(width float32) bool { return p.width == width && p.scale == sized(1) }

// flow lays the text out in a width.
func (p *prose) flow(width float32) {
	if p.flows(width) {
		return
	}
	p.width, p.scale = width, sized(1)
	highIn(p.among, width)
	p.sheet = typeset(p.blocks, width-proseBefore-proseAfter, p.among.MinSize().Height+4, measureProse)
	p.texts = nil
	for _, s := range p.sheet.pieces {
		p.write(p.blocks[s.block].Text[s.From:s.To], s)
	}
	for _, s := range p.sheet.points {
		p.write("•", s)
	}
	p.mark()
	p.Refresh()
}

func (p *prose) write(text string, at piece) {
	t := canvas.NewText(text, nil)
	t.TextSize, t.TextStyle = at.size, proseStyle(at.size, at.strong)
	t.Move(fyne.NewPos(proseBefore+at.x, at.y))
	t.Resize(fyne.NewSize(t.MinSize().Width, at.high))
	p.texts = append(p.texts, t)
}

func measureProse(text string, size float32, strong bool) float32 {
	return fyne.MeasureText(text, size, proseStyle(size, strong)).Width
}

func proseStyle(size float32, strong bool) fyne.TextStyle {
	return fyne.TextStyle{Italic: strong, Bold: size == sized(theme.TypeSection)}
}

// look marks places, and frames the one at an index; -1 frames none.
func (p *prose) look(places []help.Place, at int) {
	p.marked.places, p.marked.at = places, at
	p.mark()
	p.Refresh()
	canvas.Refresh(p) // the marks are new to the canvas
}

// mark puts a mark under every part of the places.
func (p *prose) mark() {
	m := &p.marked
	m.grounds, m.lines = nil, nil
	defer p.gather()
	next := 0 // the first piece that may hold what comes: both are in order
	for i, place := range m.places {
		for next < len(p.sheet.pieces) && p.before(next, place) {
			next++
		}
		for _, s := range p.sheet.pieces[next:] {
			from, to := max(s.From, place.From), min(s.To, place.To)
			if s.block != place.Block || from >= to {
				break
			}
			text := p.blocks[s.block].Text
			x := proseBefore + s.x + measureProse(text[s.From:from], s.size, s.strong)
			wide := measureProse(text[from:to], s.size, s.strong)
			p.markAt(x, wide, s, i == m.at)
		}
	}
}

// gather puts together what is drawn. The driver asks for it several times a frame.
func (p *prose) gather() {
	p.all = nil
	for i, g := range p.marked.grounds {
		p.all = append(p.all, g, p.marked.lines[i])
	}
	for _, t := range p.texts {
		p.all = append(p.all, t)
	}
	p.all = append(p.all, p.among)
}

// before says whether a piece ends before a place.
func (p *prose) before(at int, place help.Place) bool {
	s := p.sheet.pieces[at]
	return s.block < place.Block || (s.block == place.Block && s.To <= place.From)
}

func (p *prose) markAt(x, wide float32, s piece, framed bool) {
	ground, line := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	ground.CornerRadius = 4
	if framed {
		ground.StrokeWidth = 2
	}
	ground.Move(fyne.NewPos(x-2, s.y+1))
	ground.Resize(fyne.NewSize(wide+4, s.high-2))
	line.Move(fyne.NewPos(x, s.y+s.high-4))
	line.Resize(fyne.NewSize(wide, 1.5))
	p.marked.grounds, p.marked.lines = append(p.marked.grounds, ground), append(p.marked.lines, line)
}

// at is what stands at a height: a block, and where in its text.
func (p *prose) at(y float32) (block, from int) {
	for _, s := range p.sheet.pieces {
		if s.y+s.high > y {
			return s.block, s.From
		}
	}
	return len(p.blocks), 0
}

// top is where the row begins that holds a part of a block, and high how high it is.
func (p *prose) top(block, from int) (top, high float32) {
	for _, s := range p.sheet.pieces {
		if s.block > block || (s.block == block && s.To > from) {
			return s.y, s.high
		}
	}
	return p.sheet.high, 0
}

// see draws no more than what is to be seen, from one height to another: each row drawn is a texture.
func (p *prose) see(from, to float32) {
	near := func(o fyne.CanvasObject) bool {
		y := o.Position().Y
		return y+o.Size().Height > from && y < to
	}
	for _, t := range p.texts {
		t.Hidden = !near(t)
	}
	for i, g := range p.marked.grounds {
		g.Hidden = !near(g)
		p.marked.lines[i].Hidden = g.Hidden
	}
}

// Refresh takes the colours of the theme.
func (p *prose) Refresh() {
	c := paletteNow()
	for _, t := range p.texts {
		t.Color = c.Text
	}
	for i, g := range p.marked.grounds {
		g.FillColor, g.StrokeColor = theme.Faded(c.Focus, markedPart), c.Focus
		p.marked.lines[i].FillColor = c.Focus
	}
	p.BaseWidget.Refresh()
}

// CreateRenderer is Fyne's.
func (p *prose) CreateRenderer() fyne.WidgetRenderer { return &proseRenderer{p} }

type proseRenderer struct{ p *prose }

func (r *proseRenderer) Destroy() {}

// MinSize is as high as the text is in its width.
func (r *proseRenderer) MinSize() fyne.Size { return fyne.NewSize(120, r.p.sheet.high) }

func (r *proseRenderer) Objects() []fyne.CanvasObject { return r.p.all }

func (r *proseRenderer) Layout(fyne.Size) { r.p.among.Move(fyne.NewPos(0, r.p.sheet.hole)) }

func (r *proseRenderer) Refresh() {
	r.Layout(r.p.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
