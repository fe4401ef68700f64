package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kindhum/assets"
)

// manualCommand prints the manual page, in the language of man(7), out of the definitions of the commands. It
// bears no date, so that one source always gives one page. cobra's own writer is not used: it makes a page of
// every command, with a date, and mandoc has complaints about each of their options.
func manualCommand(out io.Writer) *cobra.Command {
	return &cobra.Command{
		Use: "manual", Short: "Print the manual page (for the installation)", Args: noArgs, Hidden: true,
		RunE: func(c *cobra.Command, _ []string) error {
			_, err := io.WriteString(out, manual(c.Root()))
			return err
		},
	}
}

func manual(root *cobra.Command) string {
	var b strings.Builder
	name := root.Name()
	fmt.Fprintf(&b, ".TH %s 1 \"\" \"Kindhum %s\" \"User Commands\"\n", strings.ToUpper(name), version)
	fmt.Fprintf(&b, ".nh\n.ad l\n.SH NAME\n%s \\- %s\n", name, roff(strings.ToLower(root.Short[:1])+root.Short[1:]))
	fmt.Fprintf(&b, ".SH SYNOPSIS\n.B %s\n.RI [ COMMAND \" [\" OPTIONS ]]\n", name)
	fmt.Fprintf(&b, ".SH DESCRIPTION\n%s.SH COMMANDS\n", paragraphs(root.Long))
	var takers []taker
	for _, c := range root.Commands() {
		if !c.IsAvailableCommand() || c.Name() == "help" {
			continue
		}
		text := c.Long
		if text == "" {
			text = c.Short + "."
		}
		word, rest, _ := strings.Cut(c.Use, " ")
		head := strings.TrimSpace("\\fB" + roff(word) + "\\fR " + roff(rest))
		fmt.Fprintf(&b, ".TP\n%s\n%s", head, paragraphs(text))
		var flags []string
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if f.Name != "help" && !f.Hidden {
				flags = append(flags, "--"+f.Name)
				takers = take(takers, f, c.Name())
			}
		})
		if len(flags) > 0 {
			b.WriteString(".br\n" + filled("Options: "+strings.Join(flags, ", ")+"."))
		}
	}
	b.WriteString(".SH OPTIONS\n")
	slices.SortStableFunc(takers, func(a, b taker) int { return strings.Compare(a.flag.Name, b.flag.Name) })
	for _, t := range takers {
		b.WriteString(t.entry())
	}
	b.WriteString(".TP\n\\fB\\-h\\fR, \\fB\\-\\-help\\fR\nHelp for any command.\n")
	return b.String() + assets.ManualSections()
}

// taker is a flag with the commands that take it.
type taker struct {
	flag     *pflag.Flag
	commands []string
}

// take notes that a command takes a flag; flags of one name that mean the same are one.
func take(all []taker, f *pflag.Flag, command string) []taker {
	for i, t := range all {
		if t.flag.Name == f.Name && t.flag.Usage == f.Usage && t.flag.DefValue == f.DefValue {
			all[i].commands = append(t.commands, command)
			return all
		}
	}
	return append(all, taker{f, []string{command}})
}

// entry is the flag as an item of the list of options.
func (t taker) entry() string {
	value := map[string]string{"bool": "", "int": "N", "uint64": "N"}
	placeholder, known := value[t.flag.Value.Type()]
	if !known {
		placeholder = "VALUE"
	}
	head := "\\fB" + roff("--"+t.flag.Name) + "\\fR"
	if t.flag.Shorthand != "" {
		head = "\\fB" + roff("-"+t.flag.Shorthand) + "\\fR, " + head
	}
	if placeholder != "" {
		head += " \\fI" + placeholder + "\\fR"
	}
	text := strings.ToUpper(t.flag.Usage[:1]) + t.flag.Usage[1:]
	if placeholder != "" && t.flag.DefValue != "" && !strings.Contains(text, "(default") {
		text += " (default " + t.flag.DefValue + ")"
	}
	return ".TP\n" + head + "\n" + filled(text+". For "+strings.Join(t.commands, ", ")+".")
}

// paragraphs are those of a text, parted by empty lines.
func paragraphs(text string) string {
	var all []string
	for _, p := range strings.Split(text, "\n\n") {
		all = append(all, filled(p))
	}
	return strings.Join(all, ".PP\n")
}

// filled is a text in lines of at most 78 bytes, each fit for roff.
func filled(text string) string {
	var b strings.Builder
	line := ""
	for _, word := range strings.Fields(text) {
		word = roff(word)
		if line != "" && len(line)+1+len(word) > 78 {
			b.WriteString(line + "\n")
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	return b.String() + line + "\n"
}

// roff keeps text from being taken for requests or hyphenation: groff_char(7).
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "--", `\-\-`, "'", `\(aq`).Replace(text)
	if strings.HasPrefix(text, ".") || strings.HasPrefix(text, "-") {
		text = `\&` + text
	}
	return text
}
