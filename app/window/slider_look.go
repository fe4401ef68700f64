package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"kindhum/app/theme"
)

// The measures of a slider, in device-independent pixels.
const (
	thumbSize = 20
	haloSize  = 29 // the ring around the thumb, while the slider has the keys
	trackHigh = 3
	fillHigh  = 5 // of the part up to the thumb, which so is told from the rest without its colour
)

// CreateRenderer is Fyne's.
func (s *slider) CreateRenderer() fyne.WidgetRenderer {
	r := &sliderRenderer{
		s: s, track: canvas.NewRectangle(nil), filled: canvas.NewRectangle(nil),
		halo: canvas.NewCircle(nil), thumb: canvas.NewCircle(nil),
	}
	r.halo.StrokeWidth = theme.Focused
	r.track.CornerRadius, r.filled.CornerRadius = trackHigh/2.0, fillHigh/2.0
	r.Refresh()
	return r
}

// sliderRenderer draws a slider in colours that are told from the ground: Fyne's track is of the colour of a field,
// which hardly is.
type sliderRenderer struct {
	s             *slider
	track, filled *canvas.Rectangle
	halo, thumb   *canvas.Circle
}

func (r *sliderRenderer) Destroy() {}

// MinSize is as high as any control: the whole of it answers to the pointer.
func (r *sliderRenderer) MinSize() fyne.Size { return fyne.NewSize(50, theme.Hit) }

func (r *sliderRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.track, r.filled, r.halo, r.thumb}
}

// trackEnd is how far from its ends a slider's track begins. Fyne reckons with it where the pointer is.
func trackEnd(th fyne.Theme) float32 {
	return (th.Size(fynetheme.SizeNameInlineIcon)-4)/2 + th.Size(fynetheme.SizeNameInnerPadding) - 1.5
}

func (r *sliderRenderer) Layout(size fyne.Size) {
	end, middle := trackEnd(r.s.Theme()), size.Height/2
	long := max(size.Width-2*end, 0)
	at := float32(0)
	if r.s.Max > r.s.Min {
		at = long * float32((r.s.Value-r.s.Min)/(r.s.Max-r.s.Min))
	}
	r.track.Move(fyne.NewPos(end, middle-trackHigh/2.0))
	r.track.Resize(fyne.NewSize(long, trackHigh))
	r.filled.Move(fyne.NewPos(end, middle-fillHigh/2.0))
	r.filled.Resize(fyne.NewSize(at, fillHigh))
	for side, round := range map[float32]*canvas.Circle{thumbSize: r.thumb, haloSize: r.halo} {
		round.Move(fyne.NewPos(end+at-side/2, middle-side/2))
		round.Resize(fyne.NewSquareSize(side))
	}
}

// Refresh takes the place of the thumb, and the colours of the theme.
func (r *sliderRenderer) Refresh() {
	p := paletteNow()
	r.track.FillColor, r.filled.FillColor, r.thumb.FillColor = p.Edge, p.Act, p.Act
	r.halo.FillColor, r.halo.StrokeColor = color.Transparent, color.Transparent
	if r.s.hovered {
		r.halo.FillColor = p.Hover
	}
	if r.s.keys {
		r.halo.StrokeColor = p.Focus
	}
	r.Layout(r.s.Size())
	canvas.Refresh(r.s)
}
