package window

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// diaryView is what the page is made of while it is open.
type diaryView struct {
	all     *fyne.Container // the list, or what is open in its place
	home    *fyne.Container // the question, the search, the list
	ask     *widget.Label
	field   *field
	search  *search
	list    *entryList
	nothing *widget.Label // why there is nothing in the list
	tail    *tail
	more    *pill
}

func newDiaryView(d *diary) *diaryView {
	s := d.shell
	title := newHeading()
	title.set(s.text.Text("journal"))
	v := &diaryView{ask: centred(""), nothing: centred(""), field: newField(s.key, d.keepLong)}
	v.field.SetPlaceHolder(s.text.Text("journal_hint"))
	v.field.SetMinRowsVisible(2)
	v.list = newEntryList(d)
	v.search = newSearch(s.key, func() { s.win.Canvas().Focus(v.list) })
	v.search.SetPlaceHolder(s.text.Text("journal_search"))
	v.search.OnChanged = func(string) { d.read(fresh) }
	v.nothing.Importance = widget.LowImportance
	v.more = s.pill(outlined, "journal_more", d.openMore)
	v.tail = newTail(d)
	found := container.NewStack(v.list, container.NewVBox(gap(12), v.nothing))
	v.home = container.New(&column{gap: 6, grows: found},
		title, v.ask, v.field,
		centredRow(s.pill(outlined, "journal_keep", d.keep), s.pill(plain, "journal_another", d.another)),
		container.New(&beside{gap: 6}, v.search, v.more),
		found, v.tail.all, centredRow(s.pill(outlined, "done", s.closePage)),
	)
	v.all = container.NewStack(v.home)
	return v
}

// question shows a question, which may take more rows than the last, or fewer.
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
	v.all.Objects[0] = to
	v.all.Refresh()
}

// column lays objects under one another, as wide as there is room. One of them takes what is left of the height.
type column struct {
	gap   float32
	grows fyne.CanvasObject
}

// Layout is Fyne's. How high a wrapped text is depends on its width, which it is given first.
func (c *column) Layout(all []fyne.CanvasObject, size fyne.Size) {
	left, n := size.Height, 0
	for _, o := range all {
		if o.Visible() {
			n++
			if o != c.grows {
				o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
				left -= o.MinSize().Height
			}
		}
	}
	left -= c.gap * float32(max(n-1, 0))
	y := float32(0)
	for _, o := range all {
		if !o.Visible() {
			continue
		}
		high := o.MinSize().Height
		if o == c.grows {
			high = max(left, 0)
		}
		o.Resize(fyne.NewSize(size.Width, high))
		o.Move(fyne.NewPos(0, y))
		y += high + c.gap
	}
}

// MinSize is that of all of them, but of what grows no height.
func (c *column) MinSize(all []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range all {
		if !o.Visible() {
			continue
		}
		least := o.MinSize()
		size.Width = max(size.Width, least.Width)
		if o != c.grows {
			size.Height += least.Height
		}
		if i > 0 {
			size.Height += c.gap
		}
	}
	return size
}

// beside lays two objects side by side: the second as wide as it must be, the first in what is left.
type beside struct{ gap float32 }

// Layout is Fyne's.
func (b *beside) Layout(all []fyne.CanvasObject, size fyne.Size) {
	x := size.Width
	if all[1].Visible() {
		own := all[1].MinSize()
		x -= own.Width
		all[1].Resize(own)
		all[1].Move(fyne.NewPos(x, (size.Height-own.Height)/2))
		x -= b.gap
	}
	all[0].Resize(fyne.NewSize(x, 0)) // a wrapped text knows its height when it has its width
	high := min(all[0].MinSize().Height, size.Height)
	all[0].Resize(fyne.NewSize(x, high))
	all[0].Move(fyne.NewPos(0, (size.Height-high)/2))
}

// MinSize is Fyne's.
func (b *beside) MinSize(all []fyne.CanvasObject) fyne.Size {
	size := all[0].MinSize()
	if all[1].Visible() {
		own := all[1].MinSize()
		size = fyne.NewSize(size.Width+b.gap+own.Width, max(size.Height, own.Height))
	}
	return size
}

// undo takes something back.
type undo func(context.Context) error

// tail is a line about what was done last, with a way back where there is one. It stays until something
// else is done.
type tail struct {
	diary *diary
	all   *fyne.Container
	said  *widget.Label
	pill  *pill
	undo  undo
}

func newTail(d *diary) *tail {
	t := &tail{diary: d, said: left("")}
	t.pill = d.shell.pill(outlined, "journal_undo", t.back)
	t.all = container.New(&beside{gap: 6}, t.said, t.pill)
	t.all.Hide()
	return t
}

func (t *tail) say(line string, undo undo) {
	t.undo = undo
	if t.pill.focused && undo == nil {
		t.diary.shell.win.Canvas().Focus(t.diary.view.list) // the keys have to go somewhere
	}
	t.pill.Hidden = undo == nil
	t.said.Alignment = fyne.TextAlignLeading
	if undo == nil {
		t.said.Alignment = fyne.TextAlignCenter
	}
	t.said.SetText(line)
	t.all.Show()
	t.diary.view.home.Refresh()
}

// back takes the last thing back.
func (t *tail) back() {
	d, s, undo := t.diary, t.diary.shell, t.undo
	if undo == nil {
		return
	}
	t.undo = nil
	s.remember(func(ctx context.Context) error {
		err := undo(ctx)
		s.do(func() {
			if err != nil {
				d.fail("journal_not_undone", err)
				d.say(s.text.Text("journal_not_undone"), undo)
				return
			}
			d.say(s.text.Text("journal_undone"), nil)
			d.read(again)
		})
		return nil
	})
}
