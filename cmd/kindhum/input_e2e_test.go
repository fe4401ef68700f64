//go:build e2e

package main_test

import (
	"os"
	"strings"
	"testing"
)

func TestProgramRefusesBadInputInOneLine(t *testing.T) {
	t.Parallel()
	d := sit(t, with{})
	for _, c := range []struct {
		args string
		code int
	}{
		{"begin --hidden --pattern 0-6", 2},
		{"begin --hidden --pattern 4-x", 2},
		{"begin --hidden --pattern 99-1", 2},
		{"begin --hidden --pattern 4-7-8", 2},
		{"begin --hidden --length -5m", 2},
		{"begin --hidden --length=1s", 2},
		{"begin --hidden --length 5_parsecs", 2},
		{"begin --hidden juggling", 2},
		{"begin --hidden --pitch 20", 2},
		{"tone --volume 101", 2},
		{"tone --no-such-flag", 2},
		{"no-such-command", 2},
		{"render --length open --out a.wav", 2},
		{"render --pitch 20 --out a.wav", 2},
		{"render --length 20s --out /nonexistent/folder/a.wav", 1},
		{"render --length 20s --out .", 2},
		{"begin", 1}, // there is no display
		{"moment", 1},
		{"show", 1},
		{"", 1},
		{"pause", 1}, // nothing plays
		{"stop", 1},
	} {
		args := strings.Fields(c.args)
		for i := range args {
			args[i] = strings.ReplaceAll(args[i], "_", " ")
		}
		s := d.run(args...)
		if s.code != c.code {
			t.Errorf("kindhum %s: exit %d, want %d", c.args, s.code, c.code)
		}
		if !strings.HasPrefix(s.err, "kindhum: ") || strings.Count(s.err, "\n") != 1 || !strings.HasSuffix(s.err, "\n") || s.out != "" {
			t.Errorf("kindhum %s: want one line on the error stream and nothing else, not %q and %q", c.args, s.err, s.out)
		}
	}
	if left := d.processes(); len(left) != 0 {
		t.Errorf("processes are left: %v", left)
	}
	entries, err := os.ReadDir(d.dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if strings.Contains(entry.Name(), ".wav") || strings.Contains(entry.Name(), ".tmp") || strings.HasPrefix(entry.Name(), ".") {
			t.Errorf("%s is left behind", entry.Name())
		}
	}
}
