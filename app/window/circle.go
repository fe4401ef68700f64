package window

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"kindhum/app/theme"
)

// The disc's radius as a part of half the rectangle's side, at fullness 0 and 1, and the ring's.
const (
	minRadius   = 0.32
	maxRadius   = 0.78
	stillRadius = 0.60 // with less motion the circle keeps this size
	ringRadius  = 0.94
)

// look is what the circle shows.
type look struct {
	Fullness float64 // 0..1
	Drift    float64 // 0..1, where the hue is within the palette
	Ring     float64 // 0..1 filled; below 0 a session without an end
	RingShow float64 // 0..1, 0 is no ring
	Still    bool    // less motion: brightness instead of size
}

// span is a number at fullness 0 and at 1; between them it changes evenly.
type span struct{ from, to float64 }

func (s span) at(full float64) float64 { return s.from + (s.to-s.from)*full }

// radii is how large the disc is, as a part of half the side. It is largest at fullness 1.
func radii(still bool) span {
	if still {
		return span{stillRadius, stillRadius}
	}
	return span{minRadius, maxRadius}
}

// brights is how strong the light is, 0..1.
func brights(still bool) span {
	if still {
		return span{0.15, 1}
	}
	return span{0.78, 1}
}

func (l look) radius() float64 { return radii(l.Still).at(l.Fullness) }
func (l look) bright() float64 { return brights(l.Still).at(l.Fullness) }

// rounded drops what no eye can see, so that equal pictures are not drawn twice. The disc's edge is
// a glow of forty pixels: a third of a pixel moves no shade of it by more than two of 255. Where the breath
// turns it hardly moves at all, and about a quarter of all frames are saved.
func (l look) rounded() look {
	const (
		sizes = 256  // a third of a pixel of the radius
		ways  = 1024 // a pixel of the ring
		hues  = 64   // half a shade
	)
	round := func(v, steps float64) float64 { return math.Round(v*steps) / steps }
	l.Fullness, l.Ring, l.RingShow = round(l.Fullness, sizes), round(l.Ring, ways), round(l.RingShow, sizes)
	l.Drift = round(l.Drift, hues)
	return l
}

// ringEnd tells the shader where the filled part of the ring ends, clockwise from the top. What grows around the
// circle as an angle does, but needs none, is 1-cos on the right half, 0 to 2, and 3+cos on the left one, 2 to 4; less 2,
// so that both halves are compared alike. Where there is no filled part, no place comes before it.
func ringEnd(part float64) float32 {
	const before = 1.0 / 2048 // less than half a pixel of any ring
	cos := math.Cos(2 * math.Pi * part)
	switch {
	case part < before:
		return -8
	case part < 0.5:
		return float32(-1 - cos)
	}
	return float32(1 + cos)
}

// circle is the light: a shader in a rectangle that does not move, and beneath it a plain
// disc, seen only where a graphics driver refuses the shader.
type circle struct {
	widget.BaseWidget
	shader *canvas.Shader
	plain  *canvas.Circle
	shown  look
	colour theme.Palette
}

func newCircle() *circle {
	c := &circle{shader: newShader(), plain: canvas.NewCircle(nil)}
	c.ExtendBaseWidget(c)
	c.paint(paletteNow())
	return c
}

// show draws l, unless that is what is seen already. It reports whether it drew.
func (c *circle) show(l look) bool {
	if l = l.rounded(); l == c.shown {
		return false
	}
	dressed := l.Still == c.shown.Still
	c.shown = l
	if !dressed {
		dress(c.shader, c.colour, l.Still)
	}
	c.update()
	c.shader.Refresh()
	return true
}

// paint takes the colours of a palette.
func (c *circle) paint(p theme.Palette) {
	c.colour = p
	dress(c.shader, p, c.shown.Still)
	c.update()
}

func (c *circle) update() {
	l, u := c.shown, c.shader.Uniforms
	u["full"], u["drift"] = float32(l.Fullness), float32(l.Drift)
	u["ringEnd"], u["ringShow"] = ringEnd(l.Ring), float32(l.RingShow)
	c.plain.FillColor = theme.Between(c.colour.Ground, c.colour.Light.Body, l.bright())
	c.place()
}

// place lays the plain disc where the shader's disc is.
func (c *circle) place() {
	if c.plain.Hidden {
		return
	}
	side := min(c.Size().Width, c.Size().Height)
	d := side * float32(c.shown.radius()) * 0.94
	c.plain.Resize(fyne.NewSquareSize(d))
	c.plain.Move(fyne.NewPos((c.Size().Width-d)/2, (c.Size().Height-d)/2))
}

// fallBack has the plain disc be seen.
func (c *circle) fallBack() {
	c.plain.Show()
	c.place()
	canvas.Refresh(c)
}

// CreateRenderer is Fyne's.
func (c *circle) CreateRenderer() fyne.WidgetRenderer { return &circleRenderer{c} }

type circleRenderer struct{ c *circle }

func (r *circleRenderer) Destroy()           {}
func (r *circleRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(80) }
func (r *circleRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.c.plain, r.c.shader}
}

// Layout keeps the shader a square in the middle.
func (r *circleRenderer) Layout(size fyne.Size) {
	side := min(size.Width, size.Height)
	r.c.shader.Resize(fyne.NewSquareSize(side))
	r.c.shader.Move(fyne.NewPos((size.Width-side)/2, (size.Height-side)/2))
	r.c.place()
}

// Refresh follows a change of theme.
func (r *circleRenderer) Refresh() {
	r.c.paint(paletteNow())
	r.c.shader.Refresh()
}
