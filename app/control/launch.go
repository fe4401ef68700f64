package control

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
)

// Launch starts a process of this program that outlives this one, with args, and waits until it
// has closed its standard output, which it does when it can be reached or has ended. What it said on its
// standard error until then is returned; it passes through a file in dir.
func Launch(ctx context.Context, dir string, args ...string) (said string, err error) {
	exe, err := os.Executable()
	if err != nil {
		return "", fmt.Errorf("own program: %w", err)
	}
	ready, its, err := os.Pipe()
	if err != nil {
		return "", fmt.Errorf("pipe to the new process: %w", err)
	}
	defer ready.Close() //nolint:errcheck // nothing was written to it
	// A file, not a pipe: the process outlives whoever would read that.
	words, err := os.CreateTemp(dir, ".words-*")
	if err != nil {
		_ = its.Close() // nobody has it
		return "", fmt.Errorf("runtime folder: %w; %s", err, otherFolder)
	}
	defer words.Close()           //nolint:errcheck // it is only read here
	defer os.Remove(words.Name()) //nolint:errcheck // it is the process's alone from now on
	cmd := exec.Command(exe, args...)
	cmd.Stdout, cmd.Stderr, cmd.Dir, cmd.SysProcAttr = its, words, root, detached()
	err = cmd.Start()
	_ = its.Close() // it is the child's now
	if err != nil {
		return "", fmt.Errorf("%s: %w", args[0], err)
	}
	over := make(chan error, 1)
	go func() {
		_, err := io.Copy(io.Discard, ready)
		over <- err
	}()
	go func() { _ = cmd.Wait() }() // leaves no dead child behind while this process lives
	select {
	case err := <-over:
		return lastWords(words), err
	case <-ctx.Done():
		if errors.Is(ctx.Err(), context.Canceled) {
			return "", ctx.Err() // it has time, but nobody waits any more
		}
		return "", fmt.Errorf("the %s does not answer within the time it has: %w", args[0], ctx.Err())
	}
}

// lastWords is the last line of a file, without the name of the program in front.
func lastWords(f *os.File) string {
	text := make([]byte, 4<<10)
	n, err := f.ReadAt(text, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return ""
	}
	lines := strings.Split(strings.TrimSpace(string(text[:n])), "\n")
	return strings.TrimPrefix(lines[len(lines)-1], "kindhum: ")
}

// Reach connects to the player in dir, and starts one if there is none.
func Reach(ctx context.Context, dir string, h Hello) (*Client, error) {
	for {
		c, err := Dial(ctx, dir, h)
		if err == nil {
			return c, nil
		}
		if !errors.Is(err, ErrNoPlayer) && !errors.Is(err, ErrCutOff) {
			return nil, err
		}
		said, err := Launch(ctx, dir, "player")
		if err != nil {
			return nil, err
		}
		if !Answers(dir, RolePlayer) {
			// It gave up at once: say so instead of trying for ever.
			return nil, fmt.Errorf("the player could not start: %s", cmp.Or(said, "it does not say why"))
		}
	}
}

// Ask reaches a player, starting one if need be, and sends it a wish. A player that ends
// without an answer is followed by a new one.
func Ask(ctx context.Context, dir string, h Hello, method string, params any) error {
	for {
		c, err := Reach(ctx, dir, h)
		if err != nil {
			return err
		}
		err = c.Call(ctx, method, params)
		_ = c.Close() // the answer is here
		if !errors.Is(err, ErrCutOff) {
			return err
		}
	}
}

// Detach starts cmd as a process that outlives this one, and does not wait for it.
func Detach(cmd *exec.Cmd) error {
	cmd.Dir, cmd.SysProcAttr = root, detached()
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("new process: %w", err)
	}
	go func() { _ = cmd.Wait() }() // leaves no dead child behind while this process lives
	return nil
}
