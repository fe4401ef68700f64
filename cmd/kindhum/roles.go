package main

import (
	"context"
	"errors"
	"os"
	"os/exec"

	"github.com/spf13/cobra"

	"kindhum/app/control"
	"kindhum/app/player"
	"kindhum/app/store"
	"kindhum/assets"
	"kindhum/audio"
	"kindhum/audio/device"
)

// playerCommand is the process that owns the session. Other commands start it.
func playerCommand() *cobra.Command {
	return &cobra.Command{
		Use: "player", Short: "Own the session (started by itself)", Args: noArgs, Hidden: true,
		RunE: func(c *cobra.Command, _ []string) error { return play(c.Context()) },
	}
}

func play(ctx context.Context) error {
	dir, err := control.Dir()
	if err != nil {
		return err
	}
	claim, cancel := context.WithTimeout(ctx, answerWithin)
	defer cancel()
	place, err := control.Claim(claim, dir, control.RolePlayer)
	if errors.Is(err, control.ErrTaken) {
		return nil // whoever started this one can ask the other
	}
	if err != nil {
		return err
	}
	s, err := store.Open("")
	if err != nil {
		return errors.Join(err, place.Close())
	}
	library, err := practices()
	if err != nil {
		return errors.Join(err, place.Close(), s.Close())
	}
	words, err := assets.LoadWords("en")
	if err != nil {
		return errors.Join(err, place.Close(), s.Close())
	}
	exe, err := os.Executable()
	if err != nil {
		return errors.Join(err, place.Close(), s.Close())
	}
	p := player.New(player.Options{
		Dir: dir, Version: version, Store: s, Practices: library,
		Sound: audio.NewKeeper(func() *exec.Cmd { return exec.Command(exe, "sound") }),
		Notices: player.Notices{
			SoundLost: words.Text("sound_lost"), SoundNone: words.Text("sound_none"),
			Slept: words.Text("slept"), Ease: words.Lines("ease"),
		},
	})
	// Closing the standard output tells whoever waits that the player can be reached.
	err = os.Stdout.Close()
	return errors.Join(err, p.Run(ctx, place), s.Close())
}

// soundCommand is the process that makes the sound. The player starts it.
func soundCommand(s streams) *cobra.Command {
	return &cobra.Command{
		Use: "sound", Short: "Make the sound (started by the player)", Args: noArgs, Hidden: true,
		RunE: func(c *cobra.Command, _ []string) error {
			return audio.Child(c.Context(), s.in, s.out, func() (device.Device, error) {
				return device.Open(device.Options{Name: "Kindhum"})
			})
		},
	}
}
