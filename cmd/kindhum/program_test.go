//go:build e2e

package main_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// program is the real program, as the Makefile builds it.
func program(t *testing.T) string {
	t.Helper()
	path := os.Getenv("KINDHUM")
	if path == "" {
		path = "../../build/kindhum"
	}
	path, err := filepath.Abs(path)
	if err == nil {
		_, err = os.Stat(path)
	}
	if err != nil {
		t.Fatalf("the program is not built: %v", err)
	}
	return path
}

// said is how a command ended.
type said struct {
	code     int
	out, err string
}

// run runs a kindhum command to its end.
func (d *desk) run(args ...string) said {
	d.t.Helper()
	var out, complaint bytes.Buffer
	cmd := d.command(program(d.t), args...)
	cmd.SysProcAttr.Pdeathsig = 0 // a player that it starts is to outlive it
	cmd.Stdout, cmd.Stderr = &out, &complaint
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		d.t.Fatalf("kindhum %s: %v", strings.Join(args, " "), err)
	}
	return said{cmd.ProcessState.ExitCode(), out.String(), complaint.String()}
}

// must runs a kindhum command that has to succeed, and returns what it printed.
func (d *desk) must(args ...string) string {
	d.t.Helper()
	s := d.run(args...)
	if s.code != 0 || s.err != "" {
		d.t.Fatalf("kindhum %s: exit %d, %q", strings.Join(args, " "), s.code, s.err)
	}
	return s.out
}

// status is what `kindhum status --json` prints, as far as the tests look at it.
type status struct {
	State    string
	Phase    *string
	Fullness *float64
	Elapsed  *float64
	Length   *float64
	Volume   int
	Muted    bool
	Sound    *string
	Window   bool
	PID      *int
}

func (s status) sound() string {
	if s.Sound == nil {
		return ""
	}
	return *s.Sound
}

func (d *desk) status() status {
	d.t.Helper()
	var s status
	out := d.must("status", "--json")
	if err := json.Unmarshal([]byte(out), &s); err != nil {
		d.t.Fatalf("status is no JSON: %v: %s", err, out)
	}
	return s
}

// statusAt is a status, and when it was so: where the machine is busy the answer may come late, and is asked for again.
func (d *desk) statusAt() (s status, at time.Time) {
	d.t.Helper()
	d.until(20*time.Second, "status answers within 0.2 s", func() bool {
		asked := time.Now()
		s = d.status()
		took := time.Since(asked)
		at = asked.Add(took / 2)
		return took < 200*time.Millisecond
	})
	return s, at
}

// process is one process of the program on a desk.
type process struct {
	pid  int
	role string // player, sound, show; "" for the program alone
}

// processes are those of the program that run on this desk, known by its runtime folder in their environment.
func (d *desk) processes() []process {
	entries, err := os.ReadDir("/proc")
	if err != nil {
		d.t.Errorf("processes: %v", err)
	}
	var all []process
	for _, entry := range entries {
		pid, err := strconv.Atoi(entry.Name())
		if err != nil {
			continue
		}
		// What has ended meanwhile cannot be read, and counts as not there.
		env, _ := os.ReadFile(filepath.Join("/proc", entry.Name(), "environ"))
		line, _ := os.ReadFile(filepath.Join("/proc", entry.Name(), "cmdline"))
		words := strings.Split(string(line), "\x00")
		if !bytes.Contains(env, []byte("XDG_RUNTIME_DIR="+d.path("run")+"\x00")) || filepath.Base(words[0]) != "kindhum" {
			continue
		}
		all = append(all, process{pid, strings.Join(words[1:min(2, len(words))], "")})
	}
	return all
}

// signal tells a process something. There must be one: 0 would be all that belong to the test.
func (d *desk) signal(pid int, what syscall.Signal) {
	d.t.Helper()
	if pid <= 0 {
		d.t.Fatalf("there is no process to be told: %v", what)
	}
	if err := syscall.Kill(pid, what); err != nil {
		d.t.Fatalf("%v: %v", what, err)
	}
}

// pid is the process of a role, or 0.
func (d *desk) pid(role string) int {
	for _, p := range d.processes() {
		if p.role == role {
			return p.pid
		}
	}
	return 0
}
