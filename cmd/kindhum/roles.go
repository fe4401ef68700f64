package main

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"kindhum/app/control"
	"kindhum/app/desktop"
	"kindhum/app/player"
	"kindhum/app/practice"
	"kindhum/app/store"
	"kindhum/assets"
	"kindhum/audio"
	"kindhum/audio/device"
)

// playerCommand is the process that owns the session. Other commands start it.
func playerCommand() *cobra.Command {
	var stay bool
	c := &cobra.Command{
		Use: "player", Short: "Own the session (started by itself)", Args: noArgs, Hidden: true,
		RunE: func(c *cobra.Command, _ []string) error { return play(c.Context(), stay) },
	}
	c.Flags().BoolVar(&stay, "stay", false, "stay in the tray, with nothing playing too")
	return c
}

func play(ctx context.Context, stay bool) error {
	dir, err := control.Dir()
	if err != nil {
		return err
	}
	claim, cancel := context.WithTimeout(ctx, startWithin)
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
	library, err := practice.Load(assets.Practices())
	if err != nil {
		return errors.Join(err, place.Close(), s.Close())
	}
	exe, err := os.Executable()
	if err != nil {
		return errors.Join(err, place.Close(), s.Close())
	}
	spoken := &tongue{}
	p := player.New(player.Options{
		Dir: dir, Version: version, Store: s, Practices: library, Own: ownShelf().Practices,
		Sound: audio.NewKeeper(func() *exec.Cmd { return exec.Command(exe, "sound") }),
		Words: player.Words{System: systems(), Languages: assets.Languages(), Notices: spoken.notices},
		Outside: player.Outside{
			Desk: desktop.NewPresence(desktop.Options{Text: spoken.text, Count: spoken.count}), Stay: stay, Open: openWindow, Shut: shutWindow,
		},
	})
	// Closing the standard output tells whoever waits that the player can be reached.
	err = os.Stdout.Close()
	time.AfterFunc(leanAfter, lean)
	return errors.Join(err, p.Run(ctx, place), s.Close())
}

// leanAfter is how long a role takes to start, and a little more.
const leanAfter = 2 * time.Second

// soundCommand is the process that makes the sound. The player starts it.
func soundCommand(s streams) *cobra.Command {
	return &cobra.Command{
		Use: "sound", Short: "Make the sound (started by the player)", Args: noArgs, Hidden: true,
		RunE: func(c *cobra.Command, _ []string) error {
			// The player may be killed while a report is due: the end of the input is to be
			// noticed then, and the sound faded.
			signal.Ignore(syscall.SIGPIPE)
			// One processor is all that a sound wants: it saves a tenth of its time, which the runtime
			// would spend on waking others, and it plays as well on a busy machine. The variable
			// GOMAXPROCS will not do: a package below Fyne sets as many as there are when it is
			// initialised (github.com/anthonynsimon/bild/parallel).
			runtime.GOMAXPROCS(1)
			time.AfterFunc(leanAfter, lean)
			return audio.Child(c.Context(), s.in, s.out, func() (device.Device, error) {
				return device.Open(device.Options{Name: "Kindhum"})
			})
		},
	}
}
