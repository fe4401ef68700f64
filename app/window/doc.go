// Package window is the Fyne window: a circle that breathes, words that come and go, and a few
// quiet controls. It shows what a player tells it and sends it wishes.
//
// It keeps no time of its own: for every frame it evaluates the snapshot's timeline at the
// snapshot's clock. It never makes a sound, never decides what a session does, and at rest draws
// nothing at all. Apart from Prepare and Run everything in it belongs to the UI goroutine; wishes are carried on
// a goroutine of their own, so that no slow answer can hold the circle.
//
//	err := window.Prepare().Run(window.Options{Link: link, Store: store, Library: library, Version: "0.1.0"})
package window
