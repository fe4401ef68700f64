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
	s.Uniforms = map[string]float32{"radius": minRadius, "gather": 0, "bright": 1, "ring": -1, "ringShow": 0}
	return s
}

// setColour hands a colour over as three uniforms.
func setColour(to map[string]float32, name string, c color.NRGBA) {
	to[name+"R"], to[name+"G"], to[name+"B"] = float32(c.R)/255, float32(c.G)/255, float32(c.B)/255
}
