package sight

import (
	"context"
	"errors"
	"testing"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

func TestWhatTheDisplaySays(t *testing.T) {
	visible := func(state byte) xgb.Event { return xproto.VisibilityNotifyEvent{State: state} }
	s := state{mapped: true}
	for i, c := range []struct {
		event xgb.Event
		seen  bool
	}{
		{visible(xproto.VisibilityUnobscured), true},
		{visible(xproto.VisibilityPartiallyObscured), true},
		{visible(xproto.VisibilityFullyObscured), false},
		{visible(xproto.VisibilityPartiallyObscured), true},
		{xproto.UnmapNotifyEvent{}, false},
		{xproto.ConfigureNotifyEvent{}, false},
		{xproto.MapNotifyEvent{}, true},
		{visible(xproto.VisibilityFullyObscured), false},
		{xproto.UnmapNotifyEvent{}, false},
		{xproto.MapNotifyEvent{}, true},
	} {
		if got := s.take(c.event).seen(); got != c.seen {
			t.Errorf("%d, %v: seen %v", i, c.event, got)
		}
	}
}

func TestOnlyTheMachinesOwnDisplayIsAsked(t *testing.T) {
	for display, is := range map[string]bool{
		":0": true, ":10.1": true, "unix:0": true, "/tmp/launch/x:0": true,
		"": false, "0": false, "localhost:10.0": false, "there:0": false, "tcp/there:0": false,
	} {
		if local(display) != is {
			t.Errorf("%q counts as local: %v", display, !is)
		}
	}
	t.Setenv("DISPLAY", "there:0")
	if err := Watch(context.Background(), 1, nil); !errors.Is(err, ErrNone) {
		t.Errorf("another machine's display: %v", err)
	}
}
