package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The sizes of type, in device-independent pixels.
const (
	sizeSmall = 13
	sizeText  = 15
	sizeLine  = 18 // a kind line
	sizeTitle = 23
)

// room is the theme: it follows the variant it is asked for, and leaves icons and fonts as they are.
type room struct{ fyne.Theme }

func newTheme() fyne.Theme { return room{theme.DefaultTheme()} }

// Color is the colour of a name; names without a meaning here keep Fyne's.
func (r room) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	p := night
	if variant == theme.VariantLight {
		p = day
	}
	switch name {
	case theme.ColorNameBackground:
		return p.ground
	case theme.ColorNameForeground, theme.ColorNameHyperlink:
		return p.text
	case theme.ColorNameDisabled, theme.ColorNamePlaceHolder:
		return p.quiet
	case theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground, theme.ColorNameInputBackground:
		return p.raised
	case theme.ColorNameInputBorder, theme.ColorNameScrollBar:
		return p.edge
	case theme.ColorNamePrimary:
		return p.act
	case theme.ColorNameForegroundOnPrimary:
		return p.onAct
	case theme.ColorNameHover, theme.ColorNamePressed, theme.ColorNameButton:
		return p.hover
	case theme.ColorNameFocus:
		return faded(p.focus, 0.35)
	case theme.ColorNameSelection:
		return faded(p.focus, 0.3)
	case theme.ColorNameSeparator:
		return faded(p.edge, 0.4)
	case theme.ColorNameShadow:
		return color.NRGBA{A: 0x30}
	}
	return r.Theme.Color(name, variant)
}

// Size is a size in device-independent pixels.
func (r room) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return sizeText
	case theme.SizeNameCaptionText:
		return sizeSmall
	case theme.SizeNameHeadingText, theme.SizeNameSubHeadingText:
		return sizeTitle
	case theme.SizeNamePadding:
		return 6
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius, theme.SizeNameButtonRadius:
		return 12
	case theme.SizeNameMenuRadius, theme.SizeNamePopupRadius:
		return 14
	}
	return r.Theme.Size(name)
}
