package desktop

import "github.com/adrg/xdg"

// Music is the folder in which the person keeps music and recordings, as the desktop has it and in
// its language. It may not exist.
func Music() string { return xdg.UserDirs.Music }
