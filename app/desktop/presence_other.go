//go:build !linux

package desktop

import "context"

// Presence is the player's presence on the desktop. On this platform it shows nothing.
type Presence struct{}

// NewPresence is a presence that shows nothing.
func NewPresence(Options) *Presence { return &Presence{} }

// Show does nothing.
func (p *Presence) Show(State) {}

// Find does nothing.
func (p *Presence) Find(string) {}

// Hosted is false: there is no tray.
func (p *Presence) Hosted() bool { return false }

// Say shows nothing, and says so.
func (p *Presence) Say(_ Notification, shown func(bool)) {
	if shown != nil {
		go shown(false)
	}
}

// Unsay does nothing.
func (p *Presence) Unsay() {}

// Run returns when ctx is done.
func (p *Presence) Run(ctx context.Context, _ Player) { <-ctx.Done() }

// Serve returns when ctx is done.
func Serve(ctx context.Context, _ Player) { <-ctx.Done() }
