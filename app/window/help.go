package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindhum/app/help"
	"kindhum/app/theme"
	"kindhum/assets"
)

// helpPage is the page of help while it is open: the text, with its sections at the top, and a search in it.
type helpPage struct {
	shell  *shell
	page   help.Page
	prose  *prose
	scroll *container.Scroll
	find   *find
	ways   []*pill // to the sections
}

// openHelp shows help in place of everything else. It stays when a session begins or ends beneath it.
func (s *shell) openHelp() {
	source, err := assets.Help(s.text.Language())
	var page help.Page
	if err == nil {
		page, err = help.Parse(source)
	}
	if err != nil { // a test reads every language's
		s.openPage("help", left(err.Error()))
		return
	}
	s.leavePage()
	p := &helpPage{shell: s, page: page}
	p.prose = newProse(page.Blocks, p.sections())
	p.scroll = container.NewVScroll(p.prose)
	p.scroll.OnScrolled = func(fyne.Position) {
		s.tips.gone()
		p.seen()
	}
	p.find = newFind(p)
	title := newHeading()
	title.set(page.Title)
	ways := centredRow(s.pill(outlined, "keys", s.openKeys), s.pill(outlined, "done", s.closePage))
	body := newStacked(container.NewVBox(title, p.find.row), container.New(p, p.scroll), container.NewVBox(gap(2), ways))
	s.show(body, openPage{keyed: keyed{onHelp, p}, stays: true})
}

// sections are ways to the sections.
func (p *helpPage) sections() fyne.CanvasObject {
	all := container.New(contents{})
	for _, at := range p.page.Sections() {
		way := p.shell.choice(option, p.page.Blocks[at].Text, func() { p.jump(at) }).tells("help_section")
		if n := len(p.ways); n < len(choosers) {
			way.key = choosers[n : n+1]
		}
		p.ways = append(p.ways, way)
		way.stir = func() {
			p.shell.stir()
			if way.focused {
				p.reveal(p.prose.sheet.hole+way.Position().Y, way.Size().Height)
			}
		}
		all.Add(way)
	}
	return all
}

// contents lays a table of contents out, an entry beneath the other.
type contents struct{}

// closer is how much nearer the entries are than controls are elsewhere.
const closer = 3

// Layout is Fyne's.
func (contents) Layout(all []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range all {
		within(o, size.Width)
		own := o.MinSize().SubtractWidthHeight(0, closer)
		o.Resize(own)
		o.Move(fyne.NewPos(0, y))
		y += own.Height
	}
}

// MinSize is as wide as the widest entry.
func (contents) MinSize(all []fyne.CanvasObject) (size fyne.Size) {
	for _, o := range all {
		least := o.MinSize()
		size = fyne.NewSize(max(size.Width, least.Width), size.Height+least.Height-closer)
	}
	return size
}

// jump shows a section, and gives the keys back to the text.
func (p *helpPage) jump(block int) {
	p.shell.win.Canvas().Unfocus()
	p.scrollTo(p.prose.sheet.tops[block] - 4)
}

// toSection shows a section by its number.
func (p *helpPage) toSection(n int) { pressNth(p.ways, n) }

// scrollKey scrolls the text.
func (p *helpPage) scrollKey(k stroke) {
	page := p.scroll.Size().Height - 2*sized(theme.TypeText)*proseHigh // two rows are seen again
	switch k.name {
	case fyne.KeyUp:
		p.scrollBy(-2 * sized(theme.TypeText) * proseHigh)
	case fyne.KeyDown:
		p.scrollBy(2 * sized(theme.TypeText) * proseHigh)
	case fyne.KeyPageUp:
		p.scrollBy(-page)
	case fyne.KeyPageDown, fyne.KeySpace:
		p.scrollBy(page)
	case fyne.KeyHome:
		p.scrollTo(0)
	case fyne.KeyEnd:
		p.scrollTo(p.prose.sheet.high)
	}
}

func (p *helpPage) scrollBy(by float32) { p.scrollTo(p.scroll.Offset.Y + by) }

// scrollTo shows the text from a height on, or as near to it as there is text.
func (p *helpPage) scrollTo(y float32) {
	y = min(y, p.prose.sheet.high-p.scroll.Size().Height)
	p.scroll.ScrollToOffset(fyne.NewPos(0, max(y, 0)))
	p.seen()
}

// reveal shows what stands at a height, if it is not to be seen whole.
func (p *helpPage) reveal(y, high float32) {
	view := p.scroll.Size().Height
	if top := p.scroll.Offset.Y; y < top || y+high > top+view {
		p.scrollTo(y - view/3)
	}
}

func (p *helpPage) seen() {
	p.prose.see(p.scroll.Offset.Y, p.scroll.Offset.Y+p.scroll.Size().Height)
}

// Layout gives the text its width first, which its height comes from. What was read stays in view.
func (p *helpPage) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	block, from := p.prose.at(p.scroll.Offset.Y)
	flows := !p.prose.flows(size.Width)
	p.prose.flow(size.Width)
	p.scroll.Resize(size)
	if top, _ := p.prose.top(block, from); flows && p.scroll.Offset.Y > 0 {
		p.scrollTo(top)
	}
	p.seen()
}

// MinSize is Fyne's.
func (p *helpPage) MinSize([]fyne.CanvasObject) fyne.Size { return p.scroll.MinSize() }
