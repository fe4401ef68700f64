package app_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// listed is what go list tells of a package.
type listed struct {
	ImportPath    string
	Imports, Deps []string
	CgoFiles      []string
	Error         *struct{ Err string }
	Module        *struct{ Main bool }
}

// ours are the packages of this project, by their path under the module.
func ours(t *testing.T) map[string]listed {
	t.Helper()
	cmd := exec.Command("go", "list", "-deps", "-json=ImportPath,Imports,Deps,CgoFiles,Error,Module",
		"-tags", "migrated_fynedo", "./...")
	cmd.Dir = ".."
	var out, complaints bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaints
	if err := cmd.Run(); err != nil {
		t.Fatalf("go list: %v\n%s", err, complaints.Bytes())
	}
	found := map[string]listed{}
	for decoder := json.NewDecoder(&out); ; {
		var p listed
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("go list: %v", err)
		}
		if p.Error != nil {
			t.Fatalf("%s: %s", p.ImportPath, p.Error.Err)
		}
		if p.Module != nil && p.Module.Main {
			found[strings.TrimPrefix(p.ImportPath, "kindhum/")] = p
		}
	}
	for _, must := range []string{"app/breath", "app/window", "audio/device", "cmd/kindhum"} {
		if _, there := found[must]; !there {
			t.Fatalf("go list does not know %s", must)
		}
	}
	return found
}

// below is who of ours a package may import directly: imports run downwards. A package that
// is not here may import none of ours.
var below = map[string]string{
	"cmd/kindhum": "app/breath app/choice app/control app/desktop app/player app/practice app/quiet app/shelf app/store app/window assets audio audio/device audio/export",
	"app/window":  "app/breath app/choice app/control app/draft app/glx app/help app/journal app/monotonic app/practice app/shelf app/sight app/store app/theme assets",
	"app/player": "app/breath app/choice app/control app/desktop app/monotonic app/practice app/session app/store assets " +
		"audio audio/synth",
	"app/control":  "app/breath app/choice",
	"app/desktop":  "app/draft app/monotonic",
	"app/store":    "app/choice",
	"app/session":  "app/breath app/choice",
	"app/shelf":    "app/draft app/practice",
	"app/practice": "app/breath",
	"app/choice":   "app/breath",
	"audio":        "app/breath app/choice app/monotonic audio/device audio/synth",
	"audio/synth":  "app/breath app/choice audio/measure", // its loudness is made up by the weighting that it is measured with
	"audio/export": "app/breath app/choice app/draft audio/synth",
}

func TestImportsRunDownwards(t *testing.T) {
	for name, p := range ours(t) {
		allowed := strings.Fields(below[name])
		for _, path := range p.Imports {
			own, is := strings.CutPrefix(path, "kindhum/")
			if is && !slices.Contains(allowed, own) {
				t.Errorf("%s imports %s; the table in this test says what it may import", name, own)
			}
		}
	}
}

// Each of these is reached in one place, so that the rest can be tested without it and
// built where it does not exist.
func TestWhatIsReachedInOnePlace(t *testing.T) {
	for _, rule := range []struct {
		what    string
		prefix  string
		only    string
		through bool // also through other packages
	}{
		{"Fyne", "fyne.io/fyne/v2", "app/window cmd/kindhum", true},
		{"OpenGL and its windows", "github.com/go-gl", "app/window", false},
		{"X", "github.com/jezek/xgb", "app/sight", false},
		{"C without a compiler", "github.com/ebitengine/purego", "app/glx", false},
		{"oto", "github.com/ebitengine/oto", "audio/device", false},
		{"PulseAudio", "github.com/jfreymuth/pulse", "audio/device", false},
		{"D-Bus", "github.com/godbus/dbus", "app/desktop", false},
		{"the tray", "fyne.io/systray", "app/desktop", false},
		{"SQL", "database/sql", "app/store", false},
		{"SQLite", "modernc.org/sqlite", "app/store", false},
		{"the web", "net/http", "", false},
	} {
		for name, p := range ours(t) {
			imports := p.Imports
			if rule.through {
				imports = p.Deps
			}
			for _, path := range imports {
				under := path == rule.prefix || strings.HasPrefix(path, rule.prefix+"/")
				if under && !slices.Contains(strings.Fields(rule.only), name) {
					t.Errorf("%s reaches %s (%s), which is for %s alone", name, rule.what, path, rule.only)
				}
			}
		}
	}
}

// What does not need Fyne needs no C compiler either.
func TestNoCOutsideFyne(t *testing.T) {
	for name, p := range ours(t) {
		if len(p.CgoFiles) > 0 {
			t.Errorf("%s holds C: %v", name, p.CgoFiles)
		}
	}
}

// A package is described in a table of CONTRIBUTING.md, or nobody finds it.
func TestEveryPackageIsInThePicture(t *testing.T) {
	page, err := os.ReadFile("../CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	for name := range ours(t) {
		if !bytes.Contains(page, []byte("`"+strings.TrimSuffix(name, "/kindhum"))) {
			t.Errorf("CONTRIBUTING.md does not say what %s is for", name)
		}
	}
}
