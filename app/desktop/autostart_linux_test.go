package desktop

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/adrg/xdg"
)

func TestAutostartIsWrittenReadAndRemoved(t *testing.T) {
	home := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", home)
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	if got := Autostart(); got != StartNothing {
		t.Errorf("at first: %s", got)
	}
	for _, start := range []Start{StartTray, StartWindow, StartWindow, StartNothing, StartNothing} {
		if err := SetAutostart(start); err != nil {
			t.Fatal(err)
		}
		if got := Autostart(); got != start {
			t.Errorf("%s is read as %s", start, got)
		}
	}
	left, err := os.ReadDir(filepath.Join(home, "autostart"))
	if err != nil || len(left) != 0 {
		t.Errorf("%v is left, %v", left, err)
	}
}

func TestDesktopsMaySwitchTheEntryOff(t *testing.T) {
	for entry, want := range map[string]Start{
		"":                                 StartNothing,
		"[Desktop Entry]\nExec=\"/a b\"\n": StartWindow,
		"[Desktop Entry]\nExec=\"/a b\" player --stay\n":                                StartTray,
		"[Desktop Entry]\nExec=/a\nHidden=true\n":                                       StartNothing,
		"[Desktop Entry]\nX-GNOME-Autostart-enabled=false\nExec=\"/a\" player --stay\n": StartNothing,
		"[Desktop Action x]\nExec=/a\n":                                                 StartNothing,
		"[Desktop Entry]\nName=a\n[Desktop Action x]\nExec=/a\n":                        StartNothing,
	} {
		if got := started([]byte(entry)); got != want {
			t.Errorf("%q: %s, want %s", entry, got, want)
		}
	}
}

// What a path becomes, worked out by hand from the specification.
func TestExecIsQuoted(t *testing.T) {
	for path, want := range map[string]string{
		"/usr/bin/kindhum": `"/usr/bin/kindhum"`,
		"/a b/ü/k":         `"/a b/ü/k"`,
		`/a"b`:             `"/a\\"b"`,
		`/a$b`:             `"/a\\$b"`,
		"/a`b":             "\"/a\\\\`b\"",
		`/a\b`:             `"/a\\\\b"`,
		"/100%":            `"/100%%"`,
	} {
		if got, err := quoted(path); err != nil || got != want {
			t.Errorf("%s: %s, want %s (%v)", path, got, want, err)
		}
	}
	for _, path := range []string{"/a\nb", "/a=b"} {
		if got, err := quoted(path); err == nil {
			t.Errorf("%q: %s", path, got)
		}
	}
}

func TestTheEntryIsValid(t *testing.T) {
	check, err := exec.LookPath("desktop-file-validate")
	if err != nil {
		t.Skip("desktop-file-validate is not installed")
	}
	for _, start := range []Start{StartWindow, StartTray} {
		entry, err := autostartEntry("/opt/a b/$kind \"hum\"/kindhum", start)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), ID+".desktop")
		if err := os.WriteFile(path, entry, 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command(check, path).CombinedOutput(); err != nil || len(out) > 0 {
			t.Errorf("%v: %s", err, out)
		}
	}
}
