//go:build e2e

package main_test

import (
	"bufio"
	"errors"
	"fmt"
	"image"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// desk is a private desktop: an empty home, and as far as wished a display with a window
// manager, a session bus and a sound server. Nothing of the real desktop is touched, and
// everything on it ends with the test.
type desk struct {
	t       *testing.T
	dir     string // holds the home, the runtime folder and the screen
	env     []string
	screen  *screen
	speaker *speaker
}

// with says what there is on a desk; wide is a display with room for three windows side by side.
type with struct{ display, sound, wide bool }

// sit prepares a desk for a test.
func sit(t *testing.T, w with) *desk {
	t.Helper()
	dir, err := os.MkdirTemp("", "kh") // short: the path of a socket has room for about 100 bytes
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{t: t, dir: dir}
	t.Cleanup(d.leave)
	for _, folder := range []string{"run", "home", "screen"} {
		if err := os.Mkdir(d.path(folder), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	// Without a configuration ALSA finds no card: no test may reach the speakers of whoever runs it.
	if err := os.WriteFile(d.path("asound.conf"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	d.env = []string{
		"PATH=" + os.Getenv("PATH"), "LANG=C.UTF-8", "USER=" + os.Getenv("USER"),
		"HOME=" + d.path("home"), "XDG_RUNTIME_DIR=" + d.path("run"),
		"XDG_CONFIG_HOME=" + d.path("home/.config"), "XDG_DATA_HOME=" + d.path("home/.local/share"),
		"XDG_CACHE_HOME=" + d.path("home/.cache"), "XDG_STATE_HOME=" + d.path("home/.local/state"),
		"PULSE_SERVER=unix:" + d.path("run/pulse/native"), "ALSA_CONFIG_PATH=" + d.path("asound.conf"),
		"LIBGL_ALWAYS_SOFTWARE=1",
	}
	d.startBus()
	if w.sound {
		d.speaker = newSpeaker(d)
		d.speaker.start()
	}
	if w.display {
		size := image.Pt(800, 900)
		if w.wide {
			size.X = 1600
		}
		d.startScreen(size)
	}
	return d
}

func (d *desk) path(name string) string { return filepath.Join(d.dir, name) }

// command is a program on this desk. Should the test itself be killed, the kernel ends the program.
func (d *desk) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Env, cmd.Dir = d.env, d.dir
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	return cmd
}

// start starts a program that stays until the desk is left. What it says goes into a file of its name.
func (d *desk) start(cmd *exec.Cmd) *exec.Cmd {
	d.t.Helper()
	said, err := os.OpenFile(d.path(filepath.Base(cmd.Path)+".log"), os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		d.t.Fatal(err)
	}
	defer said.Close() //nolint:errcheck // the program has a copy of its own
	if cmd.Stdout == nil {
		cmd.Stdout = said
	}
	cmd.Stderr = said
	if err := cmd.Start(); err != nil {
		d.t.Fatalf("%s: %v (make test installs what is missing)", cmd.Path, err)
	}
	d.t.Cleanup(func() { end(cmd) })
	return cmd
}

// end ends a program with all that it started, and collects it. It may clean up after itself, but not for long.
func end(cmd *exec.Cmd) {
	if cmd.ProcessState != nil {
		return
	}
	_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM) // it may be gone already
	late := time.AfterFunc(3*time.Second, func() { _ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) })
	defer late.Stop()
	_ = cmd.Wait() // that it was ended is its error
}

// crash kills a program without warning, and collects it.
func crash(cmd *exec.Cmd) {
	if cmd.ProcessState == nil {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) // it may be gone already
		_ = cmd.Wait()                                      // that it was killed is its error
	}
}

// startTelling starts a program that writes one line to file descriptor 3 when it is ready, and returns the line.
func (d *desk) startTelling(cmd *exec.Cmd) string {
	d.t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		d.t.Fatal(err)
	}
	defer read.Close() //nolint:errcheck // only read from
	cmd.ExtraFiles = []*os.File{write}
	d.start(cmd)
	if err := errors.Join(write.Close(), read.SetReadDeadline(time.Now().Add(20*time.Second))); err != nil {
		d.t.Fatal(err)
	}
	line, err := bufio.NewReader(read).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) || line == "" {
		d.t.Fatalf("%s is not ready: %v", cmd.Path, err)
	}
	return strings.TrimSpace(line)
}

func (d *desk) startBus() {
	d.t.Helper()
	d.env = append(d.env, "DBUS_SESSION_BUS_ADDRESS="+d.startTelling(d.busAt("bus")))
}

// busAt is a bus whose socket is at a path of the desk. It starts nothing of what the machine has: a desktop's portals would
// take their time, and other answers on each machine.
func (d *desk) busAt(path string) *exec.Cmd {
	d.t.Helper()
	conf := d.path(path + ".conf")
	err := os.WriteFile(conf, fmt.Appendf(nil, `<busconfig><type>session</type><listen>unix:path=%s</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`, d.path(path)), 0o600)
	if err != nil {
		d.t.Fatal(err)
	}
	return d.command("dbus-daemon", "--config-file="+conf, "--nofork", "--nopidfile", "--print-address=3")
}

// leave ends whatever of the program is still there and removes the desk. When the test failed, what the
// desk's programs said is shown.
func (d *desk) leave() {
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for deadline := time.Now().Add(5 * time.Second); time.Now().Before(deadline); <-tick.C {
		left := d.processes()
		if len(left) == 0 {
			break
		}
		for _, p := range left {
			_ = syscall.Kill(p.pid, syscall.SIGKILL) // it may just have ended
		}
	}
	if d.t.Failed() {
		logs, _ := filepath.Glob(d.path("*.log")) // the pattern is well formed
		for _, log := range logs {
			if said, err := os.ReadFile(log); err == nil && len(said) > 0 {
				d.t.Logf("%s:\n%s", filepath.Base(log), said[max(0, len(said)-2000):])
			}
		}
	}
	if err := os.RemoveAll(d.dir); err != nil {
		d.t.Errorf("the desk is not quite removed: %v", err)
	}
}

// until looks every 20 ms whether something has come true, where there is no event to wait for.
func (d *desk) until(within time.Duration, what string, is func() bool) {
	d.t.Helper()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for deadline := time.Now().Add(within); !is(); <-tick.C {
		if time.Now().After(deadline) {
			d.t.Fatalf("within %v it did not happen: %s", within, what)
		}
	}
}
