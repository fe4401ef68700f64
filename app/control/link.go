package control

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/fsnotify/fsnotify"
)

// Link follows whatever player there is: it connects when one starts, and comes back by itself
// when it ends and another starts. It never starts one unless a wish needs it.
type Link struct {
	dir   string
	hello Hello
	idle  func() Snapshot // what there is when no player runs
	out   chan Snapshot
	mu    sync.Mutex
	now   *Client // the player that is connected, or nil
}

// NewLink follows the player in dir. idle says what to show while none runs; it is called on a
// goroutine of the link's.
func NewLink(dir string, h Hello, idle func() Snapshot) *Link {
	return &Link{dir: dir, hello: h, idle: idle, out: make(chan Snapshot, 1)}
}

// Snapshots gives the newest snapshot, whoever made it.
func (l *Link) Snapshots() <-chan Snapshot { return l.out }

// Do carries a wish to the player. Begin, Tone, Try and Stay start one if there is none; anything else
// is then ErrNoPlayer.
func (l *Link) Do(ctx context.Context, method string, params any) error {
	if method == MethodBegin || method == MethodTone || method == MethodTry || method == MethodStay {
		return Ask(ctx, l.dir, Hello{Version: l.hello.Version, Desktop: l.hello.Desktop}, method, params)
	}
	l.mu.Lock()
	c := l.now
	l.mu.Unlock()
	if c == nil {
		return ErrNoPlayer
	}
	return c.Call(ctx, method, params)
}

// Run follows until ctx is done. Its error says why the folder cannot be watched.
func (l *Link) Run(ctx context.Context) error {
	watch, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("watch of %s: %w", l.dir, err)
	}
	defer watch.Close() //nolint:errcheck // it only read
	if err := watch.Add(l.dir); err != nil {
		return fmt.Errorf("watch of %s: %w", l.dir, err)
	}
	for ctx.Err() == nil {
		if err := l.follow(ctx); err != nil && !errors.Is(err, ErrNoPlayer) && ctx.Err() == nil {
			return err
		}
		l.show(l.idle())
		if !appears(ctx, watch, Socket(l.dir, RolePlayer)) {
			break
		}
	}
	return ctx.Err()
}

// follow stays with one player until it has gone.
func (l *Link) follow(ctx context.Context) error {
	c, err := Dial(ctx, l.dir, l.hello)
	if errors.Is(err, ErrCutOff) {
		return ErrNoPlayer
	}
	if err != nil {
		return err
	}
	defer l.leave(c)
	l.mu.Lock()
	l.now = c
	l.mu.Unlock()
	snap, err := c.Subscribe(ctx)
	if err != nil {
		return ErrNoPlayer
	}
	for {
		l.show(snap)
		select {
		case snap = <-c.Changes():
		case <-c.Gone():
			return ErrNoPlayer
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (l *Link) leave(c *Client) {
	l.mu.Lock()
	l.now = nil
	l.mu.Unlock()
	_ = c.Close() // it is gone, or we are
}

// show replaces the snapshot that nobody took yet. Only Run's goroutine calls it.
func (l *Link) show(s Snapshot) {
	select {
	case <-l.out:
	default:
	}
	l.out <- s
}

// appears waits until path is made. It is false when there is nothing more to wait for.
func appears(ctx context.Context, watch *fsnotify.Watcher, path string) bool {
	for {
		select {
		case e, ok := <-watch.Events:
			if !ok {
				return false
			}
			// A socket is made by bind and opened by listen just after; its mode is set last.
			if e.Name == path && e.Has(fsnotify.Chmod|fsnotify.Create) {
				return true
			}
		case _, ok := <-watch.Errors:
			if !ok {
				return false
			}
		case <-ctx.Done():
			return false
		}
	}
}
