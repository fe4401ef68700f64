package desktop

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"

	"kindhum/app/draft"
)

// The flags by which a player stays in the tray, as the command line has them.
const stayingPlayer = "player --stay"

// Autostarts reports whether SetAutostart can do anything here.
func Autostarts() bool { return true }

// Autostart is what starts with the desktop now, as the person's autostart folder has it.
func Autostart() Start {
	data, err := os.ReadFile(autostartFile())
	if err != nil {
		return StartNothing
	}
	return started(data)
}

// started is what an entry of the autostart folder starts (Desktop Application Autostart Specification). Desktops
// switch one off by a key of it.
func started(entry []byte) Start {
	start, group := StartNothing, ""
	for lines := bufio.NewScanner(bytes.NewReader(entry)); lines.Scan(); {
		line := strings.TrimSpace(lines.Text())
		if strings.HasPrefix(line, "[") {
			group = line
		}
		key, value, _ := strings.Cut(line, "=")
		key, value = strings.TrimSpace(key), strings.TrimSpace(value)
		switch {
		case group != "[Desktop Entry]":
		case key == "Hidden" && value == "true", key == "X-GNOME-Autostart-enabled" && value == "false":
			return StartNothing
		case key == "Exec" && strings.HasSuffix(value, " "+stayingPlayer):
			start = StartTray
		case key == "Exec" && value != "":
			start = StartWindow
		}
	}
	return start
}

// SetAutostart has start start with the desktop from the next time on. What it writes is whole or not there.
func SetAutostart(start Start) error {
	path := autostartFile()
	if start == StartNothing {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("autostart: %w", err)
		}
		return nil
	}
	exe, err := os.Executable()
	if err != nil {
		return fmt.Errorf("autostart: own program: %w", err)
	}
	entry, err := autostartEntry(exe, start)
	if err == nil {
		err = writeWhole(path, entry)
	}
	if err != nil {
		return fmt.Errorf("autostart: %w", err)
	}
	return nil
}

// autostartEntry is the entry by which exe starts with the desktop.
func autostartEntry(exe string, start Start) ([]byte, error) {
	command, err := quoted(exe)
	if err != nil {
		return nil, err
	}
	if start == StartTray {
		command += " " + stayingPlayer
	}
	return fmt.Appendf(nil, `[Desktop Entry]
Type=Application
Name=%s
Icon=%s
Exec=%s
Terminal=false
StartupNotify=false
X-GNOME-Autostart-enabled=true
`, appName, ID, command), nil
}

// quoted is a program's path as Exec has it: in double quotes, with a backslash before what a shell would take for its
// own, a percent sign doubled, and every backslash doubled once more, as in any string of an entry (Desktop Entry
// Specification, "The Exec key"). A path over several lines cannot be written.
func quoted(path string) (string, error) {
	if strings.ContainsFunc(path, func(r rune) bool { return r < ' ' || r == 0x7f }) || strings.Contains(path, "=") {
		return "", fmt.Errorf("the program's path %q cannot stand in a desktop entry; move the program elsewhere", path)
	}
	inside := strings.NewReplacer(`\`, `\\`, `"`, `\"`, "`", "\\`", `$`, `\$`, `%`, `%%`).Replace(path)
	return `"` + strings.ReplaceAll(inside, `\`, `\\`) + `"`, nil
}

// writeWhole writes a file so that whoever reads it finds all of it or what was there before.
func writeWhole(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	return draft.Replace(path, 0o600, draft.Bytes(data)) // the draft is no entry: its name does not end like one
}

func autostartFile() string { return filepath.Join(xdg.ConfigHome, "autostart", ID+".desktop") }
