package window

import (
	"math"
	"strings"

	"github.com/go-text/typesetting/segmenter"
)

// leastSize is the least size of type that a long line of a person's own is made smaller to.
const leastSize = 13

// measured is how wide a text is in the usual typeface; wrap, cut and shortened are those of that typeface, too.
func measured(text string, size float32) float32 { return usual.measured(text, size) }

func wrap(text string, width, size float32) []string { return usual.wrap(text, width, size) }

func cut(text string, width, size float32) string { return usual.cut(text, width, size) }

func shortened(text string, rows int, width, size float32) string {
	return usual.shortened(text, rows, width, size)
}

// wrap breaks a text into rows no wider than width, where its language breaks lines, and within a word that is
// wider than that.
func (f typeface) wrap(text string, width, size float32) []string {
	return f.wrapTo(text, width, size, math.MaxInt)
}

// wrapTo is wrap, as far as so many rows: one more says that there would be more.
func (f typeface) wrapTo(text string, width, size float32, most int) []string {
	if width <= 0 {
		return nil
	}
	var rows []string
	row := ""
	end := func() {
		if row = strings.TrimSpace(row); row != "" {
			rows = append(rows, row)
		}
		row = ""
	}
	for _, piece := range pieces(text) {
		if len(rows) > most {
			return rows
		}
		if f.measured(strings.TrimSpace(row+piece), size) <= width {
			row += piece
			continue
		}
		end()
		for _, part := range f.parts(piece, width, size) {
			end()
			row = part
		}
	}
	end()
	return rows
}

// pieces are the parts of a text between which a row may end, by UAX #14. All white space is a space.
func pieces(text string) []string {
	var s segmenter.Segmenter
	s.InitWithString(strings.Join(strings.Fields(strings.ToValidUTF8(text, "\ufffd")), " "))
	var all []string
	for lines := s.LineIterator(); lines.Next(); {
		all = append(all, string(lines.Line().Text))
	}
	return all
}

// parts are the parts of a piece that fit into a row each: whole letters as a person sees them (UAX #29), one at
// least.
func (f typeface) parts(piece string, width, size float32) []string {
	var s segmenter.Segmenter
	s.InitWithString(piece)
	ends := []int{0}
	for letters := s.GraphemeIterator(); letters.Next(); {
		ends = append(ends, ends[len(ends)-1]+len(string(letters.Grapheme().Text)))
	}
	var all []string
	for len(ends) > 1 {
		n := fitting(len(ends)-1, func(n int) bool {
			return f.measured(strings.TrimSpace(piece[ends[0]:ends[n]]), size) <= width
		})
		all = append(all, piece[ends[0]:ends[n]])
		ends = ends[n:]
	}
	return all
}

// fitting is the largest number up to most for which all is well, as far as it is for smaller ones; one at least. It
// begins small: measuring much takes long.
func fitting(most int, fits func(int) bool) int {
	low, high := 1, 2
	for high <= most && fits(high) {
		low, high = high, 2*high
	}
	high = min(high-1, most)
	for low < high {
		if middle := (low + high + 1) / 2; fits(middle) {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return low
}

// rowsIn is how many rows of a size there is room for in a height, one at least.
func rowsIn(height, size float32) int { return max(1, int(height/rowHigh(size)+0.01)) }

// rowHigh is how high a row is.
func rowHigh(size float32) float32 { return size * 1.5 }

// fit breaks a text into rows that have room in a width and a height: in a size, or smaller where it is long. What
// is too long even in the least size is cut, and ends with an ellipsis.
func (f typeface) fit(text string, width, height, size float32) ([]string, float32) {
	try := func(size float32) (rows []string, fits bool) {
		rows = f.wrapTo(text, width, size, rowsIn(height, size))
		return rows, len(rows) <= rowsIn(height, size)
	}
	rows, fits := try(size)
	if !fits {
		low, high := min(leastSize, size), size
		for high-low > 0.5 { // the largest of the sizes it fits in
			middle := (low + high) / 2
			if _, fits := try(middle); fits {
				low = middle
			} else {
				high = middle
			}
		}
		size = low
		rows, _ = try(size)
	}
	if n := rowsIn(height, size); len(rows) > n {
		rows = rows[:n]
		rows[n-1] = f.cut(rows[n-1]+"…", width, size)
	}
	return rows, size
}

// cut is a text as far as it has room in one row; where that is not all of it, it ends with an ellipsis.
func (f typeface) cut(text string, width, size float32) string {
	if f.measured(text, size) <= width {
		return text
	}
	first := f.parts(text, max(width-f.measured("…", size), 1), size)[0]
	return strings.TrimRight(first, " …") + "…"
}

// shortened is a text that takes no more than some rows of a width.
func (f typeface) shortened(text string, rows int, width, size float32) string {
	all := f.wrap(text, width, size)
	if len(all) <= rows {
		return text
	}
	all[rows-1] = f.cut(all[rows-1]+"…", width, size)
	return strings.Join(all[:rows], " ")
}
