package assets

import _ "embed"

//go:embed man/sections.man
var manualSections string

// ManualSections is the end of the manual page, after what is known from the commands
// themselves, in the language of man(7).
func ManualSections() string { return manualSections }
