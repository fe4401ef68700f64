// Package desktop is what the program knows of the desktop around it, and how it shows itself there: whether
// there is a display, media controls (MPRIS 2), a tray entry, notifications, a screen that stays on, what
// starts with the desktop, how the person wishes things to look, and the application's name on the session bus.
//
// [Presence] is the player's: it is shown a [State] and asks a [Player]. It keeps one connection to the
// session bus, of its own, and looks for the bus again when that dies; nothing that the bus does or does not
// do holds the player up. [Serve] is the window's: a second launch reaches it by the bus too.
//
// It opens no window, plays no sound, never imports Fyne, and never connects to a bus that is not a socket of this
// machine, nor starts one. What a platform does not have is a small function that does nothing
// there. All its functions may be called concurrently.
//
//	presence := desktop.NewPresence(desktop.Options{Text: words.Text})
//	go presence.Run(ctx, player)
//	presence.Show(desktop.State{Playback: desktop.Playing, Title: "Hum breath"})
package desktop

// ID is the application's id, which desktops know it by.
const ID = "app.kindhum.kindhum"

const appName = "Kindhum"
