package assets

import _ "embed"

//go:embed fonts/fraunces.ttf
var face []byte

// Face is the font of the kind lines and of titles, Fraunces in one soft, static weight, as a TrueType file. It
// has the letters of Latin alphabets and no others. fonts/LICENSE.txt is its licence, linux/face how it was made.
//
// The bytes are those that are embedded, for a copy would stay for as long as the window: they must not be changed.
func Face() []byte { return face }
