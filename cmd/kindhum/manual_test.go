package main

import (
	"bufio"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/spf13/pflag"

	"kindhum/app/window"
)

func TestManualHasEveryCommandAndFlag(t *testing.T) {
	code, page, err := called(t.Context(), "manual")
	if code != 0 || err != "" {
		t.Fatalf("%d, %q", code, err)
	}
	for _, c := range commands(streams{}).Commands() {
		if c.Name() == "help" {
			continue // the page ends with how to ask for it
		}
		if c.Hidden {
			if strings.Contains(page, `\fB`+c.Name()+`\fR`) {
				t.Errorf("%s is for the program alone, and in the manual", c.Name())
			}
			continue
		}
		if !strings.Contains(page, "\n\\fB"+c.Name()+`\fR`) {
			t.Errorf("%s is not in the manual", c.Name())
		}
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if f.Hidden {
				return
			}
			if !strings.Contains(page, `\fB\-\-`+strings.ReplaceAll(f.Name, "--", `\-\-`)+`\fR`) {
				t.Errorf("--%s of %s is not in the manual", f.Name, c.Name())
			}
		})
	}
	if !strings.Contains(page, version) || regexp.MustCompile(`\b20[0-9][0-9]\b`).MatchString(strings.ReplaceAll(page, "2026-01-31", "")) {
		t.Error("the manual names no version, or a date, which would not be the same in every build")
	}
}

// What a line of roff may not begin with by accident, and marks that it would swallow.
func TestTextIsKeptFromRoff(t *testing.T) {
	for text, want := range map[string]string{
		"a plain text":     "a plain text\n",
		".TH 'x' \\n":      "\\&.TH \\(aqx\\(aq \\en\n",
		"the flag --out":   "the flag \\-\\-out\n",
		"-5 degrees":       "\\&-5 degrees\n",
		"two\nlines, one ": "two lines, one\n",
		strings.Repeat("twelve bytes ", 12): strings.Repeat("twelve bytes ", 5) + "twelve bytes\n" +
			strings.Repeat("twelve bytes ", 5) + "twelve bytes\n",
	} {
		if got := filled(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

func TestShellsAreOfferedWhatThereIs(t *testing.T) {
	alone(t)
	for _, c := range []struct{ line, has, hasNot string }{
		{"", "begin", "manual"},
		{"begin", "hum-breath", "kindhum"},
		{"begin hum-breath", "", "hum-breath"},
		{"render", "kind-moment", ""},
		{"begin --voice", "bowl", "begin"},
		{"tone --pattern", "", "4-6"}, // it makes no difference there
		{"render --pattern", "4-6", ""},
		{"render --out", "flac", ""},
		{"log --format", "csv", ""},
		{"list", "patterns", ""},
	} {
		code, out, err := called(t.Context(), append(append([]string{"__complete"}, strings.Fields(c.line)...), "")...)
		var words []string
		for line := range strings.Lines(out) {
			word, _, _ := strings.Cut(strings.TrimSpace(line), "\t")
			words = append(words, word)
		}
		if code != 0 || c.has != "" && !slices.Contains(words, c.has) || c.hasNot != "" && slices.Contains(words, c.hasNot) {
			t.Errorf("%q: %d, %q, %q", c.line, code, words, err)
		}
	}
}

// The version and the id are said in several places, for several readers. They are the same everywhere.
func TestVersionAndIDAreOne(t *testing.T) {
	var app struct {
		Details struct{ ID, Version, Icon string }
	}
	if _, err := toml.DecodeFile("../../FyneApp.toml", &app); err != nil {
		t.Fatal(err)
	}
	if app.Details.Version != version || app.Details.ID != window.ID {
		t.Errorf("FyneApp.toml has %q and %q, the program %q and %q", app.Details.Version, app.Details.ID, version, window.ID)
	}
	for _, name := range []string{"../../" + app.Details.Icon, entryFile, "../../assets/linux/" + window.ID + ".metainfo.xml"} {
		if text, err := os.ReadFile(name); err != nil || !strings.HasSuffix(name, ".png") && !strings.Contains(string(text), window.ID) {
			t.Errorf("%s is not there, or does not name %s: %v", name, window.ID, err)
		}
	}
}

const entryFile = "../../assets/linux/" + window.ID + ".desktop"

// Whatever the desktop entry runs is a command that takes these words.
func TestDesktopEntryRunsWhatThereIs(t *testing.T) {
	f, err := os.Open(entryFile)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // only read from
	var lines []string
	keys := map[string]string{}
	for s := bufio.NewScanner(f); s.Scan(); {
		key, value, _ := strings.Cut(s.Text(), "=")
		keys[key] = value
		if key == "Exec" {
			lines = append(lines, value)
		}
	}
	if want := []string{"kindhum", "kindhum moment", "kindhum begin", "kindhum tone", "kindhum stop"}; !slices.Equal(lines, want) {
		t.Errorf("it runs %q, want %q", lines, want)
	}
	for _, line := range lines {
		c, rest, err := commands(streams{}).Find(strings.Fields(line)[1:])
		if err != nil || len(rest) > 0 || c.Hidden {
			t.Errorf("%q is no command: %v", line, err)
		}
	}
	// Fyne gives a window on X11 its title for a class.
	if keys["StartupWMClass"] != "Kindhum" || keys["Icon"] != window.ID {
		t.Errorf("its windows are of class %q, its icon is %q", keys["StartupWMClass"], keys["Icon"])
	}
}
