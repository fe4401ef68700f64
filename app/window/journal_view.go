package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// diaryView is what the page is made of while it is open.
type diaryView struct {
	all     *fyne.Container // the list, or what is open in its place
	home    *fyne.Container // the question, the search, the list
	tips    *tips
	ask     *widget.Label
	field   *diaryField
	search  *search
	list    *entryList
	nothing *widget.Label   // why there is nothing in the list
	why     *fyne.Container // that, where it is so: it takes the list's place
	tail    *tail
	more    *pill
	opener  string // the name of what opened what is in its place
}

func newDiaryView(d *diary) *diaryView {
	s := d.shell
	title := newHeading()
	title.set(s.text.Text("journal"))
	v := &diaryView{tips: s.tips, ask: centred(""), nothing: centred(""), field: newDiaryField(s.key, d.keepLong)}
	v.field.SetPlaceHolder(s.text.Text("journal_hint"))
	v.field.between(2, mostRows)
	v.field.OnChanged = s.jotted
	v.list = newEntryList(d)
	v.search = newSearch(s.key, func() { s.focus(v.list) })
	v.field.tells(v.field, s.tips, s.text.Text("journal_field"), "journal_field")
	v.search.tells(v.search, s.tips, s.text.Text("journal_search"), "journal_search")
	v.search.SetPlaceHolder(s.text.Text("journal_search"))
	v.search.OnChanged = func(string) { d.read(fresh) }
	v.nothing.Importance = widget.LowImportance
	v.more = s.pill(outlined, "journal_more", d.openMore)
	v.tail = newTail(d)
	v.why, _ = newOverflow(container.NewVBox(gap(12), v.nothing))
	v.why.Hide()
	found := container.NewStack(v.list, v.why)
	above := container.New(&column{gap: 6},
		title, container.New(&steady{texts: s.text.Lines("journal_questions")}, v.ask), v.field,
		centredRow(s.pill(outlined, "journal_keep", d.keep), s.pill(plain, "journal_another", d.another)),
		container.New(&beside{gap: 6}, v.search, v.more), gap(0),
	)
	below := container.New(&column{gap: 6}, gap(0), v.tail.all, centredRow(s.pill(outlined, "done", s.closePage)))
	v.home = newStacked(above, found, below)
	v.all = container.NewStack(v.home)
	return v
}

// question shows a question.
func (v *diaryView) question(text string) {
	v.ask.SetText(text)
	v.home.Refresh()
}

// inner says whether something is open in place of the list.
func (v *diaryView) inner() bool { return v.all.Objects[0] != v.home }

// turn shows something in place of the list, or (nil) the list again.
func (v *diaryView) turn(to *fyne.Container) {
	if to == nil {
		to = v.home
	}
	v.tips.gone()
	v.all.Objects[0] = to
	v.all.Refresh()
}
