package window

import (
	"errors"
	"os"
	"path/filepath"
)

// makeHome makes what Fyne misses in a home that is new, and complains of on the error stream, where nobody
// could do anything about it: the folder for caches, and a file of its own settings to read. What cannot be made
// Fyne does without.
func makeHome() {
	if cache, err := os.UserCacheDir(); err == nil {
		_ = os.MkdirAll(cache, 0o700)
	}
	config, err := os.UserConfigDir()
	if err != nil {
		return
	}
	folder := filepath.Join(config, "fyne", ID)
	if os.MkdirAll(folder, 0o700) != nil {
		return
	}
	// Where there is one it stays, whatever is in it. It is there whole or not at all: another window may be starting.
	file, err := os.CreateTemp(folder, ".preferences-*")
	if err != nil {
		return
	}
	defer func() { _ = os.Remove(file.Name()) }()
	_, err = file.WriteString("{}\n")
	if errors.Join(err, file.Close()) == nil {
		_ = os.Link(file.Name(), filepath.Join(folder, "preferences.json"))
	}
}
