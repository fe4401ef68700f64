package window

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// The disc's radius as a part of half the rectangle's side, at fullness 0 and 1. The ring lies at 0.94.
const (
	minRadius   = 0.32
	maxRadius   = 0.78
	stillRadius = 0.60 // with less motion the circle keeps this size
)

// look is what the circle shows.
type look struct {
	Fullness float64 // 0..1
	Drift    float64 // 0..1, where the hue is within the palette
	Ring     float64 // 0..1 filled; below 0 a session without an end
	RingShow float64 // 0..1, 0 is no ring
	Still    bool    // less motion: brightness instead of size
}

// radius is the disc's, as a part of half the side; it grows with fullness and is largest at 1.
func (l look) radius() float64 {
	if l.Still {
		return stillRadius
	}
	return minRadius + (maxRadius-minRadius)*l.Fullness
}

// bright is how strong the light is, 0..1.
func (l look) bright() float64 {
	if l.Still {
		return 0.15 + 0.85*l.Fullness
	}
	return 0.78 + 0.22*l.Fullness
}

// rounded drops what no eye can see, so that equal pictures are not drawn twice. The disc's edge is
// a glow of forty pixels: a third of a pixel moves no shade of it by more than two of 255. Where the breath
// turns it hardly moves at all, and about a quarter of all frames are saved.
func (l look) rounded() look {
	const (
		sizes = 256  // a third of a pixel of the radius
		ways  = 1024 // a pixel of the ring
	)
	round := func(v, steps float64) float64 { return math.Round(v*steps) / steps }
	l.Fullness, l.Ring, l.RingShow = round(l.Fullness, sizes), round(l.Ring, ways), round(l.RingShow, sizes)
	l.Drift = round(l.Drift, sizes)
	return l
}

// ringEnd is where the filled part of the ring ends, as a direction, clockwise from the top.
func ringEnd(part float64) (x, y float32) {
	sin, cos := math.Sincos(2 * math.Pi * max(part, 0))
	return float32(sin), float32(-cos)
}

// circle is the light: a shader in a rectangle that does not move, and beneath it a plain
// disc, seen only where a graphics driver refuses the shader.
type circle struct {
	widget.BaseWidget
	shader *canvas.Shader
	plain  *canvas.Circle
	shown  look
	colour palette
	frames int // drawn since the window was opened
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
	c.shown = l
	c.frames++
	c.update()
	c.shader.Refresh()
	return true
}

// paint takes the colours of a palette.
func (c *circle) paint(p palette) {
	c.colour = p
	setGround(c.shader.Uniforms, p.ground)
	setColour(c.shader.Uniforms, "line", p.light.line)
	setColour(c.shader.Uniforms, "heart", p.light.heart)
	setColour(c.shader.Uniforms, "body", p.light.body)
	c.update()
}

func (c *circle) update() {
	l, u := c.shown, c.shader.Uniforms
	far := between(c.colour.light.far, c.colour.light.farther, l.Drift)
	setColour(u, "far", far)
	u["radius"], u["gather"], u["bright"] = float32(l.radius()), float32(l.Fullness), float32(l.bright())
	u["turnX"], u["turnY"] = ringEnd(l.Ring)
	u["ring"], u["ringShow"] = float32(l.Ring), float32(l.RingShow)
	c.plain.FillColor = between(c.colour.ground, c.colour.light.body, l.bright())
	c.place()
}

// place lays the plain disc where the shader's disc is.
func (c *circle) place() {
	side := min(c.Size().Width, c.Size().Height)
	d := side * float32(c.shown.radius()) * 0.94
	c.plain.Resize(fyne.NewSquareSize(d))
	c.plain.Move(fyne.NewPos((c.Size().Width-d)/2, (c.Size().Height-d)/2))
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
