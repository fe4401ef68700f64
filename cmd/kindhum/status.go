package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"

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
			var snap control.Snapshot
			dir, err := control.Dir()
			if err == nil && follow {
				return followStatus(c.Context(), dir, c.ErrOrStderr(), print)
			}
			if err == nil {
				snap, err = current(c.Context())
			}
			if err != nil { // whatever hinders it, a status there is
				complain(c.ErrOrStderr(), err)
				snap = nobody(c.Context(), dir)
			}
			return print(snap.Status)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "one JSON object")
	c.Flags().BoolVar(&follow, "follow", false, "go on: an object a line on every change")
	return c
}

// complain says what hinders a status, which is given all the same.
func complain(to io.Writer, err error) {
	_, _ = fmt.Fprintf(to, "kindhum: %s\n", oneLine(err)) // there is nowhere else to say it
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

// followStatus prints whenever anything but elapsed time and fullness changes, until it is interrupted. Where it cannot
// follow, it says so after what there is.
func followStatus(ctx context.Context, dir string, complaints io.Writer, print func(control.Status) error) error {
	link := control.NewLink(dir, hello(), func() control.Snapshot { return nobody(ctx, dir) })
	ended := make(chan error, 1)
	go func() { ended <- link.Run(ctx) }()
	last := ""
	news := func(snap control.Snapshot) error {
		key := (control.Snapshot{Status: snap.Status}).Key()
		if key == last {
			return nil
		}
		last = key
		return print(snap.Status)
	}
	for {
		select {
		case snap := <-link.Snapshots():
			if err := news(snap); err != nil {
				return err
			}
		case err := <-ended:
			if ctx.Err() != nil {
				return nil // interrupted: that is how it ends
			}
			complain(complaints, err)
			return news(nobody(ctx, dir))
		}
	}
}

func printStatus(out io.Writer, s control.Status, asJSON bool) error {
	if asJSON {
		s.Elapsed, s.Length = rounded(s.Elapsed), rounded(s.Length)
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

// rounded is round where there is a time.
func rounded(seconds *float64) *float64 {
	if seconds == nil {
		return nil
	}
	to := round(*seconds)
	return &to
}

// round is a time in seconds to the millisecond: what comes after it is only how computers halve numbers.
func round(seconds float64) float64 { return math.Round(seconds*1000) / 1000 }

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
