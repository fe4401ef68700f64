// Package desktop is what the program knows of the desktop around it: whether there is a
// display, and what a process needs to open a window on it.
//
// It opens no window, plays no sound and never imports Fyne. What a platform does not have is a
// small function that does nothing there. All its functions may be called
// concurrently.
package desktop
