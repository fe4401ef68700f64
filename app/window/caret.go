package window

import (
	"unicode"
	"unicode/utf8"
)

// caret is where the next letter goes where Fyne's field has no place for that. A space at which a row is wrapped lies in
// no row of Fyne's (v2.8.1). Behind it, at the end of a text or of a paragraph, its cursor falls back in front of the
// space, and the next letter would be written there: "it was" became "itwas ".
type caret struct {
	behind   bool   // the space, just now
	row, col int    // where Fyne has to be told that it is; it makes col one less
	text     string // that it is in
}

// edit lets a field do something at the place where the caret is, and notes where it is then.
func (t *typing) edit(do func()) {
	t.caret.restore(t)
	text, rest := t.Text, t.rest()
	do()
	t.edited(text, utf8.RuneCountInString(t.Text)-rest)
}

// delete is edit for what takes away letters behind the caret.
func (t *typing) delete(do func()) {
	t.caret.restore(t)
	text, at := t.Text, utf8.RuneCountInString(t.Text)-t.rest()-utf8.RuneCountInString(t.SelectedText())
	do()
	t.edited(text, at)
}

// edited sees to what a text that is another one now asks for.
func (t *typing) edited(before string, at int) {
	if t.caret.behind = false; t.Text != before {
		t.caret.note(t, at)
		t.refit()
	}
	t.showCaret()
}

// toEnd is edit for what goes to the end of a row: where nothing but a space follows, that is behind it.
func (t *typing) toEnd(do func()) {
	do()
	t.caret.behind = false
	if at := t.CursorTextOffset(); lastSpace([]rune(t.Text), at) {
		t.caret.note(t, at+1)
	}
	t.showCaret()
}

// step is edit for the keys to the left and right, which Fyne leads over the space from before it.
func (t *typing) step(do func()) {
	t.caret.restore(t)
	was := t.CursorTextOffset()
	do()
	t.caret.behind = false
	at, text := t.CursorTextOffset(), []rune(t.Text)
	switch {
	case t.SelectedText() != "":
	case (at == was || at == was+2) && lastSpace(text, was):
		t.caret.note(t, was+1)
	case at == was-2 && lastSpace(text, at):
		t.caret.note(t, at+1)
	}
	t.showCaret()
}

// lastSpace reports whether a place of a text is that of a space which nothing follows in its paragraph.
func lastSpace(text []rune, i int) bool {
	return i >= 0 && i < len(text) && text[i] != '\n' && unicode.IsSpace(text[i]) && (i+1 == len(text) || text[i+1] == '\n')
}

// rest is how many letters there are behind the caret, or behind what is selected.
func (t *typing) rest() int {
	text, selected, at := []rune(t.Text), []rune(t.SelectedText()), t.CursorTextOffset()
	if n := len(selected); n > 0 && at+n <= len(text) && string(text[at:at+n]) == string(selected) {
		at += n
	}
	return max(len(text)-at, 0)
}

// note takes up where the caret has to be, if Fyne has it elsewhere.
func (c *caret) note(t *typing, at int) {
	if begin, is := rowBegin(t, t.CursorRow); is && begin+t.CursorColumn == at {
		return
	}
	row, begin := 0, 0
	for next, is := rowBegin(t, 1); is && next <= at; next, is = rowBegin(t, row+1) {
		row, begin = row+1, next
	}
	*c = caret{behind: true, row: row, col: at - begin, text: t.Text}
	t.CursorRow, t.CursorColumn = c.row, c.col
}

// restore puts Fyne's cursor there again, unless it was moved away.
func (c *caret) restore(t *typing) {
	c.behind = c.behind && t.Text == c.text && t.CursorRow == c.row && (t.CursorColumn == c.col || t.CursorColumn == c.col-1)
	if c.behind {
		t.CursorColumn = c.col
	}
}

// rowBegin is where a row begins, if there is such a row. Fyne tells it by the offset of its cursor alone.
func rowBegin(t *typing, row int) (int, bool) {
	was, col := t.CursorRow, t.CursorColumn
	t.CursorRow, t.CursorColumn = row, 0
	begin := t.CursorTextOffset()
	t.CursorRow, t.CursorColumn = was, col
	return begin, row == 0 || begin > 0 // 0 where there is no such row
}
