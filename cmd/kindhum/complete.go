package main

import (
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kindhum/app/choice"
)

// complete teaches the commands what a shell may offer where a word is begun: the practices, and the values of
// flags. Where nothing is known nothing is offered; files are for --out alone.
func complete(root *cobra.Command) {
	root.CompletionOptions.SetDefaultShellCompDirective(cobra.ShellCompDirectiveNoFileComp)
	for _, c := range root.Commands() {
		// What is returned is about flags that are not there, or taught twice.
		c.Flags().VisitAll(func(f *pflag.Flag) {
			if values, known := offers[f.Name]; known {
				_ = c.RegisterFlagCompletionFunc(f.Name, offer(values))
			}
		})
		_ = c.MarkFlagFilename("out", "wav", "flac")
		if name := c.Name(); name == "begin" || name == "render" {
			c.ValidArgsFunction = offerPractices
		}
	}
}

// offers are the values of flags, or examples where there are many.
var offers = map[string]func() []cobra.Completion{
	"voice": func() (all []cobra.Completion) {
		for _, v := range choice.Voices() {
			all = append(all, cobra.CompletionWithDesc(v.ID, v.About))
		}
		return all
	},
	"pattern": func() (all []cobra.Completion) {
		for _, p := range choice.Patterns() {
			all = append(all, cobra.CompletionWithDesc(p.Pattern, p.Title))
		}
		return all
	},
	"bells":   words("on", "off"),
	"cue":     words("air", "off"),
	"fade":    words("none", "10s", "30s", "2m", "5m"),
	"for":     words("10m", "20m", "30m", "1h"),
	"format":  words("text", "csv", "json"),
	"lead-in": words("0s", "3s", "10s"),
	"length":  words("20s", "1m", "5m", "10m", "20m", "1h", "open"),
	"pitch":   words("528", "264", "132"),
	"swell":   words("off", "12s", "30s"),
	"words":   words("on", "off"),
}

func words(all ...cobra.Completion) func() []cobra.Completion {
	return func() []cobra.Completion { return all }
}

// offer offers values in their order.
func offer(values func() []cobra.Completion) cobra.CompletionFunc {
	return func(_ *cobra.Command, _ []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return values(), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
	}
}

func offerPractices(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	library, err := practices()
	if err != nil || len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var all []cobra.Completion
	for _, p := range library.All() {
		all = append(all, cobra.CompletionWithDesc(p.ID, p.Title))
	}
	return all, cobra.ShellCompDirectiveNoFileComp
}
