package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"kindhum/app/choice"
	"kindhum/app/control"
	"kindhum/app/store"
)

// wishCommands are the commands for a running player that take no words.
func wishCommands() []*cobra.Command {
	var all []*cobra.Command
	for _, w := range []struct{ method, short string }{
		{control.MethodPause, "Pause what plays"},
		{control.MethodResume, "Go on after a pause, at the same place of the breath"},
		{control.MethodToggle, "Pause, or go on"},
		{control.MethodStop, "End what plays; the sound fades"},
		{control.MethodEase, "Stop the pacing and soften the hum, or bring both back"},
		{control.MethodLonger, "Add a minute"},
	} {
		all = append(all, &cobra.Command{
			Use: w.method, Short: w.short, Args: noArgs,
			RunE: func(c *cobra.Command, _ []string) error { return tell(c.Context(), w.method, nil) },
		})
	}
	return all
}

// tell sends a wish to the player there is. It starts none.
func tell(ctx context.Context, method string, params any) error {
	dir, err := control.Dir()
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, answerWithin)
	defer cancel()
	c, err := control.Dial(ctx, dir, hello())
	if err != nil {
		return err
	}
	defer c.Close() //nolint:errcheck // the answer is what counts
	err = c.Call(ctx, method, params)
	if errors.Is(err, control.ErrCutOff) {
		return control.ErrNoPlayer // it was just ending
	}
	return err
}

func volumeCommand(out io.Writer) *cobra.Command {
	return &cobra.Command{
		Use: "volume [0..100]", Short: "Print the volume, or set and remember it", Args: cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			switch len(args) {
			case 0:
				snap, err := current(c.Context())
				if err != nil {
					return err
				}
				_, err = fmt.Fprintln(out, snap.Sound.Volume)
				return err
			case 1:
				n, err := choice.ParseWhole(args[0], choice.MinVolume, choice.MaxVolume)
				if err != nil {
					return usagef("volume %q is %w", args[0], err)
				}
				return setVolume(c.Context(), int(n))
			}
			return usagef("volume takes one number from 0 to 100")
		},
	}
}

// setVolume is heard at once where something plays, and remembered everywhere.
func setVolume(ctx context.Context, n int) error {
	err := tell(ctx, control.MethodSet, control.Set{Sound: choice.SoundChange{Volume: &n}, Remember: true})
	if !errors.Is(err, control.ErrNoPlayer) {
		return err
	}
	return withStore(io.Discard, func(s *store.Store) error {
		sound, err := s.Sound(ctx)
		if err != nil {
			return err
		}
		sound.Volume = n
		return s.SetSound(ctx, sound)
	})
}
