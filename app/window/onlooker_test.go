package window

import (
	"image/color"
	"math"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"kindhum/app/theme"
)

// onlooker looks at places all over the window.
type onlooker struct {
	t        *testing.T
	d        *desk
	places   []fyne.Position
	seen     []flashes
	programs map[string]program
}

func newOnlooker(t *testing.T, d *desk) *onlooker {
	o := &onlooker{t: t, d: d, programs: map[string]program{}}
	size := d.win.Canvas().Size()
	for y := float32(8); y < size.Height; y += 20 {
		for _, x := range []float32{size.Width / 2, size.Width * 0.3, size.Width * 0.9} {
			o.places = append(o.places, fyne.NewPos(x+0.5, y+0.5))
		}
	}
	o.seen = make([]flashes, len(o.places))
	return o
}

// look sees what there is now.
func (o *onlooker) look() {
	ground := paletteNow().Ground
	now := make([]color.NRGBA, len(o.places))
	for i := range now {
		now[i] = ground
	}
	o.over(o.d.stage, fyne.Position{}, now)
	for i, c := range now {
		o.seen[i].see(theme.Luminance(c), o.d.time)
	}
}

// over lays a thing and what is in it over what is seen. A text counts as if all of its place were ink.
func (o *onlooker) over(thing fyne.CanvasObject, from fyne.Position, now []color.NRGBA) {
	if !thing.Visible() {
		return
	}
	from = from.Add(thing.Position())
	var inside []fyne.CanvasObject
	var fill color.Color
	switch thing := thing.(type) {
	case *fyne.Container:
		inside = thing.Objects
	case fyne.Widget:
		inside = test.WidgetRenderer(thing).Objects()
	case *canvas.Rectangle:
		fill = thing.FillColor
	case *canvas.Circle:
		fill = thing.FillColor
	case *canvas.Text:
		if thing.Text != "" {
			fill = thing.Color
		}
	case *canvas.Shader:
		o.shine(thing, from, now)
	}
	for _, one := range inside {
		o.over(one, from, now)
	}
	if fill == nil {
		return
	}
	ink := color.NRGBAModel.Convert(fill).(color.NRGBA)
	part := float64(ink.A) / 255
	ink.A = 0xff
	_, round := thing.(*canvas.Circle)
	for i, place := range o.places {
		at, size := place.Subtract(from), thing.Size()
		if at.X < 0 || at.Y < 0 || at.X >= size.Width || at.Y >= size.Height {
			continue
		}
		if round && math.Hypot(float64(at.X/size.Width-0.5), float64(at.Y/size.Height-0.5)) > 0.5 {
			continue
		}
		now[i] = theme.Between(now[i], ink, part)
	}
}

// shine is what the light's program draws; it is opaque.
func (o *onlooker) shine(s *canvas.Shader, from fyne.Position, now []color.NRGBA) {
	p, known := o.programs[s.Name]
	if !known {
		p = compile(o.t, string(s.Source))
		o.programs[s.Name] = p
	}
	size, window := s.Size(), o.d.win.Canvas().Size()
	given := scope{
		"frame":  vector(float64(window.Width), float64(window.Height)),
		"bounds": vector(float64(from.X), float64(from.Y), float64(from.X+size.Width), float64(from.Y+size.Height)),
	}
	for name, is := range s.Uniforms {
		given[name] = float(float64(is))
	}
	for i, place := range o.places {
		at := place.Subtract(from)
		if at.X < 0 || at.Y < 0 || at.X >= size.Width || at.Y >= size.Height {
			continue
		}
		given["gl_FragCoord"] = vector(float64(place.X), float64(window.Height-place.Y))
		c := p.at(given)
		byteOf := func(x float64) uint8 { return uint8(min(max(x, 0), 1)*255 + 0.5) }
		now[i] = color.NRGBA{R: byteOf(c.v[0]), G: byteOf(c.v[1]), B: byteOf(c.v[2]), A: 0xff}
	}
}

// watch has time go by, at 60 frames a second.
func (o *onlooker) watch(by time.Duration) {
	for end := o.d.time + int64(by); o.d.time < end; {
		o.d.time += tick
		if o.d.beat.runs {
			o.d.frame()
		}
		o.look()
	}
}

// most is the largest number of flashes in any second, in any place.
func (o *onlooker) most() (most int) {
	for _, f := range o.seen {
		most = max(most, f.most)
	}
	return most
}
