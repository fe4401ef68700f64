package main

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// complete teaches the commands what a shell may offer where a word is begun: the practices, and the values of
// flags. Where nothing is known nothing is offered; files are for --out alone.
func complete(root *cobra.Command) {
	all := offers()
	root.CompletionOptions.SetDefaultShellCompDirective(cobra.ShellCompDirectiveNoFileComp)
	for _, c := range root.Commands() {
		// What is returned is about flags that are not there, or taught twice.
		c.Flags().VisitAll(func(f *pflag.Flag) {
			if offer, known := all[f.Name]; known && !f.Hidden {
				_ = c.RegisterFlagCompletionFunc(f.Name, offer)
			}
		})
		_ = c.MarkFlagFilename("out", "wav", "flac")
		if name := c.Name(); name == "begin" || name == "render" {
			c.ValidArgsFunction = offerPractices
		}
	}
}

// offers are the values of flags, or examples where there are many.
func offers() map[string]cobra.CompletionFunc {
	return map[string]cobra.CompletionFunc{
		"bells":   these("on", "off"),
		"cue":     these("air", "off"),
		"fade":    these("none", "10s", "30s", "2m", "5m"),
		"for":     these("10m", "20m", "30m", "1h"),
		"format":  these("text", "csv", "json"),
		"lead-in": these("0s", "3s", "10s"),
		"length":  these("20s", "1m", "5m", "10m", "20m", "1h", "open"),
		"pattern": offerListed("patterns", "pattern", "title"),
		"pitch":   these("528", "264", "132"),
		"swell":   these("off", "12s", "30s"),
		"voice":   offerListed("voices", "id", "about"),
		"words":   these("on", "off"),
	}
}

// inOrder keeps a shell from sorting what it offers, and from offering files too.
const inOrder = cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder

func these(values ...cobra.Completion) cobra.CompletionFunc {
	return cobra.FixedCompletions(values, inOrder)
}

// offerListed offers what the list command lists, each with a few words about it. Whatever hinders the list, a
// shell can do no more than offer nothing.
func offerListed(what, value, about string) cobra.CompletionFunc {
	return func(c *cobra.Command, _ []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		var out bytes.Buffer
		var items []map[string]any
		code := run(c.Context(), []string{"list", what, "--json"}, streams{out: &out, err: io.Discard})
		if code != 0 || json.Unmarshal(out.Bytes(), &items) != nil {
			return nil, inOrder
		}
		var all []cobra.Completion
		for _, item := range items {
			text, _ := item[value].(string)
			words, _ := item[about].(string)
			all = append(all, cobra.CompletionWithDesc(text, words))
		}
		return all, inOrder
	}
}

// offerPractices offers them where no practice is named yet.
func offerPractices(c *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, inOrder
	}
	return offerListed("practices", "id", "title")(c, args, begun)
}
