package audio

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"

	"kindhum/audio/device"
)

// process is a child as the keeper handles it.
type process interface {
	io.Writer           // its standard input
	Reports() io.Reader // its standard output
	CloseInput() error
	Kill() error
	// Wait returns when the process has ended and all of Reports was read, with why it ended,
	// as far as that is known. It is called once.
	Wait() error
}

// command is a process of the operating system.
type command struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out io.ReadCloser
	err tail
}

var _ process = (*command)(nil)

// start starts cmd as a child. It gives it an environment in which no sound
// server can be found across a network, also by libraries that read it before we do.
func start(cmd *exec.Cmd) (process, error) {
	c := &command{cmd: cmd}
	cmd.Env = localOnly(cmd.Environ())
	cmd.Stderr = &c.err
	cmd.WaitDelay = time.Second // somebody else may hold its standard error open
	var err error
	if c.in, err = cmd.StdinPipe(); err != nil {
		return nil, fmt.Errorf("sound process: %w", err)
	}
	if c.out, err = cmd.StdoutPipe(); err != nil {
		return nil, fmt.Errorf("sound process: %w", err)
	}
	if err = leisurely(cmd.Start); err != nil {
		return nil, fmt.Errorf("sound process: %w", err)
	}
	return c, nil
}

func (c *command) Write(p []byte) (int, error) { return c.in.Write(p) }
func (c *command) Reports() io.Reader          { return c.out }
func (c *command) CloseInput() error           { return c.in.Close() }
func (c *command) Kill() error                 { return c.cmd.Process.Kill() }

func (c *command) Wait() error {
	err := c.cmd.Wait()
	if line := c.err.line(); err != nil && line != "" {
		return fmt.Errorf("sound process: %w: %s", err, line)
	}
	if err != nil {
		return fmt.Errorf("sound process: %w", err)
	}
	return nil
}

// localOnly is env with a PULSE_SERVER that names sockets of this machine only.
func localOnly(env []string) []string {
	const key = "PULSE_SERVER="
	var named, runtime string
	kept := make([]string, 0, len(env)+1)
	for _, v := range env {
		switch {
		case strings.HasPrefix(v, key):
			named = v[len(key):]
			continue
		case strings.HasPrefix(v, "XDG_RUNTIME_DIR="):
			runtime = v[len("XDG_RUNTIME_DIR="):]
		}
		kept = append(kept, v)
	}
	return append(kept, key+device.Local(named, runtime, os.Getuid()))
}
