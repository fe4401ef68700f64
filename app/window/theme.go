package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"kindhum/app/theme"
)

// room is Kindhum's theme as Fyne asks for it: it follows the variant it is asked for, and leaves fonts and all icons
// but one as they are.
type room struct {
	fyne.Theme
	strong bool    // more contrast
	scale  float32 // of all type, where 1 is as usual
}

func newTheme(strong bool, scale float32) fyne.Theme {
	return &room{fynetheme.DefaultTheme(), strong, scale}
}

func isLight(v fyne.ThemeVariant) bool { return v == fynetheme.VariantLight }

// sized is a size of type at the text size that is chosen.
func sized(size float32) float32 {
	if r, is := fyne.CurrentApp().Settings().Theme().(*room); is {
		return size * r.scale
	}
	return size
}

// Color is the colour of a name; names without a meaning here keep Fyne's.
func (r *room) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	p := theme.Of(theme.Variant{Light: isLight(variant), Strong: r.strong})
	switch name {
	case fynetheme.ColorNameBackground:
		return p.Ground
	case fynetheme.ColorNameForeground, fynetheme.ColorNameHyperlink:
		return p.Text
	case fynetheme.ColorNameDisabled, fynetheme.ColorNamePlaceHolder:
		return p.Quiet
	case fynetheme.ColorNameMenuBackground, fynetheme.ColorNameOverlayBackground, fynetheme.ColorNameInputBackground:
		return p.Raised
	case fynetheme.ColorNameInputBorder, fynetheme.ColorNameScrollBar:
		return p.Edge
	case fynetheme.ColorNamePrimary:
		return p.Act
	case fynetheme.ColorNameForegroundOnPrimary:
		return p.OnAct
	case fynetheme.ColorNameHover, fynetheme.ColorNamePressed, fynetheme.ColorNameButton:
		return p.Hover
	case fynetheme.ColorNameFocus, fynetheme.ColorNameSelection: // more of it, and text in it is hard to read
		return theme.Faded(p.Focus, 0.3)
	case fynetheme.ColorNameSeparator:
		return theme.Faded(p.Edge, 0.4)
	case fynetheme.ColorNameShadow:
		if isLight(variant) {
			return color.NRGBA{A: 0x18} // on a light ground it would be a bar
		}
		return color.NRGBA{A: 0x30}
	}
	return r.Theme.Color(name, variant)
}

// choiceRing is the mark of what may be chosen. Fyne's is less than a pixel wide: too thin to keep the contrast of its
// colour.
var choiceRing = fyne.NewStaticResource("kindhum-choice.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" `+
	`viewBox="0 0 24 24"><path d="M12 2A10 10 0 0 0 12 22A10 10 0 0 0 12 2ZM12 4.2A7.8 7.8 0 0 1 12 19.8A7.8 7.8 0 0 1 12 4.2Z"/></svg>`))

// Icon is the icon of a name.
func (r *room) Icon(name fyne.ThemeIconName) fyne.Resource {
	if name == fynetheme.IconNameRadioButton {
		return choiceRing
	}
	return r.Theme.Icon(name)
}

// Size is a size in device-independent pixels.
func (r *room) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case fynetheme.SizeNameText:
		return theme.TypeText * r.scale
	case fynetheme.SizeNameCaptionText:
		return theme.TypeSmall * r.scale
	case fynetheme.SizeNameHeadingText, fynetheme.SizeNameSubHeadingText:
		return theme.TypeTitle * r.scale
	case fynetheme.SizeNamePadding:
		return theme.Gap
	case fynetheme.SizeNameInputRadius, fynetheme.SizeNameSelectionRadius, fynetheme.SizeNameButtonRadius:
		return theme.Corner
	case fynetheme.SizeNameMenuRadius, fynetheme.SizeNamePopupRadius:
		return theme.CornerUp
	}
	return r.Theme.Size(name)
}
