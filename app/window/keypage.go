package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"
)

// keysWide is the room for the keys beside what they do, in device-independent pixels.
const keysWide = 112

// layer is a page that another one lies on.
type layer struct {
	page openPage
	body fyne.CanvasObject
	keys fyne.Focusable // what had them
}

// toggleKeys shows the keys there are, or what was there before.
func (s *shell) toggleKeys() {
	if s.stage.page != nil && s.page.place == onKeys {
		s.goBack()
		return
	}
	s.openKeys()
}

// openKeys shows the keys there are, those of the place where the person is first. The page that is open stays beneath.
func (s *shell) openKeys() {
	places := slices.DeleteFunc(s.places(), func(p place) bool { return p == everywhere || p == onKeys })
	for p := everywhere; p <= onKeys; p++ {
		if !slices.Contains(places, p) {
			places = append(places, p)
		}
	}
	box := container.New(layout.NewCustomPaddedVBoxLayout(-10))
	for _, p := range places {
		s.keysAt(p, box)
	}
	page := openPage{keyed: keyed{place: onKeys}}
	if s.stage.page != nil && s.page.place != onKeys {
		page.under = &layer{s.page, s.stage.page, s.win.Canvas().Focused()}
		page.stays = s.page.stays
		s.page = openPage{opener: s.page.opener}
	}
	s.turnTo("keys", inset(box), page)
}

// keysAt adds the actions of a place, if it has any.
func (s *shell) keysAt(at place, to *fyne.Container) {
	titled := false
	for _, a := range actions() {
		if !a.holds(at) {
			continue
		}
		if !titled {
			title := left(s.text.Text(placeTitles[at]))
			title.TextStyle.Bold = true
			to.Add(title)
			titled = true
		}
		does := left(s.text.Text("tip_" + a.name))
		does.SizeName = fynetheme.SizeNameCaptionText
		to.Add(container.New(&column2{keysWide}, quietLines(s.keysText(a.keys)), does))
	}
}

// column2 lays two wrapped texts side by side, the first in a given width.
type column2 struct{ first float32 }

// Layout is Fyne's.
func (c *column2) Layout(all []fyne.CanvasObject, size fyne.Size) {
	all[0].Resize(fyne.NewSize(c.first, size.Height))
	all[1].Move(fyne.NewPos(c.first, 0))
	all[1].Resize(fyne.NewSize(size.Width-c.first, size.Height))
}

// MinSize is as high as the higher of them.
func (c *column2) MinSize(all []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(c.first+all[1].MinSize().Width, max(all[0].MinSize().Height, all[1].MinSize().Height))
}

// uncover shows the page beneath again, as it was left.
func (s *shell) uncover(under *layer) {
	s.page = under.page
	s.stage.open(under.body)
	s.page.updated()
	s.win.Canvas().Unfocus()
	if under.keys != nil {
		s.focus(under.keys)
	}
}
