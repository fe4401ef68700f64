package window

import (
	"fyne.io/fyne/v2"

	"kindhum/app/theme"
)

// paletteNow is the palette of the variant that the system asks for.
func paletteNow() theme.Palette {
	settings := fyne.CurrentApp().Settings()
	strong := false
	if r, is := settings.Theme().(*room); is {
		strong = r.strong
	}
	return theme.Of(theme.Variant{Light: isLight(settings.ThemeVariant()), Strong: strong})
}
