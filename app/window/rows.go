package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
)

// rows are how many rows of a field are seen: as many as its text needs, within bounds. All of them 0 is one row that
// scrolls sideways.
type rows struct{ least, most, shown int }

// How many rows of a text are seen at most.
const (
	mostRows      = 6
	mostEntryRows = 9
	mostPathRows  = 8
)

// between has a field wrap, and show as many rows as its text needs, within bounds. Further ones scroll.
func (t *typing) between(least, most int) {
	t.MultiLine, t.Wrapping = true, fyne.TextWrapWord
	t.rows = rows{least, most, least}
	t.SetMinRowsVisible(least)
}

// Resize is Fyne's.
func (t *typing) Resize(size fyne.Size) {
	t.fit(size.Width)
	t.Entry.Resize(size)
}

// SetText is Fyne's.
func (t *typing) SetText(text string) {
	t.Entry.SetText(text)
	t.refit()
}

// fit gives it the rows that it needs in a width, and reports whether they are others than before.
func (t *typing) fit(width float32) bool {
	r := &t.rows
	if r.most == 0 || width <= 0 {
		return false
	}
	width, size := width-2*fynetheme.InnerPadding()-1, fynetheme.TextSize()
	need := 0
	if t.Text == "" {
		need = len(wrap(t.PlaceHolder, width, size))
	} else {
		need = spacedRows(t.Text, width, size, r.most)
	}
	if need = min(max(need, r.least), r.most); need == r.shown {
		return false
	}
	r.shown = need
	t.SetMinRowsVisible(need)
	return true
}

// refit is fit after another text, with all around it laid out anew where that is needed.
func (t *typing) refit() {
	if t.fit(t.Size().Width) && t.tips != nil {
		t.tips.shell.relay()
	}
}

// spacedRows is how many rows a text takes in a width where they end at spaces only, as Fyne's fields have it, and
// within a word that is wider than the width. It stops counting at most.
func spacedRows(text string, width, size float32, most int) (rows int) {
	for paragraph := range strings.SplitSeq(text, "\n") {
		row := ""
		rows++
		for word := range strings.SplitAfterSeq(paragraph, " ") {
			if rows >= most {
				return most
			}
			if measured(strings.TrimRight(row+word, " "), size) <= width {
				row += word
				continue
			}
			if row != "" {
				rows++
			}
			row = word
			if parts := usual.parts(word, width, size); len(parts) > 1 {
				rows += len(parts) - 1
				row = parts[len(parts)-1]
			}
		}
	}
	return min(rows, most)
}

// showCaret scrolls whatever the field stands in so that the row is seen which is written in.
func (t *typing) showCaret() {
	if scroll, top := t.within(); scroll != nil {
		high := min(fynetheme.TextSize()*1.5+2*fynetheme.InnerPadding(), t.Size().Height)
		at := min(max(t.CursorPosition().Y-fynetheme.InnerPadding(), 0), t.Size().Height-high)
		showPart(scroll, top+at, high)
	}
}

// showWhole scrolls so that all of the field is seen, or where it is too high for that, what is written in.
func (t *typing) showWhole() {
	if scroll, top := t.within(); scroll != nil {
		showPart(scroll, top, t.Size().Height)
		t.showCaret()
	}
}

// within is what scrolls the field, and how far down in it the field is; nil is nothing.
func (t *typing) within() (*container.Scroll, float32) {
	if t.tips == nil || t.self == nil {
		return nil, 0
	}
	s := t.tips.shell
	root := fyne.CanvasObject(s.stage.foot)
	if s.stage.page != nil {
		root = s.stage.page
	}
	scroll, top, _ := scrollOf(root, t.self.(fyne.CanvasObject), nil)
	return scroll, top
}

// scrollOf finds what scrolls an object in another one, the innermost, and how far down in it the object is; in is what
// scrolls the other one.
func scrollOf(all, o fyne.CanvasObject, in *container.Scroll) (scroll *container.Scroll, top float32, there bool) {
	if all == o {
		return in, 0, true
	}
	switch all := all.(type) {
	case *fyne.Container:
		for _, inside := range all.Objects {
			if !inside.Visible() {
				continue
			}
			if scroll, top, there = scrollOf(inside, o, in); there {
				if scroll == in {
					top += inside.Position().Y
				}
				return scroll, top, true
			}
		}
	case *container.Scroll:
		return scrollOf(all.Content, o, all)
	}
	return nil, 0, false
}

// relay lays out anew all that is seen: something in it has become higher or lower.
func (s *shell) relay() {
	if s.stage.page != nil {
		s.stage.page.Refresh()
		return
	}
	s.stage.Refresh()
}
