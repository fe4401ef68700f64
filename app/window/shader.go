package window

import (
	_ "embed"
	"fmt"
	"hash/fnv"
	"image/color"
	"math"
	"strings"

	"fyne.io/fyne/v2/canvas"

	"kindhum/app/theme"
)

// One program serves both kinds of GL: they differ in their first lines alone.
//
//go:embed circle.frag
var circleFragment string

const (
	headDesktop = "#version 110\n"
	headES      = "#version 100\n#ifdef GL_FRAGMENT_PRECISION_HIGH\nprecision highp float;\n#else\nprecision mediump float;\n#endif\n"
)

// newShader is the circle's shader with all its uniforms set to something. It must be dressed.
func newShader() *canvas.Shader {
	return &canvas.Shader{Uniforms: map[string]float32{"full": 0, "drift": 0, "ringEnd": 0, "ringShow": 0}}
}

// dress gives the shader the program for a palette, and for less motion. Fyne keeps a program for each name; there
// are as many as there are palettes, twice.
func dress(s *canvas.Shader, p theme.Palette, still bool) {
	head := circleHead(p, still)
	sum := fnv.New64a()
	_, _ = sum.Write([]byte(head)) // a hash takes everything
	s.Name = fmt.Sprintf("kindhum-circle-%x", sum.Sum64())
	s.Source, s.SourceES = []byte(headDesktop+head+circleFragment), []byte(headES+head+circleFragment)
}

// circleHead is the constants of circle.frag.
func circleHead(p theme.Palette, still bool) string {
	var s strings.Builder
	part := func(v uint8) float64 { return float64(v) / 255 }
	vec := func(name string, part func(uint8) float64, c color.NRGBA) {
		fmt.Fprintf(&s, "#define %s vec3(%.7f, %.7f, %.7f)\n", name, part(c.R), part(c.G), part(c.B))
	}
	vec("GROUND", cleared, p.Ground)
	vec("HEART", part, p.Light.Heart)
	vec("BODY", part, p.Light.Body)
	vec("FAR", part, p.Light.Far)
	vec("FARTHER", part, p.Light.Farther)
	vec("LINE", part, p.Light.Line)
	radius, bright := radii(still), brights(still)
	fmt.Fprintf(&s, "#define RADIUS_0 %.7f\n#define RADIUS_1 %.7f\n", radius.from, radius.to)
	fmt.Fprintf(&s, "#define BRIGHT_0 %.7f\n#define BRIGHT_1 %.7f\n", bright.from, bright.to)
	fmt.Fprintf(&s, "#define RING %.7f\n", ringRadius)
	return s.String()
}

// cleared is a part of the ground's colour as a cleared window shows it: Fyne hands it to GL as parts of 255*255, not of
// 65535, and GL rounds it to a shade. The light must meet that without an edge, and bare ground without grain.
func cleared(v uint8) float64 { return math.Round(min(float64(v)*257/255, 255)) / 255 }
