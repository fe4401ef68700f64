package control

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// Role is which of the two servers a place belongs to.
type Role string

// The roles that serve.
const (
	RolePlayer Role = "control"
	RoleWindow Role = "window"
)

// ErrTaken says that another process holds the role and answers on its socket.
var ErrTaken = errors.New("another one is running")

// Dir is the folder of the locks and sockets, made if need be, for its owner alone:
// $XDG_RUNTIME_DIR/kindhum, or a folder of one's own under the temporary one. An error says
// what is wrong with it.
func Dir() (string, error) {
	dir := runtimeDir()
	if len(Socket(dir, RolePlayer)) > longestSocket {
		return "", fmt.Errorf("runtime folder %s: its name is too long for a socket; set XDG_RUNTIME_DIR to a shorter one", dir)
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fmt.Errorf("runtime folder: %w; %s", err, otherFolder)
	}
	// Somebody else's folder in a shared place must not be trusted.
	if err := checkOwner(dir); err != nil {
		return "", fmt.Errorf("runtime folder %s: %w; remove it, or set XDG_RUNTIME_DIR", dir, err)
	}
	return dir, nil
}

// otherFolder is what to do where the runtime folder cannot be used.
const otherFolder = "set XDG_RUNTIME_DIR to a folder of your own"

// longestSocket is how long the path of a socket may be everywhere: sun_path has 104 bytes on
// macOS, 108 on Linux.
const longestSocket = 103

// Socket is the path of a role's socket in dir.
func Socket(dir string, role Role) string { return filepath.Join(dir, string(role)+".sock") }

// Place is a role that this process holds: its lock and its socket.
type Place struct {
	net.Listener
	lock *flock.Flock
}

// Claim takes the role in dir. While another process holds the lock, it waits for one of two
// things: the other answers (ErrTaken), or it ends and the role is ours. Only the holder of the lock
// replaces a stale socket.
func Claim(ctx context.Context, dir string, role Role) (*Place, error) {
	lock := flock.New(filepath.Join(dir, string(role)+".lock"), flock.SetPermissions(0o600))
	for {
		held, err := lock.TryLock()
		if err != nil {
			return nil, fmt.Errorf("lock of the %s: %w", role, err)
		}
		if held {
			return listen(dir, role, lock)
		}
		if Answers(dir, role) {
			return nil, ErrTaken
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("lock of the %s: held by a process that does not answer: %w", role, ctx.Err())
		case <-time.After(20 * time.Millisecond): // a file lock has no event to wait for
		}
	}
}

func listen(dir string, role Role, lock *flock.Flock) (*Place, error) {
	path := Socket(dir, role)
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, errors.Join(fmt.Errorf("stale socket: %w", err), lock.Unlock())
	}
	l, err := net.Listen("unix", path)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("socket of the %s: %w", role, err), lock.Unlock())
	}
	// The folder keeps others out already; the mode says so once more.
	if err := os.Chmod(path, 0o600); err != nil {
		return nil, errors.Join(fmt.Errorf("socket of the %s: %w", role, err), l.Close(), lock.Unlock())
	}
	return &Place{Listener: l, lock: lock}, nil
}

// Close unlinks the socket first and gives the lock back last, so that nobody reaches a
// process that is about to end, and nobody replaces the socket of one that lives.
func (p *Place) Close() error {
	return errors.Join(p.Listener.Close(), p.lock.Unlock())
}

// Answers reports whether somebody accepts connections on the role's socket.
func Answers(dir string, role Role) bool {
	conn, err := net.DialTimeout("unix", Socket(dir, role), time.Second)
	if err != nil {
		return false
	}
	_ = conn.Close() // it was opened to see whether it opens
	return true
}
