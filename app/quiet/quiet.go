// Package quiet keeps the libraries from writing to the standard logger before main has begun. Fyne
// parses the locale while it is initialised, and writes three lines about each one that it cannot parse, such as
// de_DE@euro, whatever the command.
//
// Nothing has to be called, but main sets the logger's output again, first of all. It works because Go initialises
// packages in the order of their import paths, each as soon as all that it imports is (The Go Programming Language
// Specification, Package initialization): this one waits for log alone, and fyne.io/fyne/v2/lang for text/template,
// which comes later. So it must never import anything but io and log; a test of the built program holds that it
// comes in time.
//
//	import _ "kindhum/app/quiet"
package quiet

import (
	"io"
	"log"
)

func init() { log.SetOutput(io.Discard) }
