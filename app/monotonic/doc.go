// Package monotonic reads the clock that all processes of this machine share
// and nothing sets back: the time of one role can be compared with that of
// another. It never reads the time of day.
//
// Where a platform has no such clock for Go to read without cgo, Now falls
// back to the time of day, which is right until somebody sets it.
package monotonic
