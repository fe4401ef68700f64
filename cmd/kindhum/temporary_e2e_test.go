//go:build e2e

package main_test

import (
	"path/filepath"
	"testing"
)

// A player starts without a temporary folder, and leaves nothing in the runtime folder but what it needs.
func TestProgramNeedsNoTemporaryFolder(t *testing.T) {
	t.Parallel()
	d := sit(t, with{})
	d.env = append(d.env, "TMPDIR=/nonexistent")
	d.must("tone")
	if s := d.status(); s.State != "tone" {
		t.Errorf("it is %s", s.State)
	}
	if left, err := filepath.Glob(d.path("run/kindhum/.words*")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %q, %v", left, err)
	}
	d.must("stop")
}
