package window

import (
	_ "embed"
	"image/color"

	"fyne.io/fyne/v2/canvas"
)

// One program serves both kinds of GL: they differ in their first lines alone.
//
//go:embed circle.frag
var circleFragment string

const (
	headDesktop = "#version 110\n"
	headES      = "#version 100\n#ifdef GL_FRAGMENT_PRECISION_HIGH\nprecision highp float;\n#else\nprecision mediump float;\n#endif\n"
)

// newShader is the circle's shader with all its uniforms set to something.
func newShader() *canvas.Shader {
	s := canvas.NewShader("kindhum-circle", []byte(headDesktop+circleFragment), []byte(headES+circleFragment))
	s.Uniforms = map[string]float32{"radius": minRadius, "gather": 0, "bright": 1, "ring": -1, "ringShow": 0, "turnX": 0, "turnY": -1}
	return s
}

// setColour hands a colour over as three uniforms.
func setColour(to map[string]float32, name string, c color.NRGBA) {
	to[name+"R"], to[name+"G"], to[name+"B"] = float32(c.R)/255, float32(c.G)/255, float32(c.B)/255
}

// setGround hands over the ground c as a cleared window shows it: Fyne hands it to GL as parts of 255*255,
// not of 65535, and the light must meet the ground without an edge.
func setGround(to map[string]float32, c color.NRGBA) {
	part := func(v uint8) float32 { return min(float32(v)*257/(255*255), 1) }
	to["groundR"], to["groundG"], to["groundB"] = part(c.R), part(c.G), part(c.B)
}
