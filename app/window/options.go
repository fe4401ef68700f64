package window

import (
	"context"
	"io"

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
	Tone(ctx context.Context) (choice.Tone, error)
	SetTone(ctx context.Context, t choice.Tone) error
	Desktop(ctx context.Context) (store.Desktop, error)
	SetDesktop(ctx context.Context, d store.Desktop) error
	Reminders(ctx context.Context) (choice.Reminders, error)
	SetReminders(ctx context.Context, r choice.Reminders) error
	Patterns(ctx context.Context) ([]choice.OwnPattern, error)
	SetPatterns(ctx context.Context, all []choice.OwnPattern) error
	AddNote(ctx context.Context, session int64, text string) error
	SetUnfinished(ctx context.Context, u store.Unfinished) error
	KeepUnfinished(ctx context.Context) (notes int, practices []string, err error)
	Diary
	Notice() string
	Told(ctx context.Context) error
}

var _ Store = (*store.Store)(nil)

// Options is what Run needs. All but Locales, Raise, Around, Ending and Upkeep must be set.
type Options struct {
	Link    Link
	Store   Store
	Library *practice.Library
	Shelf   Shelf
	Version string
	Locales []string        // languages that the system is set to, the most wanted first
	Raise   <-chan struct{} // each value brings the window forward
	// Save writes a session's sound into a file; nothing is left of it when ctx ends or it fails. The
	// error is one line for the person. It calls progress on its own goroutine with the part that is
	// done, 0..1.
	Save func(ctx context.Context, what Saving, progress func(part float64)) error
	Around
	Ending
	Upkeep
}

// Ending is how the window ends where nobody closes it by hand.
type Ending struct {
	Shut <-chan struct{} // a value closes it, as the person would
	// Opened is called on the UI goroutine when the window was opened, nil is nobody. By then Fyne listens to the
	// signals that end a program.
	Opened func()
	// End ends the window when a value comes or it is closed: all is kept, and what plays goes on.
	End <-chan struct{}
}

// Around is what the window has of the desktop around it.
type Around struct {
	Music   string // the folder that is proposed for sound files
	Startup Startup
	// Appearance calls tell with what the person asks of the whole desktop, and again whenever that changes, on one goroutine,
	// until ctx ends; then it returns. Before the first call nothing is asked for. nil is nobody to ask.
	Appearance func(ctx context.Context, tell func(Appearance))
}

// Appearance is what the person may ask of the whole desktop for how things look.
type Appearance struct {
	LessMotion bool
	Contrast   bool // stronger contrast
}

// Upkeep is what the window costs, minded.
type Upkeep struct {
	// Settled is called some seconds after the window was opened, and after each session began, on a goroutine of its
	// own: what drawing them for the first time needed is needed no longer. nil is nobody.
	Settled func()
	// Frames is where the window writes one line about the frames that it drew, when it closes; nil is
	// nowhere, and nothing is counted.
	Frames io.Writer
}

// Startup is what starts with the desktop: "off", "window" or "tray". Where that is not the program's
// to set, both are nil. They are called off the UI goroutine, apart from Now when the settings are opened.
type Startup struct {
	Now func() string
	Set func(to string) error
}

// Saving is a session to be kept as a sound file, .wav or .flac by the end of its name.
type Saving struct {
	Title   string // that the file carries
	Session choice.Session
	Sound   choice.Sound
	Path    string
}
