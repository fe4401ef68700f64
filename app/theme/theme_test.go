package theme

import (
	"image/color"
	"testing"
)

// marked is the part of the focus colour that lies under a text that was searched for.
const marked = 0.25

// pairs are what is seen together, and the contrast that WCAG 2.2 asks for: 4.5:1 for text (1.4.3) and 3:1 for what
// shows a control or its state (1.4.11); 7:1 (1.4.6) and 4.5:1 where contrast is asked for.
func pairs(p Palette) map[string][2]color.NRGBA {
	return map[string][2]color.NRGBA{
		"text":                   {p.Text, p.Ground},
		"text, raised":           {p.Text, p.Raised},
		"text, hovered":          {p.Text, p.Hover},
		"text, found":            {p.Text, Between(p.Ground, p.Focus, marked)},
		"text, selected":         {p.Text, Between(p.Raised, p.Focus, 0.3)},
		"text, quiet":            {p.Quiet, p.Ground},
		"text, quiet and raised": {p.Quiet, p.Raised},
		"text, leading":          {p.OnAct, p.Act},
		"text, leading, hovered": {p.OnAct, Between(p.Act, p.OnAct, 0.08)},
		"control, leading":       {p.Act, p.Ground},
		"control":                {Between(p.Ground, p.Edge, 0.9), p.Ground},
		"control, chosen":        {p.Edge, p.Hover},
		"control, raised":        {p.Edge, p.Raised},
		"focus":                  {p.Focus, p.Ground},
		"focus, leading":         {Between(p.Ground, p.Text, 0.75), p.Ground},
		"ring":                   {p.Light.Line, p.Ground},
	}
}

func TestContrastInEveryTheme(t *testing.T) {
	for _, v := range Variants() {
		text, control := 4.5, 3.0
		if v.Strong {
			text, control = 7, 4.5
		}
		for what, pair := range pairs(Of(v)) {
			least := control
			if what[:4] == "text" {
				least = text
			}
			if got := Contrast(pair[0], pair[1]); got < least {
				t.Errorf("%s, %s: %.2f:1, not %v:1", v, what, got, least)
			}
		}
	}
}

func TestContrastIsThatOfTheStandard(t *testing.T) {
	white, black, grey := rgb(0xffffff), rgb(0x000000), rgb(0x767676)
	for _, c := range []struct {
		a, b color.NRGBA
		is   float64
	}{{white, black, 21}, {black, white, 21}, {white, white, 1}, {white, grey, 4.54}} {
		if got := Contrast(c.a, c.b); got < c.is-0.005 || got > c.is+0.005 {
			t.Errorf("%v on %v: %.3f", c.a, c.b, got)
		}
	}
}

func TestAPaletteForEveryVariant(t *testing.T) {
	seen := map[Palette]Variant{}
	for _, v := range Variants() {
		if was, there := seen[Of(v)]; there {
			t.Errorf("%s and %s are the same", v, was)
		}
		seen[Of(v)] = v
	}
}
