package assets

import (
	_ "embed"
	"slices"
)

//go:embed icons/kindhum-512.png
var icon []byte

// Icon is the application's icon, a PNG of 512 by 512 pixels.
func Icon() []byte { return slices.Clone(icon) }
