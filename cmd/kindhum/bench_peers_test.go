//go:build e2e

package main_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// peer is another program on the desk that the window is measured beside. It stands still while others are measured.
type peer struct {
	d   *desk
	cmd *exec.Cmd
	id  string // its window
}

// pids are the processes of the peer.
func (p *peer) pids() []int { return tree(p.cmd.Process.Pid) }

// still stops a peer, or lets it go on.
func (p *peer) still(still bool) {
	what := syscall.SIGCONT
	if still {
		what = syscall.SIGSTOP
	}
	for _, pid := range p.pids() {
		_ = syscall.Kill(pid, what) // it may just have ended
	}
}

// taken is what the peer takes while it runs for a time, after a moment in which it finds its pace.
func (p *peer) taken(over time.Duration) load {
	p.still(false)
	defer p.still(true)
	<-time.After(2 * time.Second)
	return taken(p.pids, func() int { return 0 }, over)
}

// quit ends a peer at once.
func (p *peer) quit() {
	for _, pid := range p.pids() {
		_ = syscall.Kill(pid, syscall.SIGKILL)
	}
	crash(p.cmd)
}

// startPeer starts a program, waits for its window and lays that to a place.
func (d *desk) startPeer(cmd *exec.Cmd, title string, x, y string) *peer {
	d.t.Helper()
	p := &peer{d: d, cmd: d.start(cmd)}
	d.t.Cleanup(func() { // before it is ended: what is stopped does not end by asking
		if p.cmd.ProcessState == nil {
			p.quit()
		}
	})
	d.until(40*time.Second, "a window called "+title+" is shown", func() bool {
		found, err := d.command("xdotool", "search", "--onlyvisible", "--name", title).Output()
		p.id = digits.FindString(string(found))
		return err == nil && p.id != ""
	})
	p.move(x, y)
	return p
}

// move lays the peer's window to a place, over the others.
func (p *peer) move(x, y string) {
	p.d.t.Helper()
	p.d.xdo("windowactivate", "--sync", p.id, "windowmove", p.id, x, y)
}

// xdo has xdotool do something.
func (d *desk) xdo(args ...string) {
	d.t.Helper()
	if out, err := d.command("xdotool", args...).CombinedOutput(); err != nil {
		d.t.Fatalf("xdotool %v: %v, %s", args, err, out)
	}
}

// browser is Chromium where it is installed, or "".
func browser() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// startPage shows the reference page in a browser that does nothing else. Without a graphics card a browser
// draws by itself: that is what software OpenGL is for the window.
func (d *desk) startPage() *peer {
	d.t.Helper()
	page, err := filepath.Abs("testdata/reference.html")
	if err != nil {
		d.t.Fatal(err)
	}
	args := strings.Fields("--disable-gpu --disable-gpu-watchdog --disable-hang-monitor --no-first-run --no-default-browser-check " +
		"--disable-background-networking --disable-component-update --disable-sync --disable-default-apps --disable-extensions " +
		"--autoplay-policy=no-user-gesture-required --password-store=basic --window-size=480,720")
	if os.Geteuid() == 0 {
		args = append(args, "--no-sandbox")
	}
	profile, err := os.MkdirTemp(d.path("."), "browser")
	if err != nil {
		d.t.Fatal(err)
	}
	args = append(args, "--user-data-dir="+profile, "--app=file://"+page)
	return d.startPeer(d.command(browser(), args...), "Reference", "1080", "30")
}

// startEmpty opens a window with nothing in it.
func (d *desk) startEmpty() *peer {
	d.t.Helper()
	path, err := filepath.Abs("../../build/emptywindow")
	if err == nil {
		_, err = os.Stat(path)
	}
	if err != nil {
		d.t.Fatalf("the empty window is not built: %v (make bench-window builds it)", err)
	}
	return d.startPeer(d.command(path), "Empty", "550", "30")
}

// repaint has the empty window repaint all the time, or stops that.
func (p *peer) repaint() { _ = syscall.Kill(p.cmd.Process.Pid, syscall.SIGUSR1) }
