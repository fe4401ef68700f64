package control

import (
	"context"
	"errors"
	"net"
	"sync"

	"github.com/creachadair/jrpc2"
	"github.com/creachadair/jrpc2/handler"
)

// MethodRaise asks a window to come forward.
const MethodRaise = "raise"

// ServeWindow answers second launches on the window's socket, until l is closed: raise is called,
// on a goroutine of its own, with the caller's desktop (an activation token may be in it).
func ServeWindow(l net.Listener, raise func(desktop map[string]string)) error {
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
			})}
			rpc := jrpc2.NewServer(methods, &jrpc2.ServerOptions{DisableBuiltin: true}).Start(requests{line(conn)})
			_ = rpc.Wait()
			_ = conn.Close() // the server closed it, or the peer did
		})
	}
}

// Raise brings the open window forward, or says ErrNoWindow.
func Raise(ctx context.Context, dir string, h Hello) error {
	conn, err := (&net.Dialer{}).DialContext(ctx, "unix", Socket(dir, RoleWindow))
	if err != nil {
		return ErrNoWindow
	}
	rpc := jrpc2.NewClient(line(conn), nil)
	_, err = rpc.Call(ctx, MethodRaise, h)
	return errors.Join(err, rpc.Close())
}

// ErrNoWindow says that no window is open.
var ErrNoWindow = errors.New("no window is open")
