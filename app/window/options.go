package window

import (
	"context"

	"kindhum/app/choice"
	"kindhum/app/control"
	"kindhum/app/practice"
	"kindhum/app/store"
)

// Link is what the window asks of the player. Its methods may be called concurrently.
type Link interface {
	// Do carries one of control's Method wishes, with the parameters of that name. Its error is one
	// line for the person, or control.ErrNoPlayer.
	Do(ctx context.Context, method string, params any) error
	// Snapshots gives the newest state of the player, idle where none runs.
	Snapshots() <-chan control.Snapshot
}

// Store is what the window remembers. Its methods may be called concurrently.
type Store interface {
	Window(ctx context.Context) (store.Window, error)
	SetWindow(ctx context.Context, w store.Window) error
	Session(ctx context.Context) (choice.Session, error)
	SetSession(ctx context.Context, s choice.Session) error
	Sound(ctx context.Context) (choice.Sound, error)
	SetSound(ctx context.Context, s choice.Sound) error
	AddNote(ctx context.Context, session int64, text string) error
	Diary
	Notice() string
	Told(ctx context.Context) error
}

var _ Store = (*store.Store)(nil)

// Options is what Run needs. All but Raise must be set.
type Options struct {
	Link    Link
	Store   Store
	Library *practice.Library
	Version string
	Raise   <-chan struct{} // each value brings the window forward
}
