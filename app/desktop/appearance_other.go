//go:build !linux

package desktop

import "context"

// WatchAppearance returns when ctx is done. On this platform it knows of no wish.
func WatchAppearance(ctx context.Context, _ func(Appearance)) { <-ctx.Done() }
