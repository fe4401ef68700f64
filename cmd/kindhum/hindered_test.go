package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// Where there can be no runtime folder, a status there is all the same, and the rest says what to do.
func TestWithoutARuntimeFolder(t *testing.T) {
	alone(t)
	t.Setenv("XDG_RUNTIME_DIR", "/dev/null")
	for _, args := range []string{"status --json", "status --json --follow"} {
		code, out, err := called(t.Context(), strings.Fields(args)...)
		var status map[string]any
		if code != 0 || json.Unmarshal([]byte(out), &status) != nil || status["state"] != "idle" {
			t.Errorf("%s: exit %d, %q, %q", args, code, out, err)
		}
		if strings.Count(err, "\n") != 1 {
			t.Errorf("%s complains with %q", args, err)
		}
	}
	for _, args := range []string{"tone", "begin --hidden", "pause"} {
		code, out, err := called(t.Context(), strings.Fields(args)...)
		if code != 1 || out != "" || !strings.HasSuffix(err, "; set XDG_RUNTIME_DIR to a folder of your own\n") {
			t.Errorf("%s: exit %d, %q, %q", args, code, out, err)
		}
	}
}

func TestAVolumeThatCannotBeKeptSaysWhatToDo(t *testing.T) {
	alone(t)
	t.Setenv("XDG_DATA_HOME", "/dev/null")
	code, out, err := called(t.Context(), "volume", "40")
	if code != 1 || out != "" || !strings.Contains(err, "see that /dev/null/kindhum can be written to") || strings.Count(err, "\n") != 1 {
		t.Errorf("exit %d, %q, %q", code, out, err)
	}
}

func TestInterruptedIsSaidOnce(t *testing.T) {
	alone(t)
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(errors.New("interrupt signal received"))
	for _, args := range []string{"tone", "begin --hidden", "pause"} {
		if code, _, err := called(ctx, strings.Fields(args)...); code != 1 || err != "kindhum: interrupted\n" {
			t.Errorf("%s: exit %d, %q", args, code, err)
		}
	}
	out := filepath.Join(t.TempDir(), "a.wav")
	if code, _, err := called(ctx, "render", "--out", out); code != 1 || err != "kindhum: file "+out+" was not written: interrupted\n" {
		t.Errorf("render: exit %d, %q", code, err)
	}
	if got := oneLine(fmt.Errorf("the player does not answer within the time it has: %w", context.Canceled)); got != "interrupted" {
		t.Error(got)
	}
}
