package control

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
)

// Launch starts a process of this program that outlives this one, with args, and waits until it
// has closed its standard output, which it does when it can be reached or has ended.
func Launch(ctx context.Context, args ...string) error {
	exe, err := os.Executable()
	if err != nil {
		return fmt.Errorf("own program: %w", err)
	}
	ready, its, err := os.Pipe()
	if err != nil {
		return fmt.Errorf("pipe to the new process: %w", err)
	}
	defer ready.Close() //nolint:errcheck // nothing was written to it
	cmd := exec.Command(exe, args...)
	cmd.Stdout, cmd.Dir, cmd.SysProcAttr = its, root, detached()
	err = cmd.Start()
	_ = its.Close() // it is the child's now
	if err != nil {
		return fmt.Errorf("%s: %w", args[0], err)
	}
	over := make(chan error, 1)
	go func() {
		_, err := io.Copy(io.Discard, ready)
		over <- err
	}()
	go func() { _ = cmd.Wait() }() // leaves no dead child behind while this process lives
	select {
	case err := <-over:
		return err
	case <-ctx.Done():
		return fmt.Errorf("%s does not answer: %w", args[0], ctx.Err())
	}
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
		if err := Launch(ctx, "player"); err != nil {
			return nil, err
		}
		if !Answers(dir, RolePlayer) {
			// It gave up at once: say so instead of trying for ever.
			return nil, errors.New("the player could not start; \"kindhum player\" in a terminal says why")
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
	cmd.SysProcAttr = detached()
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("new process: %w", err)
	}
	return cmd.Process.Release()
}
