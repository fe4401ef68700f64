// Package sight tells whether a window on X can be seen at all: whether others cover it wholly, and whether
// it is on the screen and not, say, on another desktop. It is for drawing nothing where nobody can see it. Where the
// display is not this machine's own it tells nothing: it opens no network connection. It never changes a window.
//
//	err := sight.Watch(ctx, id, func(seen bool) { ... })
package sight

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"strings"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// ErrNone is that there is no X display of this machine's own.
var ErrNone = errors.New("sight: no local X display")

// Watch watches the X window of an id until ctx ends, or the display does, and calls told with each change. At first
// a window counts as seen, and so it does wherever the display does not say otherwise: under a compositor, that keeps
// covered windows drawn, it is always seen while it is on the screen. told is called on Watch's own goroutine.
func Watch(ctx context.Context, id uint32, told func(seen bool)) error {
	display := os.Getenv("DISPLAY")
	if !local(display) {
		return ErrNone
	}
	xgb.Logger = log.New(io.Discard, "", 0) // it tells of every display without a key
	conn, err := xgb.NewConnDisplay(display)
	if err != nil {
		return fmt.Errorf("sight: %w", err)
	}
	defer context.AfterFunc(ctx, conn.Close)()
	const events = xproto.EventMaskVisibilityChange | xproto.EventMaskStructureNotify
	asked := xproto.ChangeWindowAttributesChecked(conn, xproto.Window(id), xproto.CwEventMask, []uint32{events})
	if err := asked.Check(); err != nil {
		conn.Close()
		return fmt.Errorf("sight: %w", err)
	}
	for s := (state{mapped: true}); ; {
		event, err := conn.WaitForEvent()
		if event == nil && err == nil {
			return nil // the connection is closed
		}
		if was := s.seen(); event != nil && s.take(event).seen() != was {
			told(s.seen())
		}
	}
}

// state is what the display has said of the window.
type state struct{ mapped, covered bool }

func (s *state) seen() bool { return s.mapped && !s.covered }

// take takes what the display says.
func (s *state) take(event xgb.Event) *state {
	switch e := event.(type) {
	case xproto.VisibilityNotifyEvent:
		s.covered = e.State == xproto.VisibilityFullyObscured
	case xproto.MapNotifyEvent:
		s.mapped, s.covered = true, false // if it is covered, that is said next
	case xproto.UnmapNotifyEvent:
		s.mapped = false
	}
	return s
}

// local reports whether a display is reached through a socket of this machine. X names a display [host]:number, where
// a host of "unix" or a path is a socket too.
func local(display string) bool {
	host, _, is := strings.Cut(display, ":")
	return is && (host == "" || host == "unix" || strings.HasPrefix(host, "/"))
}
