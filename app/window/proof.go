package window

import (
	"image"
	"image/color"
)

// proofFrames is how many frames of a session are drawn before the picture is looked at.
const proofFrames = 45

// prove looks once, early in a session, whether the shader draws. If it does, the plain disc
// beneath it is no longer needed, and drawing it is saved. Where it cannot be told, the disc stays.
func (s *shell) prove() {
	if s.stage.page != nil || s.stage.light.frames != proofFrames {
		return
	}
	s.stage.light.frames++
	c := s.win.Canvas()
	img, l := c.Capture(), s.stage.light
	if img == nil || c.Size().Width <= 0 {
		return
	}
	at := l.Position().AddXY(l.Size().Width/2, l.Size().Height/2)
	scale := float32(img.Bounds().Dx()) / c.Size().Width
	if shaderDrew(l, img, image.Pt(int(at.X*scale), int(at.Y*scale))) {
		l.plain.Hide()
	}
}

// shaderDrew compares the middle of the picture with what the shader and the plain disc show there.
func shaderDrew(l *circle, img image.Image, middle image.Point) bool {
	seen := color.NRGBAModel.Convert(img.At(middle.X, middle.Y)).(color.NRGBA)
	plain := color.NRGBAModel.Convert(l.plain.FillColor).(color.NRGBA)
	return apart(seen, l.colour.light.heart)*2 < apart(seen, plain)
}

// apart is how far two colours are from each other.
func apart(a, b color.NRGBA) int {
	d := func(x, y uint8) int { return (int(x) - int(y)) * (int(x) - int(y)) }
	return d(a.R, b.R) + d(a.G, b.G) + d(a.B, b.B)
}
