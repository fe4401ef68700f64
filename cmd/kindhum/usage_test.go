package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kindhum/app/store"
)

// alone gives the test a home and a runtime folder of its own, and no display.
func alone(t *testing.T) {
	t.Helper()
	home, err := os.MkdirTemp("", "kh") // short: the path of a socket has room for about 100 bytes
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(home) })
	for name, value := range map[string]string{
		"HOME": home, "XDG_RUNTIME_DIR": home, "XDG_DATA_HOME": filepath.Join(home, "data"),
		"DISPLAY": "", "WAYLAND_DISPLAY": "", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
	} {
		t.Setenv(name, value)
	}
}

// called runs a command line in this process.
func called(ctx context.Context, args ...string) (code int, out, err string) {
	var o, e bytes.Buffer
	code = run(ctx, args, streams{os.Stdin, &o, &e})
	return code, o.String(), e.String()
}

// badInput is what a person may well type, and what is said to it. OUT is a file that
// could be written, GONE one in a folder that is not there.
var badInput = []struct {
	args string
	code int
	says string
}{
	{"begin --hidden --pattern 0-6", 2, "in-breath lasts"},
	{"begin --hidden --pattern 4-x", 2, "not a number"},
	{"begin --hidden --pattern 99-1", 2, "in-breath lasts"},
	{"begin --hidden --pattern 4-7-8", 2, "4-7-8-0"},
	{"begin --hidden --length -5m", 2, "20s to 24h"},
	{"begin --hidden --length 1s", 2, "20s to 24h"},
	{"begin --hidden --length 5_parsecs", 2, "not a time"},
	{"begin --hidden juggling", 2, "juggling"},
	{"begin --hidden --pitch 20", 2, "100 to 800"},
	{"begin --hidden --pitch NaN", 2, "not a number"},
	{"begin --hidden --pitch x", 2, "not a number"},
	{"begin --hidden --volume 101", 2, "0 to 100"},
	{"begin --hidden --volume loud", 2, "volume"},
	{"begin --hidden --room -1", 2, "0 to 100"},
	{"begin --hidden --voice trumpet", 2, "no voice"},
	{"begin --hidden --cue on", 2, "air or off"},
	{"begin --hidden --bells maybe", 2, "on or off"},
	{"begin --hidden --lead-in 61s", 2, "0s to 60s"},
	{"begin --hidden --lang tlh", 2, "there are in en, de"},
	{"begin --hidden --lang .._.._x", 2, "no words"},
	{"render --lang tlh --out OUT", 2, "no words"},
	{"list practices --lang tlh", 2, "no words"},
	{"begin --hidden --pattern 3+9-8", 2, "no longer than the first"},
	{"begin --colour red", 2, "unknown flag"},
	{"begin", 1, "no display"},
	{"moment", 1, "no display"},
	{"", 1, "no display"},
	{"show", 1, "no display"},
	{"tone --for 1ns", 2, "--for"},
	{"tone --fade 6m", 2, "up to 5m"},
	{"tone --fade soon", 2, "--fade"},
	{"tone --swell 2s", 2, "6s to 1m"},
	{"tone --swell on", 2, "--swell"},
	{"tone --cue-level 101", 2, "0 to 100"},
	{"tone --bells-level -1", 2, "0 to 100"},
	{"pause", 1, "nothing is playing"},
	{"resume", 1, "nothing is playing"},
	{"toggle", 1, "nothing is playing"},
	{"stop", 1, "nothing is playing"},
	{"ease", 1, "nothing is playing"},
	{"longer", 1, "nothing is playing"},
	{"begin --hidden --volume 0x10", 2, "not a whole number from 0 to 100"},
	{"begin --hidden --pitch 0x1p8", 2, "not a number"},
	{"begin --hidden --hidden=maybe", 2, "say true or false"},
	{"begin --hidden --length 20", 2, "no unit; write 20s or 20m"},
	{"begin --hidden --pattern 4--6", 2, "empty part"},
	{"begin --hidden --pattern -4-6", 2, "empty part"},
	{"help nope", 2, "no command"},
	{"volume 0x10", 2, "0 to 100"},
	{"volume +5", 2, "0 to 100"},
	{"pause now", 2, "takes no"},
	{"volume 101", 2, "0 to 100"},
	{"volume x", 2, "0 to 100"},
	{"volume -5", 2, "0 to 100"},
	{"begin --hidden --room x", 2, "not a whole number"},
	{"begin --hidden --seed -1", 2, "not a whole number"},
	{"list", 2, "practices"},
	{"list socks", 2, "socks"},
	{"log --format xml", 2, "csv"},
	{"log --since yesterday", 2, "--since"},
	{"juggle", 2, "no command"},
	{"render", 2, "--out"},
	{"render --out a.mp3", 2, ".wav"},
	{"render --length open --out OUT", 2, "open"},
	{"render --length 20s --out GONE", 1, "gone"},
	{"render --pattern 4-x --out OUT", 2, "not a number"},
}

func TestBadInputIsOneClearLine(t *testing.T) {
	alone(t)
	wav := filepath.Join(t.TempDir(), "a.wav")
	for _, c := range badInput {
		args := strings.Fields(c.args)
		for i := range args {
			args[i] = strings.NewReplacer("_", " ", "OUT", wav, "GONE", filepath.Join(filepath.Dir(wav), "gone", "a.wav")).Replace(args[i])
		}
		code, out, err := called(t.Context(), args...)
		if code != c.code || !strings.Contains(err, c.says) {
			t.Errorf("kindhum %s: exit %d, %q; want exit %d and %q", c.args, code, err, c.code, c.says)
		}
		if !strings.HasPrefix(err, "kindhum: ") || strings.Count(err, "\n") != 1 || out != "" {
			t.Errorf("kindhum %s: not one line on the error stream: %q, %q", c.args, err, out)
		}
	}
	if _, err := os.Stat(wav); err == nil {
		t.Error("half a file is left")
	}
}

func TestStatusWithNothingPlaying(t *testing.T) {
	alone(t)
	if code, _, err := called(t.Context(), "volume", "40"); code != 0 {
		t.Fatal(err)
	}
	if _, out, _ := called(t.Context(), "volume"); out != "40\n" {
		t.Errorf("the volume is %q", out)
	}
	code, out, err := called(t.Context(), "status", "--json")
	var status map[string]any
	if code != 0 || json.Unmarshal([]byte(out), &status) != nil {
		t.Fatalf("%d, %q, %q", code, out, err)
	}
	for key, want := range map[string]any{"state": "idle", "volume": 40.0, "elapsed": nil, "pid": nil, "sound": nil, "window": false} {
		if got, there := status[key]; !there || got != want {
			t.Errorf("%s is %v, want %v", key, got, want)
		}
	}
	if len(status) != 17 {
		t.Errorf("%d keys: %s", len(status), out)
	}
}

func TestWhatThereIsToChooseFrom(t *testing.T) {
	alone(t)
	for _, what := range []string{"practices", "patterns", "voices"} {
		code, out, err := called(t.Context(), "list", what, "--json")
		var items []map[string]any
		if code != 0 || json.Unmarshal([]byte(out), &items) != nil || len(items) == 0 {
			t.Fatalf("list %s: %d, %q, %q", what, code, out, err)
		}
		if code, out, _ := called(t.Context(), "list", what); code != 0 || strings.Count(out, "\n") != len(items) {
			t.Errorf("list %s: %d, %q", what, code, out)
		}
	}
	if _, out, _ := called(t.Context(), "log", "--format", "json"); out != "[]\n" {
		t.Errorf("an empty log is %q", out)
	}
}

// listedAs is what a list says about each of its items, by its id.
func listedAs(t *testing.T, args ...string) map[string]map[string]any {
	t.Helper()
	code, out, err := called(t.Context(), append([]string{"list"}, args...)...)
	var items []map[string]any
	if code != 0 || json.Unmarshal([]byte(out), &items) != nil {
		t.Fatalf("list %q: %d, %q, %q", args, code, out, err)
	}
	all := map[string]map[string]any{}
	for _, i := range items {
		all[i["id"].(string)] = i
	}
	return all
}

func TestListsAreInTheLanguageAskedFor(t *testing.T) {
	alone(t)
	for name, value := range map[string]string{"LANGUAGE": "", "LC_ALL": "", "LC_MESSAGES": "", "LANG": "de_DE.UTF-8"} {
		t.Setenv(name, value)
	}
	for _, c := range []struct {
		args, id, title string
	}{
		{"practices --json --lang en", "as-to-a-friend", "As to a friend"},
		{"practices --json --lang de-AT", "as-to-a-friend", "Wie unter Freunden"},
		{"practices --json", "as-to-a-friend", "Wie unter Freunden"},
		{"patterns --json --lang en", "sighing", "Sighing breath"},
		{"patterns --json", "slow", "Langsam"},
		{"voices --json", "bowl", "Schale"},
	} {
		if got := listedAs(t, strings.Fields(c.args)...)[c.id]["title"]; got != c.title {
			t.Errorf("list %s: %s is called %v", c.args, c.id, got)
		}
	}
	w := store.DefaultWindow()
	w.Language = "en"
	if err := withStore(io.Discard, func(s *store.Store) error { return s.SetWindow(t.Context(), w) }); err != nil {
		t.Fatal(err)
	}
	if got := listedAs(t, "voices", "--json")["bowl"]["title"]; got != "Bowl" {
		t.Errorf("remembered is English, and it says %v", got)
	}
}

func TestPatternsThatHoldTheBreathCarryACaution(t *testing.T) {
	alone(t)
	for id, p := range listedAs(t, "patterns", "--json") {
		caution, there := p["caution"]
		if holds := id == "box" || id == "four-seven-eight"; there != holds || there && caution == "" {
			t.Errorf("%s: caution %v", id, caution)
		}
	}
}

func TestAnyPracticeCanBeRenderedByAnyOfItsNames(t *testing.T) {
	alone(t)
	out := filepath.Join(t.TempDir(), "a.wav")
	for _, name := range []string{"just-breathing", "Just Breathing", "einfach atmen", "wie unter freunden"} {
		if code, _, err := called(t.Context(), "render", name, "--length", "20s", "--lead-in", "0", "--lang", "de", "--out", out); code != 0 {
			t.Errorf("%s: %s", name, err)
		}
	}
}

func TestTheSameWordsGiveTheSameFile(t *testing.T) {
	alone(t)
	dir := t.TempDir()
	var files [2][]byte
	for i := range files {
		path := filepath.Join(dir, "a.wav")
		if code, _, err := called(t.Context(), "render", "--length", "20s", "--lead-in", "0", "--out", path); code != 0 {
			t.Fatal(err)
		}
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files[i] = b
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("two files of the same words differ")
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Errorf("%v, %v", entries, err)
	}
}
