package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"kindhum/app/breath"
	"kindhum/app/choice"
	"kindhum/app/window"
	"kindhum/audio/export"
)

func renderCommand() *cobra.Command {
	var sound soundFlags
	var session sessionFlags
	var out string
	c := &cobra.Command{
		Use: "render [PRACTICE] --out FILE.wav", Short: "Write a session's sound into a file",
		Long: `Write a session's sound into a file: the same sound as a session's, with no
display and no sound card. What is not said is the default, not what was
remembered, so that the same words always give the same file.`,
		RunE: func(c *cobra.Command, args []string) error {
			spec, err := rendered(c, args, &sound, &session)
			if err != nil {
				return err
			}
			if out == "" {
				return usagef("render needs --out FILE.wav, the file to write")
			}
			err = export.Render(c.Context(), spec, out, nil)
			if errors.Is(err, export.ErrTooLong) || errors.Is(err, export.ErrOpen) || errors.Is(err, export.ErrKind) {
				return usage{err}
			}
			if errors.Is(err, context.Canceled) {
				return errors.New(err.Error()) // it says so in its own words
			}
			return err
		},
	}
	sound.add(c)
	session.add(c)
	c.Flags().BoolVar(&session.hidden, "hidden", true, "it never opens a window")
	c.Flags().Lookup("hidden").Hidden = true
	session.seed = 1
	is := c.Flags().Lookup("seed")
	is.Usage, is.DefValue = "the same seed gives the same sound", is.Value.String()
	c.Flags().StringVarP(&out, "out", "o", "", "the file to write: FILE.wav or FILE.flac")
	return c
}

// rendered is what the flags come to, on top of the defaults.
func rendered(c *cobra.Command, args []string, sound *soundFlags, session *sessionFlags) (export.Spec, error) {
	change, err := session.change(c, args)
	if err != nil {
		return export.Spec{}, err
	}
	s, err := change.Apply(choice.DefaultSession())
	if err != nil {
		return export.Spec{}, asUsage(err)
	}
	sounds, err := sound.change(c)
	if err != nil {
		return export.Spec{}, err
	}
	chosen, err := sounds.Apply(choice.DefaultSound())
	if err != nil {
		return export.Spec{}, asUsage(err)
	}
	spec, err := specified(s, chosen, session.lang)
	spec.Seed = max(session.seed, 1)
	return spec, err
}

// specified is what a session with a sound comes to, titled in a language, "" being the first one. What makes no sense
// is an error of usage.
func specified(s choice.Session, sound choice.Sound, language string) (export.Spec, error) {
	what, err := find(s.Practice, language)
	if err != nil {
		return export.Spec{}, usage{err}
	}
	pattern := what.Pattern
	if s.Pattern != "" {
		if pattern, err = breath.Parse(s.Pattern); err != nil {
			return export.Spec{}, usage{err}
		}
	}
	line := breath.Timeline{Pattern: pattern, LeadIn: s.LeadIn}
	if s.Length != choice.Open {
		line.Breaths = breath.Count(pattern, s.Length)
	}
	return export.Spec{Title: what.Title, Timeline: line, Sound: sound, Seed: 1}, nil
}

// save is Options.Save of the window.
func save(ctx context.Context, what window.Saving, progress func(part float64)) error {
	what.Sound.Muted = false // a file of nothing is of no use to anybody
	spec, err := specified(what.Session, what.Sound, "")
	if err != nil {
		return err
	}
	spec.Title = what.Title
	return export.Render(ctx, spec, what.Path, func(done, total int64) { progress(float64(done) / float64(total)) })
}
