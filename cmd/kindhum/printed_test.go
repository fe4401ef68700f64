package main

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"
	"time"

	"kindhum/app/choice"
	"kindhum/app/control"
	"kindhum/app/store"
)

// What is printed has no more digits than mean something.
func TestSecondsArePrintedToTheMillisecond(t *testing.T) {
	alone(t)
	err := withStore(io.Discard, func(s *store.Store) error {
		id, err := s.Begin(t.Context(), store.Record{Start: time.Now(), Practice: "hum-breath", Pattern: "4-6", Length: 20400 * time.Millisecond})
		if err != nil {
			return err
		}
		return s.Renew(t.Context(), id, 7488*time.Millisecond, 1)
	})
	if err != nil {
		t.Fatal(err)
	}
	if code, out, err := called(t.Context(), "log", "--format", "json"); code != 0 || !strings.Contains(out, `"length":20.4,"elapsed":7.488,`) {
		t.Errorf("%d, %s, %s", code, out, err)
	}
	if code, out, err := called(t.Context(), "log", "--format", "csv"); code != 0 || !strings.Contains(out, ",20.4,7.488,") {
		t.Errorf("%d, %s, %s", code, out, err)
	}
	s, elapsed, full := control.Idle(choice.DefaultSound(), "", false).Status, 1.6810296980000001, 0.12345678901234567
	s.Elapsed, s.Fullness = &elapsed, &full
	var out bytes.Buffer
	if err := printStatus(&out, s, true); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), `"elapsed":1.681,`) || *s.Elapsed != elapsed {
		t.Errorf("%s", out.String())
	}
	var told control.Status
	if err := json.Unmarshal(out.Bytes(), &told); err != nil || told.Length != nil || *told.Fullness != full {
		t.Errorf("%s, %v", out.String(), err)
	}
}

func TestHelpAndVersionAsPeopleAskForThem(t *testing.T) {
	alone(t)
	if code, out, err := called(t.Context(), "--version"); code != 0 || out != "kindhum "+version+"\n" || err != "" {
		t.Errorf("%d, %q, %q", code, out, err)
	}
	for args, has := range map[string]string{"help": "Available Commands", "help begin": "kindhum begin [PRACTICE]", "help help": "kindhum help"} {
		if code, out, err := called(t.Context(), strings.Fields(args)...); code != 0 || err != "" || !strings.Contains(out, has) {
			t.Errorf("%s: %d, %q, %q", args, code, out, err)
		}
	}
	for args, has := range map[string]string{"render --help": "gives the same sound (default 1)", "begin --help": "gives the same sound (default any)"} {
		if _, out, _ := called(t.Context(), strings.Fields(args)...); !strings.Contains(out, has) {
			t.Errorf("%s does not say %q: %s", args, has, out)
		}
	}
}

// One set of flags is for all: where some make no difference they are read all the same, and not shown.
func TestFlagsThatMakeNoDifferenceAreTaken(t *testing.T) {
	alone(t)
	t.Setenv("XDG_RUNTIME_DIR", "/dev/null") // it goes as far as there, and starts nothing
	all := "--length 5m --pattern 4-6 --lead-in 3s --words on --lang de --seed 7 --hidden"
	if code, _, err := called(t.Context(), strings.Fields("tone "+all)...); code != 1 || !strings.Contains(err, "runtime folder") {
		t.Errorf("tone: exit %d, %q", code, err)
	}
	for _, wrong := range []string{"--length 5", "--pattern 4-x", "--lead-in 61s", "--words maybe", "--lang tlh", "--seed x", "--hidden=maybe"} {
		if code, _, err := called(t.Context(), append([]string{"tone"}, strings.Fields(wrong)...)...); code != 2 || strings.Count(err, "\n") != 1 {
			t.Errorf("tone %s: exit %d, %q", wrong, code, err)
		}
	}
	if code, _, err := called(t.Context(), "render", "--hidden", "--length", "open", "--out", "a.wav"); code != 2 || !strings.Contains(err, "open") {
		t.Errorf("render --hidden: exit %d, %q", code, err)
	}
	for _, command := range []string{"tone", "render"} {
		if _, out, _ := called(t.Context(), command, "--help"); strings.Contains(out, "--hidden") || command == "tone" && strings.Contains(out, "--seed") {
			t.Errorf("%s shows what makes no difference: %s", command, out)
		}
	}
}
