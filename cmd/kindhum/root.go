package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
)

// streams are where a command reads and writes.
type streams struct {
	in       io.ReadCloser
	out, err io.Writer
}

// usage is an error of how the command was called.
type usage struct{ error }

// usagef makes one.
func usagef(format string, args ...any) error { return usage{fmt.Errorf(format, args...)} }

// asUsage makes err one, if it is an error.
func asUsage(err error) error {
	if err == nil {
		return nil
	}
	return usage{err}
}

// run carries a command out and gives its exit status: 0 done, 1 could not, 2 wrong usage.
// What went wrong is one line on the error stream.
func run(ctx context.Context, args []string, s streams) int {
	root := commands(s)
	root.SetArgs(args)
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return 0
	}
	text := oneLine(err)
	_, _ = fmt.Fprintf(s.err, "kindhum: %s\n", text) // there is nowhere else to say it
	var wrong usage
	if errors.As(err, &wrong) || strings.HasPrefix(text, "unknown command") {
		return 2
	}
	return 1
}

// oneLine is an error as one line for the person.
func oneLine(err error) string {
	if errors.Is(err, context.Canceled) {
		return "interrupted"
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return "the player does not answer; if it hangs, end its process and try once more"
	}
	return strings.Join(strings.Fields(err.Error()), " ")
}

// commands is the whole command line.
func commands(s streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "kindhum",
		Short: "Breathe kindly: a soft circle, a gentle hum, a few kind words",
		Long: `Breathe kindly: a soft circle of light opens and settles with the breath, a
gentle hum lasts as long as the out-breath, and a few kind words come and go.

Without a command it opens the window, or brings the open one forward.`,
		Version:           version,
		Args:              noArgs,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
		RunE:              func(c *cobra.Command, _ []string) error { return show(c.Context()) },
	}
	root.SetFlagErrorFunc(flagError)
	root.SetVersionTemplate("kindhum {{.Version}}\n")
	root.Flags().Bool("version", false, "print the version")
	root.AddCommand(beginCommand(), momentCommand(), toneCommand(), showCommand(), volumeCommand(s.out),
		statusCommand(s.out), renderCommand(), listCommand(s.out, s.err), logCommand(s.out), versionCommand(s.out),
		playerCommand(), soundCommand(s), manualCommand(s.out))
	root.AddCommand(wishCommands()...)
	complete(root)
	helpOrNone(root)
	return root
}

// helpOrNone has the help command refuse words that are no command.
func helpOrNone(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	for _, c := range root.Commands() {
		if c.Name() != "help" {
			continue
		}
		c.Run = nil
		c.RunE = func(_ *cobra.Command, args []string) error {
			about, _, err := root.Find(args)
			if err != nil || about == root && len(args) > 0 {
				return noArgs(root, args)
			}
			about.InitDefaultHelpFlag()
			return about.Help()
		}
	}
}

// flagError says in our words what the flags' parser says in its own.
func flagError(c *cobra.Command, err error) error {
	text := err.Error()
	if what, _, is := strings.Cut(text, ": strconv.ParseBool"); is {
		return usagef("%s: say true or false", what)
	}
	if c.Name() == "volume" && strings.HasPrefix(text, "unknown shorthand flag") {
		return usagef("volume takes a whole number from 0 to 100") // "-5" was meant as one
	}
	return usage{err}
}

// noArgs refuses words where none belong.
func noArgs(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if !c.HasParent() {
		return usagef("there is no command %q; kindhum --help lists them", args[0])
	}
	return usagef("%s takes no %q", c.CommandPath(), args[0])
}

func versionCommand(out io.Writer) *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Print the version", Args: noArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(out, "kindhum", version)
			return err
		},
	}
}
