package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"kindhum/app/choice"
	"kindhum/app/control"
	"kindhum/app/store"
)

func statusCommand(out io.Writer) *cobra.Command {
	var asJSON, follow bool
	c := &cobra.Command{
		Use: "status", Short: "Say what plays", Args: noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			print := func(s control.Status) error { return printStatus(out, s, asJSON) }
			if follow {
				return followStatus(c.Context(), print)
			}
			snap, err := current(c.Context())
			if err != nil { // whatever hinders it, a status there is
				_, _ = fmt.Fprintf(c.ErrOrStderr(), "kindhum: %s\n", oneLine(err))
				snap = nobody(c.Context(), "")
			}
			return print(snap.Status)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "one JSON object")
	c.Flags().BoolVar(&follow, "follow", false, "go on: an object a line on every change")
	return c
}

// current is what there is now, player or not.
func current(ctx context.Context) (control.Snapshot, error) {
	dir, err := control.Dir()
	if err != nil {
		return control.Snapshot{}, err
	}
	ctx, cancel := context.WithTimeout(ctx, answerWithin)
	defer cancel()
	c, err := control.Dial(ctx, dir, hello())
	if err == nil {
		defer c.Close() //nolint:errcheck // the answer is what counts
		snap, err := c.Snapshot(ctx)
		if !errors.Is(err, control.ErrCutOff) {
			return snap, err
		}
	} else if !errors.Is(err, control.ErrNoPlayer) && !errors.Is(err, control.ErrCutOff) {
		return control.Snapshot{}, err
	}
	return nobody(ctx, dir), nil
}

// nobody is the snapshot of a machine on which no player runs, with the sound that would be heard.
func nobody(ctx context.Context, dir string) control.Snapshot {
	sound := choice.DefaultSound()
	err := withStore(io.Discard, func(s *store.Store) (err error) {
		sound, err = s.Sound(ctx)
		return err
	})
	if err != nil {
		sound = choice.DefaultSound() // what a player would use too
	}
	return control.Idle(sound, version, control.Answers(dir, control.RoleWindow))
}

// followStatus prints whenever anything but elapsed time and fullness changes, until it is interrupted.
func followStatus(ctx context.Context, print func(control.Status) error) error {
	dir, err := control.Dir()
	if err != nil {
		return err
	}
	link := control.NewLink(dir, hello(), func() control.Snapshot { return nobody(ctx, dir) })
	ended := make(chan error, 1)
	go func() { ended <- link.Run(ctx) }()
	last := ""
	for {
		select {
		case snap := <-link.Snapshots():
			if key := (control.Snapshot{Status: snap.Status}).Key(); key != last {
				last = key
				if err := print(snap.Status); err != nil {
					return err
				}
			}
		case err := <-ended:
			if ctx.Err() != nil {
				return nil // interrupted: that is how it ends
			}
			return err
		}
	}
}

func printStatus(out io.Writer, s control.Status, asJSON bool) error {
	if asJSON {
		return json.NewEncoder(out).Encode(s)
	}
	text := s.State
	if s.Practice != nil {
		text += ", " + *s.Practice
	}
	if s.Elapsed != nil {
		text += fmt.Sprintf(", %.0f s", *s.Elapsed)
		if s.Length != nil {
			text += fmt.Sprintf(" of %.0f s", *s.Length)
		}
	}
	if s.Phase != nil {
		text += ", " + *s.Phase
	}
	text += fmt.Sprintf("; %s at %g Hz, volume %d", s.Voice, s.Pitch, s.Volume)
	if s.Muted {
		text += ", muted"
	}
	if s.Sound != nil && *s.Sound != control.SoundOK {
		text += ", sound " + *s.Sound
	}
	_, err := fmt.Fprintln(out, text)
	return err
}

// withStore opens the store for one use. What has happened to it is told on the error stream.
func withStore(tell io.Writer, use func(*store.Store) error) error {
	s, err := store.Open("")
	if err != nil {
		return err
	}
	err = use(s)
	if notice := s.Notice(); notice != "" && tell != io.Discard {
		if _, e := fmt.Fprintf(tell, "kindhum: %s\n", notice); e == nil {
			err = errors.Join(err, s.Told(context.Background()))
		}
	}
	return errors.Join(err, s.Close())
}
