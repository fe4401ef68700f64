package desktop

import "math"

// picture is an icon as trays take it: rows of pixels, each alpha, red, green, blue.
type picture struct {
	Width, Height int32
	ARGB          []byte
}

// pictures are the icon in the sizes that trays have, for where it is not installed. They are drawn, not
// read: to unpack the large one would cost a process that plays a tone more memory than all the rest of the tray.
func pictures() []picture {
	var all []picture
	for _, side := range []int{16, 22, 32, 48} {
		all = append(all, draw(side))
	}
	return all
}

// The icon's colours, of assets/icons/kindhum.svg, from the heart of the light outward.
var (
	heart  = [3]float64{0xff, 0xf1, 0xe2}
	body   = [3]float64{0xcf, 0xae, 0xdd}
	rim    = [3]float64{0x8d, 0x84, 0xd6}
	ground = [3]float64{0x1d, 0x1c, 0x2b}
)

// draw draws the icon with so many pixels to a side: a soft light on a dark square with round corners.
func draw(side int) picture {
	p := picture{Width: int32(side), Height: int32(side), ARGB: make([]byte, 0, 4*side*side)}
	for y := range side {
		for x := range side {
			c, alpha := shade((float64(x)+0.5)/float64(side)*2-1, (float64(y)+0.5)/float64(side)*2-1, 2/float64(side))
			p.ARGB = append(p.ARGB, byte(255*alpha+0.5), byte(c[0]+0.5), byte(c[1]+0.5), byte(c[2]+0.5))
		}
	}
	return p
}

// shade is the icon's colour at a place from -1 to 1 each way, and how much of it there is (0..1). Edges are
// softened over a pixel.
func shade(x, y, pixel float64) ([3]float64, float64) {
	const square, corner, light = 0.92, 0.42, 0.6
	// The distance to the edge of a square with round corners, by Inigo Quilez's formula; inside it is negative.
	qx, qy := math.Abs(x)-square+corner, math.Abs(y)-square+corner
	edge := math.Hypot(max(qx, 0), max(qy, 0)) + min(max(qx, qy), 0) - corner
	r := math.Hypot(x, y) / light
	c := mixed(heart, body, min(r/0.66, 1))
	if r > 0.66 {
		c = mixed(body, rim, min((r-0.66)/0.34, 1))
	}
	within := min(max((1-r)*light/pixel+0.5, 0), 1)
	glow := 0.45 * math.Exp(-6*max(r-1, 0))
	return mixed(ground, c, max(within, glow)), min(max(0.5-edge/pixel, 0), 1)
}

// mixed is the colour a part (0..1) of the way from a to b.
func mixed(a, b [3]float64, part float64) [3]float64 {
	for i := range a {
		a[i] += part * (b[i] - a[i])
	}
	return a
}
