//go:build unix

package shelf

import (
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// cramped is the variable that makes the test's program put a practice onto a shelf in a process in which no file can
// grow beyond a few bytes: it holds for all that a process writes, also for what the tests themselves do.
const cramped = "KINDHUM_TEST_CRAMPED_SHELF"

func TestMain(m *testing.M) {
	dir := os.Getenv(cramped)
	if dir == "" {
		os.Exit(m.Run())
	}
	signal.Ignore(unix.SIGXFSZ)
	limit := unix.Rlimit{Cur: 40, Max: 40}
	if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &limit); err != nil {
		fmt.Println(err)
		os.Exit(3)
	}
	fmt.Println(New(dir).Put(drafted("mine", "Two.")))
}

func TestAFullDiskLeavesNothingHalf(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "practices")
	s := New(dir)
	must(t, s.Put(drafted("mine", "One.")))
	cmd := exec.Command(os.Args[0]) //nolint:gosec // this test's own program
	cmd.Env = append(os.Environ(), cramped+"="+dir)
	said, err := cmd.Output()
	if err != nil || !strings.Contains(string(said), "too large") {
		t.Errorf("%v, %s", err, said)
	}
	expect(t, "then", stands(s), "mine: One.")
	expect(t, "files", names(t, dir), "mine.toml")
}
