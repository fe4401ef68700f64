// Package choice holds what a person can choose: the sound, and how a session
// goes. It knows the defaults, the bounds, and how a choice is written and
// read, so that the command line, the window, the store and the sound mean the
// same thing by the same word.
//
// The package is pure: it keeps nothing, reads no clock and no file, and
// imports nothing of this program. All its functions may be called
// concurrently.
package choice
