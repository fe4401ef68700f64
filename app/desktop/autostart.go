package desktop

// Start is what of the program starts with the desktop.
type Start string

// What may start.
const (
	StartNothing Start = "off"
	StartWindow  Start = "window"
	StartTray    Start = "tray" // the player, staying in the tray
)
