package window

import (
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// pathField is where a path is written: all of it is seen, in as many rows as the width asks for.
type pathField struct {
	field
	shown int // how many rows it has room for
}

const (
	mostPath     = 4096 // letters, as long as a path may be
	mostPathRows = 8    // are seen at once; more than that scrolls
)

// newPathField is a field with a path. typed is called when it is another one, and enter by Return.
func newPathField(path string, typed func(), enter func(), other func(*fyne.KeyEvent)) *pathField {
	f := &pathField{shown: 1}
	f.other, f.most, f.held, f.enter, f.self = other, mostPath, path, enter, f
	f.MultiLine, f.Wrapping = true, fyne.TextWrapWord
	f.ExtendBaseWidget(f)
	f.SetMinRowsVisible(1)
	f.SetText(path)
	f.typed = func(string) {
		f.grow(f.Size().Width)
		typed()
	}
	f.OnChanged = f.change
	return f
}

// Resize is Fyne's.
func (f *pathField) Resize(size fyne.Size) {
	f.grow(size.Width)
	f.field.Resize(size)
}

// grow gives it the rows that the path needs in a width.
func (f *pathField) grow(width float32) {
	rows := min(spacedRows(f.Text, width-2*fynetheme.InnerPadding()-1, fynetheme.TextSize()), mostPathRows)
	if rows != f.shown {
		f.shown = rows
		f.SetMinRowsVisible(rows)
	}
}

// spacedRows is how many rows a text takes in a width where they end at spaces only, as Fyne's fields have it, and within a word that is
// wider than the width.
func spacedRows(text string, width, size float32) int {
	if width <= 0 {
		return 1
	}
	rows, row := 0, ""
	for _, word := range strings.SplitAfter(text, " ") {
		if row != "" && measured(strings.TrimRight(row+word, " "), size) <= width {
			row += word
			continue
		}
		parts := usual.parts(word, width, size)
		rows += max(len(parts), 1)
		row = ""
		if len(parts) > 0 {
			row = parts[len(parts)-1]
		}
	}
	return max(rows, 1)
}
