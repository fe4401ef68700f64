// Package assets carries what the program brings along: practices, words and
// icons, embedded in the binary. It reads nothing else and decides nothing.
//
// Adding a language is adding a file to words (see CONTRIBUTING.md); adding a practice is
// adding one to practices. All its functions may be called concurrently.
package assets

import (
	"embed"
	"io/fs"
)

//go:embed practices/*.toml words/*.toml
var files embed.FS

// Practices is the folder of the built-in practices, one TOML file each, in the order in
// which they are offered.
func Practices() fs.FS {
	practices, err := fs.Sub(files, "practices")
	if err != nil {
		panic(err) // the folder is embedded above, and its name is valid
	}
	return practices
}
