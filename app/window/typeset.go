package window

import (
	"slices"
	"strings"
	"unicode/utf8"

	"kindhum/app/help"
	"kindhum/app/theme"
)

// The measures of a text that is read at length, in device-independent pixels.
const (
	proseHigh  = 1.55 // of a row, in sizes of its type
	itemIndent = 16
)

// measure is the width of a text in a size of type; strong is what is set apart in it.
type measure func(text string, size float32, strong bool) float32

// piece is a part of a block that stands on one row in one style, and where it stands.
type piece struct {
	block int
	help.Span
	strong bool
	size   float32
	x, y   float32
	high   float32 // of its row
}

// sheet is a text as it is laid out: its pieces in order, where each block and each item's point begins,
// where room was left before the first heading, and how high it all is.
type sheet struct {
	pieces []piece
	tops   []float32
	points []piece
	hole   float32
	high   float32
}

// setter lays out a text in a width.
type setter struct {
	blocks  []help.Block
	width   float32
	measure measure
	sheet   sheet
}

// typeset lays blocks out in rows no wider than width, and leaves hole free before the first heading.
func typeset(blocks []help.Block, width, hole float32, m measure) sheet {
	t := setter{blocks: blocks, width: width, measure: m}
	y, headed := float32(4), false
	for i, b := range blocks {
		if b.Kind == help.Heading {
			if !headed {
				headed, t.sheet.hole = true, y
				y += hole
			}
			y += 20
		}
		t.sheet.tops = append(t.sheet.tops, y)
		y = t.block(i, y)
	}
	t.sheet.high = y
	return t.sheet
}

// block lays out the block at i from y down, and gives where the next one begins.
func (t *setter) block(i int, y float32) float32 {
	b := t.blocks[i]
	size, x, after := sized(theme.TypeText), float32(0), float32(10)
	switch b.Kind {
	case help.Heading:
		size, after = sized(theme.TypeSection), 6
	case help.Item:
		x, after = itemIndent, 6
		if i+1 < len(t.blocks) && t.blocks[i+1].Kind != help.Item {
			after = 10
		}
		t.sheet.points = append(t.sheet.points, piece{block: i, size: size, x: 2, y: y, high: size * proseHigh})
	}
	for _, row := range t.rows(b, t.width-x, size) {
		t.row(i, row, piece{block: i, size: size, x: x, y: y, high: size * proseHigh})
		y += size * proseHigh
	}
	return y + after
}

// row lays out a row of a block, beginning as first says.
func (t *setter) row(i int, row help.Span, first piece) {
	b, next := t.blocks[i], first
	for _, p := range styles(b, row) {
		next.Span, next.strong = p.Span, p.strong
		t.sheet.pieces = append(t.sheet.pieces, next)
		next.x += t.measure(b.Text[p.From:p.To], next.size, p.strong)
	}
}

// rows breaks a block between words, and a word that is wider than a row wherever it must.
func (t *setter) rows(b help.Block, width, size float32) []help.Span {
	var rows []help.Span
	space, used := t.measure(" ", size, false), float32(0)
	for _, word := range unbroken(b.Text) {
		wide := t.wide(b, word, size)
		if last := len(rows) - 1; last >= 0 && used+space+wide <= width {
			rows[last].To = word.To
			used += space + wide
			continue
		}
		for wide > width {
			cut := t.fits(b, word, width, size)
			rows = append(rows, help.Span{From: word.From, To: cut})
			word.From = cut
			wide = t.wide(b, word, size)
		}
		rows, used = append(rows, word), wide
	}
	return rows
}

// fits is how far a word goes that fits into a width: one letter at least.
func (t *setter) fits(b help.Block, word help.Span, width, size float32) int {
	cut := word.From
	for cut < word.To {
		_, long := utf8.DecodeRuneInString(b.Text[cut:])
		if cut > word.From && t.wide(b, help.Span{From: word.From, To: cut + long}, size) > width {
			break
		}
		cut += long
	}
	return cut
}

// wide is the width of a part of a block.
func (t *setter) wide(b help.Block, s help.Span, size float32) float32 {
	wide := float32(0)
	for _, p := range styles(b, s) {
		wide += t.measure(b.Text[p.From:p.To], size, p.strong)
	}
	return wide
}

// styled is a part of a block in one style.
type styled struct {
	help.Span
	strong bool
}

// styles are the styles within a part of a block.
func styles(b help.Block, within help.Span) []styled {
	var all []styled
	add := func(from, to int, strong bool) {
		from, to = max(from, within.From), min(to, within.To)
		if from < to {
			all = append(all, styled{help.Span{From: from, To: to}, strong})
		}
	}
	at := 0
	for _, s := range b.Strong {
		add(at, s.From, false)
		add(s.From, s.To, true)
		at = s.To
	}
	add(at, len(b.Text), false)
	return all
}

// together are what stays on a row with the number before it, or after it.
var together = []string{"=", "%", "Hz"}

// unbroken are what a text may be broken between.
func unbroken(text string) []help.Span {
	var all []help.Span
	at, glue := 0, false
	for _, word := range strings.Fields(text) {
		from := at + strings.Index(text[at:], word)
		at = from + len(word)
		bare := strings.TrimRight(word, ",.;:)")
		if len(all) > 0 && (glue || slices.Contains(together, bare)) {
			all[len(all)-1].To = at
		} else {
			all = append(all, help.Span{From: from, To: at})
		}
		glue = bare == "="
	}
	return all
}
