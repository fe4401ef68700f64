package desktop

import (
	"os"
	"os/user"
	"path/filepath"

	"github.com/adrg/xdg"
)

// KeepHome has everything in this process that asks the environment for the person's home, Fyne too, find it where the
// environment does not say: as the system has it of the user. A relative one counts as none; where there
// is none at all, HOME is left as it is.
func KeepHome() {
	if filepath.IsAbs(os.Getenv("HOME")) {
		return
	}
	is, err := user.Current()
	if err != nil || !filepath.IsAbs(is.HomeDir) {
		return
	}
	if os.Setenv("HOME", is.HomeDir) == nil {
		xdg.Reload() // it has looked already
	}
}
