//go:build unix

package export

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	ossignal "os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// cramped is the variable that makes the test's program render in a process in which no file can grow beyond so many bytes:
// it holds for all that a process writes, also for what the tests themselves do.
const cramped = "KINDHUM_TEST_CRAMPED"

func TestMain(m *testing.M) {
	most, err := strconv.ParseUint(os.Getenv(cramped), 10, 64)
	if err != nil {
		os.Exit(m.Run())
	}
	ossignal.Ignore(unix.SIGXFSZ)
	limit := unix.Rlimit{Cur: most, Max: most}
	if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &limit); err != nil {
		fmt.Println(err)
		os.Exit(3)
	}
	err = Render(context.Background(), spec(12), os.Args[1], nil)
	fmt.Println(errors.Is(err, unix.EFBIG), err)
}

// A file that may not grow stands for a disk that is full: the system refuses to write in the same way.
func TestAFullDisk(t *testing.T) {
	for _, name := range []string{"a.wav", "a.flac"} {
		for _, most := range []uint64{0, 100, 1 << 19} {
			dir := t.TempDir()
			cmd := exec.Command(os.Args[0], filepath.Join(dir, name)) //nolint:gosec // this test's own program
			cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%d", cramped, most))
			said, err := cmd.Output()
			if err != nil || !strings.HasPrefix(string(said), "true ") || strings.Contains(string(said), ".part") {
				t.Errorf("%s of at most %d bytes: %v, %s", name, most, err, said)
			}
			empty(t, dir)
		}
	}
}
