package window

import (
	"cmp"
	"image"
	"image/color"
	"maps"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/driver/software"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kindhum/app/theme"
)

// hour is an app whose system asks for one of the variants.
type hour struct {
	fyne.App
	light bool
}

type hourSettings struct {
	fyne.Settings
	light bool
}

func (h hour) Settings() fyne.Settings { return hourSettings{h.App.Settings(), h.light} }

func (s hourSettings) ThemeVariant() fyne.ThemeVariant {
	if s.light {
		return fynetheme.VariantLight
	}
	return fynetheme.VariantDark
}

// dressed has all that is drawn from now on in a variant, until the test's end.
func dressed(t *testing.T, v theme.Variant) {
	t.Helper()
	was := fyne.CurrentApp()
	fyne.SetCurrentApp(hour{was, v.Light})
	was.Settings().SetTheme(newTheme(v.Strong, 1))
	t.Cleanup(func() { fyne.SetCurrentApp(was) })
}

// inEveryVariant runs a test in every variant, with the least contrast of text and of controls in it.
func inEveryVariant(t *testing.T, test func(t *testing.T, text, control float64)) {
	for _, v := range theme.Variants() {
		t.Run(v.String(), func(t *testing.T) {
			newDesk(t)
			dressed(t, v)
			if v.Strong {
				test(t, 7, 4.5)
			} else {
				test(t, 4.5, 3)
			}
		})
	}
}

// sheetScale is how many pixels of a picture are one of the layout: strokes are seen apart from their soft edges.
const sheetScale = 4

// drawn is a picture of a thing on the ground, as Fyne's software painter draws it.
func drawn(o fyne.CanvasObject, size fyne.Size) image.Image {
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetScale(sheetScale)
	c.SetContent(container.NewWithoutLayout(o))
	c.Resize(size)
	o.Move(fyne.NewPos(0, 0))
	o.Resize(size)
	o.Refresh()
	return c.Capture()
}

// at is the colour of a picture in a place of the layout.
func at(seen image.Image, x, y float32) color.NRGBA {
	return color.NRGBAModel.Convert(seen.At(int(x*sheetScale), int(y*sheetScale))).(color.NRGBA)
}

// ink is how far, in a part of a picture, what stands out stands out from what there is most of: at least a hundredth
// of the part does so.
func ink(seen image.Image, x, y, wide, high float32) float64 {
	count, all := map[color.NRGBA]int{}, 0
	for i := int(x * sheetScale); i < int((x+wide)*sheetScale); i++ {
		for j := int(y * sheetScale); j < int((y+high)*sheetScale); j++ {
			count[color.NRGBAModel.Convert(seen.At(i, j)).(color.NRGBA)]++
			all++
		}
	}
	var ground color.NRGBA
	for c, n := range count {
		if n > count[ground] {
			ground = c
		}
	}
	colours := slices.SortedFunc(maps.Keys(count), func(a, b color.NRGBA) int {
		return cmp.Compare(theme.Contrast(b, ground), theme.Contrast(a, ground))
	})
	for n := 0; len(colours) > 1; colours = colours[1:] {
		if n += count[colours[0]]; n*100 >= all {
			break
		}
	}
	return theme.Contrast(colours[0], ground)
}

func TestASliderIsSeenInEveryVariant(t *testing.T) {
	inEveryVariant(t, func(t *testing.T, _, control float64) {
		size := fyne.NewSize(200, theme.Hit)
		s := newSlider(0, 100, 5, nil)
		s.set(50)
		ground, middle := paletteNow().Ground, size.Height/2
		apart := func(what string, seen image.Image, x, y float32) {
			t.Helper()
			if got := theme.Contrast(at(seen, x, y), ground); got < control {
				t.Errorf("%s is %.2f:1 from the ground", what, got)
			}
		}
		calm := drawn(s, size)
		apart("the filled part", calm, 50, middle)
		apart("the track", calm, 150, middle)
		apart("the thumb", calm, 100, middle)
		apart("the thumb's edge", calm, 100, middle-thumbSize/2+1)
		if at(calm, 50, middle+2) == ground || at(calm, 150, middle+2) != ground {
			t.Error("the filled part is told by its colour alone")
		}
		edge := func(seen image.Image) (rises int) { // how often something begins above the thumb, and with it
			for y := float32(1); y < middle; y += 1.0 / sheetScale {
				is, was := at(seen, 100, y), at(seen, 100, y-1.0/sheetScale)
				if theme.Contrast(is, ground) >= control && theme.Contrast(was, ground) < control {
					rises++
				}
			}
			return rises
		}
		if got := edge(calm); got != 1 {
			t.Errorf("without the keys there are %d things above one another", got)
		}
		s.FocusGained()
		if got := edge(drawn(s, size)); got != 2 {
			t.Errorf("a ring apart from the thumb would make two things, and there are %d", got)
		}
		s.FocusLost()
		s.MouseIn(&desktop.MouseEvent{})
		apart("the thumb under the pointer", drawn(s, size), 100, middle)
	})
}

// The thumb comes to where the pointer is, over the whole height of the slider and at both of its ends.
func TestTheThumbIsWhereTheHandIs(t *testing.T) {
	newDesk(t)
	size := fyne.NewSize(200, theme.Hit)
	for _, c := range []struct {
		x, y float32
		is   float64
	}{{100, 1, 50}, {100, theme.Hit - 1, 50}, {0, 19, 0}, {199, 19, 100}, {trackEnd(fyne.CurrentApp().Settings().Theme()), 19, 0}} {
		s := newSlider(0, 100, 5, nil)
		s.set(20)
		drawn(s, size)
		s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(c.x, c.y)})
		if s.Value != c.is {
			t.Errorf("tapped at %v, %v it is %v", c.x, c.y, s.Value)
		}
		r := s.CreateRenderer().(*sliderRenderer)
		r.Layout(size)
		middle := r.thumb.Position().X + thumbSize/2
		if c.x > 20 && c.x < 180 && (middle < c.x-1 || middle > c.x+1) {
			t.Errorf("tapped at %v the thumb is at %v", c.x, middle)
		}
		if left := r.halo.Position().X; left < 0 || left+haloSize > size.Width {
			t.Errorf("the ring reaches beyond the slider: %v", left)
		}
	}
}

func TestFieldsAndBarsAreSeenInEveryVariant(t *testing.T) {
	inEveryVariant(t, func(t *testing.T, text, control float64) {
		size := fyne.NewSize(200, 40)
		e := newField("Some text", 100, 1, nil)
		border := func(what string) {
			t.Helper()
			seen, best := drawn(e, size), 1.0
			for x := float32(0); x < 4; x += 1.0 / sheetScale {
				best = max(best, theme.Contrast(at(seen, x, 20), paletteNow().Ground))
			}
			if best < control {
				t.Errorf("the border of %s is %.2f:1", what, best)
			}
		}
		border("a field")
		if got := ink(drawn(e, size), 8, 8, 80, 24); got < text {
			t.Errorf("the text of a field is %.2f:1", got)
		}
		e.FocusGained()
		border("a field with the keys")
		e.FocusLost()
		e.SetText("")
		e.SetPlaceHolder("What is missing")
		if got := ink(drawn(e, size), 8, 8, 120, 24); got < text {
			t.Errorf("the text of an empty field is %.2f:1", got)
		}
		long := canvas.NewRectangle(color.Transparent)
		long.SetMinSize(fyne.NewSize(10, 400))
		if got := ink(drawn(container.NewVScroll(long), fyne.NewSize(100, 100)), 80, 0, 20, 40); got < control {
			t.Errorf("the scroll bar is %.2f:1", got)
		}
	})
}

func TestWhatIsChosenIsSeenInEveryVariant(t *testing.T) {
	inEveryVariant(t, func(t *testing.T, text, control float64) {
		is := fyne.NewMenuItem("Chosen", nil)
		is.Checked = true
		m := widget.NewMenu(fyne.NewMenu("", is, fyne.NewMenuItem("Other", nil)))
		m.Resize(m.MinSize())
		size := m.MinSize()
		row := size.Height / 2
		look := func(what string) {
			t.Helper()
			seen := drawn(m, size)
			if got := ink(seen, 6, 6, 26, row-12); got < control {
				t.Errorf("the mark of %s is %.2f:1", what, got)
			}
			if got := ink(seen, 34, 6, size.Width-44, row-12); got < text {
				t.Errorf("the text of %s is %.2f:1", what, got)
			}
		}
		look("a chosen item")
		m.ActivateNext()
		look("a chosen item with the keys")
		r := widget.NewRadioGroup([]string{"One", "Other"}, nil)
		r.Selected = "One"
		for i, what := range []string{"a choice", "what is not chosen"} {
			seen := drawn(r, r.MinSize())
			high := r.MinSize().Height / 2
			if got := ink(seen, 2, float32(i)*high+2, 30, high-4); got < control {
				t.Errorf("the mark of %s is %.2f:1", what, got)
			}
			if got := ink(seen, 34, float32(i)*high+2, r.MinSize().Width-40, high-4); got < text {
				t.Errorf("the text of %s is %.2f:1", what, got)
			}
		}
	})
}

func TestTheRowWithTheKeysIsSeenInEveryVariant(t *testing.T) {
	for _, v := range theme.Variants() {
		t.Run(v.String(), func(t *testing.T) {
			b := newBook(t, noteOf(5, "five"), noteOf(4, "four"))
			dressed(t, v)
			b.opens(t, 2)
			l := b.view.list
			text, control := 4.5, 3.0
			if v.Strong {
				text, control = 7, 4.5
			}
			size := fyne.NewSize(300, 120)
			edge := func() (best float64) {
				seen := drawn(l, size)
				for x := float32(0); x < 4; x += 1.0 / sheetScale {
					best = max(best, theme.Contrast(at(seen, x, diaryHigh()/2), paletteNow().Ground))
				}
				return best
			}
			if got := edge(); got >= control {
				t.Errorf("a row without the keys has an edge, %.2f:1", got)
			}
			l.FocusGained()
			l.to(0)
			if got := edge(); got < control {
				t.Errorf("the row with the keys is %.2f:1", got)
			}
			for y, what := range map[float32]string{4: "head", 24: "text"} {
				if got := ink(drawn(l, size), 8, y, 40, 16); got < text {
					t.Errorf("the %s of the row with the keys is %.2f:1", what, got)
				}
			}
		})
	}
}
