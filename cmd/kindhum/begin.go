package main

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"kindhum/app/control"
	"kindhum/app/desktop"
)

const (
	// answerWithin is how long a player that runs may take to answer.
	answerWithin = 5 * time.Second
	// startWithin is how long whatever is started may take until it answers: fifty launches at once, on a machine that is
	// busy as it is, took up to 15 s.
	startWithin = 20 * time.Second
)

func beginCommand() *cobra.Command {
	var sound soundFlags
	var session sessionFlags
	c := &cobra.Command{
		Use: "begin [PRACTICE]", Short: "Start a session",
		Long: `Start a session, in a window of its own. PRACTICE is an id or a title; "kindhum list
practices" has them. What is not said is as it was last chosen, or else the default; what is said
holds for this session alone.`,
		RunE: func(c *cobra.Command, args []string) error {
			b, err := begin(c, args, &sound, &session)
			if err != nil {
				return err
			}
			return start(c.Context(), b)
		},
	}
	sound.add(c)
	session.add(c)
	c.Flags().BoolVar(&session.hidden, "hidden", false, "open no window")
	return c
}

// begin is the wish that the flags come to.
func begin(c *cobra.Command, args []string, sound *soundFlags, session *sessionFlags) (control.Begin, error) {
	change, err := session.change(c, args)
	if err != nil {
		return control.Begin{}, err
	}
	sounds, err := sound.change(c)
	return control.Begin{
		Session: change, Sound: sounds, Lang: session.lang, System: systems(), Seed: session.seed, Hidden: session.hidden,
	}, err
}

func momentCommand() *cobra.Command {
	var hidden bool
	c := &cobra.Command{
		Use: "moment", Short: "A kind moment: twenty seconds, at once", Args: noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return start(c.Context(), control.Begin{Moment: true, System: systems(), Hidden: hidden})
		},
	}
	c.Flags().BoolVar(&hidden, "hidden", false, "open no window")
	return c
}

// start sends the wish, and opens a window in a process of its own unless that was not wished.
func start(ctx context.Context, b control.Begin) error {
	if !b.Hidden {
		if err := screen("add --hidden to breathe with the sound alone"); err != nil {
			return err
		}
	}
	if err := ask(ctx, control.MethodBegin, b); err != nil {
		return err
	}
	if b.Hidden {
		return nil
	}
	return openWindow(ctx, desktop.Environment())
}

func toneCommand() *cobra.Command {
	var sound soundFlags
	var tone toneFlags
	var session sessionFlags
	c := &cobra.Command{
		Use: "tone", Short: "The hum as a calm background tone; opens no window", Args: noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			change, err := sound.change(c)
			if err != nil {
				return err
			}
			how, err := tone.change(c)
			if err != nil {
				return err
			}
			if _, err := session.change(c, nil); err != nil {
				return err
			}
			return ask(c.Context(), control.MethodTone, control.Tone{Tone: how, Sound: change, Hidden: true})
		},
	}
	sound.add(c)
	tone.add(c)
	session.idle(c)
	return c
}

// hello is how this process introduces itself.
func hello() control.Hello {
	return control.Hello{Version: version, Desktop: desktop.Environment()}
}

// ask sends a wish to the player, and starts one if there is none.
func ask(ctx context.Context, method string, params any) error {
	dir, err := control.Dir()
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, startWithin)
	defer cancel()
	return control.Ask(ctx, dir, hello(), method, params)
}
