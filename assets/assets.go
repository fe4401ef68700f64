// Package assets carries what the program brings along: practices, words and
// icons, embedded in the binary. It reads nothing else and decides nothing.
//
// Adding a language or a practice is adding files; CONTRIBUTING.md says which. All its functions may be
// called concurrently.
package assets

import (
	"embed"
	"io/fs"
)

//go:embed practices words
var files embed.FS

// Practices is the folder of the built-in practices, one TOML file each, in the order in
// which they are offered, with a subfolder of the same practices for each further language.
func Practices() fs.FS {
	practices, err := fs.Sub(files, "practices")
	if err != nil {
		panic(err) // the folder is embedded above, and its name is valid
	}
	return practices
}
