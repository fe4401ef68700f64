package control

import (
	"context"
	"errors"
	"fmt"
	"net"
	"sync"

	"github.com/creachadair/jrpc2"
	"github.com/creachadair/jrpc2/handler"
)

// The methods a window answers.
const (
	MethodRaise = "raise" // Hello: come forward
	MethodShut  = "shut"  // close, as if the person did
)

// ServeWindow answers second launches on the window's socket, until l is closed: raise is called,
// on a goroutine of its own, with the caller's desktop (an activation token may be in it), and shut where the window is
// to close.
func ServeWindow(l net.Listener, raise func(desktop map[string]string), shut func()) error {
	var open sync.WaitGroup
	defer open.Wait()
	for {
		conn, err := l.Accept()
		if errors.Is(err, net.ErrClosed) {
			return nil
		}
		if err != nil {
			return err
		}
		open.Go(func() {
			methods := handler.Map{MethodRaise: handler.New(func(_ context.Context, h Hello) error {
				raise(h.Desktop)
				return nil
			}), MethodShut: handler.New(func(context.Context) error {
				shut()
				return nil
			})}
			rpc := jrpc2.NewServer(methods, &jrpc2.ServerOptions{DisableBuiltin: true}).Start(requests{line(conn)})
			_ = rpc.Wait()
			_ = conn.Close() // the server closed it, or the peer did
		})
	}
}

// Raise brings the open window forward, or says ErrNoWindow, also where it is gone before it has answered; or the error of ctx.
func Raise(ctx context.Context, dir string, h Hello) error {
	return callWindow(ctx, dir, MethodRaise, h)
}

// Shut asks the open window to close, with the errors of Raise.
func Shut(ctx context.Context, dir string) error { return callWindow(ctx, dir, MethodShut, nil) }

func callWindow(ctx context.Context, dir, method string, params any) error {
	conn, err := (&net.Dialer{}).DialContext(ctx, "unix", Socket(dir, RoleWindow))
	gone := err != nil
	if !gone {
		rpc := jrpc2.NewClient(line(conn), nil)
		defer rpc.Close() //nolint:errcheck // the answer is here
		_, err = rpc.Call(ctx, method, params)
		gone = cutOff(rpc, err)
	}
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return fmt.Errorf("window: %w", ctx.Err())
	case gone:
		return ErrNoWindow
	}
	return fmt.Errorf("window: %w", err)
}

// ErrNoWindow says that no window is open.
var ErrNoWindow = errors.New("no window is open")
