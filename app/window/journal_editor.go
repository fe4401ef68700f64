package window

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"kindhum/app/journal"
	"kindhum/app/store"
)

// editor is the field of one note. A note that is longer than a field can bear is shown in parts.
type editor struct {
	diary         *diary
	was           store.Note
	parts         []string
	at            int // the part in the field
	field         *diaryField
	turns         *fyne.Container // from part to part; hidden where there is one
	told          *widget.Label
	before, after *pill
	delete        *pill // nil where it is a new one
}

func newEditor(d *diary, n store.Note) *editor {
	s := d.shell
	e := &editor{diary: d, was: n, told: centred("")}
	e.told.Wrapping = fyne.TextWrapOff
	e.field = newDiaryField(s.key, e.pasted)
	e.field.OnChanged = s.jotted
	e.before = s.pill(plain, "journal_part_before", func() { e.turn(e.at - 1) }).tells("journal_part").by(s.keyText(alt(fyne.KeyPageUp)))
	e.after = s.pill(plain, "journal_part_after", func() { e.turn(e.at + 1) }).tells("journal_part").by(s.keyText(alt(fyne.KeyPageDown)))
	e.turns = centredRow(e.before, e.told, e.after)
	e.split(n.Text, 0)
	e.field.between(2, mostEntryRows)
	return e
}

// split shows the part that holds a character.
func (e *editor) split(text string, character int) {
	e.parts = journal.Parts(text, longest*3/4) // with room to write more
	e.at = 0
	for e.at < len(e.parts)-1 && character >= utf8.RuneCountInString(e.parts[e.at]) {
		character -= utf8.RuneCountInString(e.parts[e.at])
		e.at++
	}
	e.show()
}

// turn goes to another part. One goes on at the beginning of the next.
func (e *editor) turn(to int) {
	on := to > e.at
	e.parts[e.at] = e.field.Text
	e.at = min(max(to, 0), len(e.parts)-1)
	e.show()
	if on {
		e.field.fresh = false
		e.field.edit(func() { e.field.CursorRow, e.field.CursorColumn = 0, 0 })
	}
}

// show shows the part, with the caret at its end, where one goes on writing.
func (e *editor) show() {
	e.field.CursorRow, e.field.CursorColumn = 0, 0
	e.field.SetText(e.parts[e.at])
	e.field.goToEnd()
	e.field.fresh = true
	e.turns.Hidden = len(e.parts) == 1
	e.before.fadeTo(part(e.at > 0))
	e.after.fadeTo(part(e.at < len(e.parts)-1))
	e.told.SetText(strings.NewReplacer("{part}", strconv.Itoa(e.at+1), "{parts}", strconv.Itoa(len(e.parts))).
		Replace(e.diary.shell.text.Text("journal_part")))
	e.turns.Refresh()
}

// part is whether there is something, as a strength.
func part(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

// text is the whole note as it is now.
func (e *editor) text() string {
	parts := append([]string(nil), e.parts...)
	parts[e.at] = e.field.Text
	return strings.Join(parts, "")
}

// pasted takes a part that has become too long for the field.
func (e *editor) pasted(text string) {
	e.parts[e.at] = text
	at := utf8.RuneCountInString(strings.Join(e.parts[:e.at], ""))
	e.split(strings.Join(e.parts, ""), at)
}
