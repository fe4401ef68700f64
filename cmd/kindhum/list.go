package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"kindhum/app/choice"
	"kindhum/app/practice"
	"kindhum/assets"
)

func listCommand(out, complaints io.Writer) *cobra.Command {
	var asJSON bool
	var lang string
	c := &cobra.Command{
		Use: "list practices|patterns|voices", Short: "List what there is to choose from",
		ValidArgs: []string{"practices", "patterns", "voices"},
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("list takes one of practices, patterns, voices")
			}
			code, err := asked(lang)
			if err != nil {
				return err
			}
			words, err := spoken(c.Context(), code)
			if err != nil {
				return err
			}
			rows, all, err := listed(c.Context(), strings.ToLower(args[0]), words, complaints)
			if err != nil {
				return err
			}
			if asJSON {
				return json.NewEncoder(out).Encode(all)
			}
			return table(out, rows)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "a JSON array")
	c.Flags().StringVar(&lang, "lang", "", "the language of the words (default the system's)")
	return c
}

// listed is what a word names: as rows of text, and as values for JSON. What cannot be read is a complaint, and
// everything else is listed all the same.
func listed(ctx context.Context, what string, words assets.Words, complaints io.Writer) (rows [][]string, all any, err error) {
	switch what {
	case "practices":
		library, own, err := practices()
		if err != nil {
			return nil, nil, err
		}
		for _, trouble := range own.Troubles {
			if _, err := fmt.Fprintln(complaints, "kindhum:", trouble); err != nil {
				return nil, nil, err
			}
		}
		items := []practiceItem{}
		for _, p := range library.In(words.Language()).All() {
			items = append(items, practiceItem{p.ID, p.Title, p.About, p.Pattern.String(), steps(p)})
			rows = append(rows, []string{p.ID, p.Title, p.About})
		}
		return rows, items, nil
	case "patterns":
		items := []patternItem{}
		for _, p := range choice.Patterns() {
			n := words.Pattern(p.ID)
			items = append(items, patternItem{p.ID, p.Pattern, n.Title, n.About, n.Caution})
			rows = append(rows, []string{p.Pattern, n.Title, strings.TrimSpace(n.About + " " + n.Caution)})
		}
		for i, p := range ownPatterns(ctx) {
			n := assets.Named{Title: p.Name, About: words.Text("own_pattern")}
			if p.Careful() {
				n.Caution = words.Text("pattern_caution")
			}
			items = append(items, patternItem{fmt.Sprintf("own-%d", i+1), p.Pattern, n.Title, n.About, n.Caution})
			rows = append(rows, []string{p.Pattern, n.Title, strings.TrimSpace(n.About + " " + n.Caution)})
		}
		return rows, items, nil
	case "voices":
		items := []voiceItem{}
		for _, id := range choice.Voices() {
			n := words.Voice(id)
			items = append(items, voiceItem{id, n.Title, n.About})
			rows = append(rows, []string{id, n.Title, n.About})
		}
		return rows, items, nil
	}
	return nil, nil, usagef("there is no list of %q; there are practices, patterns, voices", what)
}

// practiceItem is a practice as `list practices --json` shows it.
type practiceItem struct {
	ID      string     `json:"id"`
	Title   string     `json:"title"`
	About   string     `json:"about"`
	Pattern string     `json:"pattern"`
	Steps   []stepItem `json:"steps"`
}

// patternItem is a pattern as `list patterns --json` shows it.
type patternItem struct {
	ID      string `json:"id"`
	Pattern string `json:"pattern"`
	Title   string `json:"title"`
	About   string `json:"about"`
	Caution string `json:"caution,omitempty"`
}

// voiceItem is a voice as `list voices --json` shows it.
type voiceItem struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	About string `json:"about"`
}

type stepItem struct {
	Title string   `json:"title"`
	Lines []string `json:"lines"`
}

func steps(p practice.Practice) []stepItem {
	items := make([]stepItem, 0, len(p.Steps))
	for _, s := range p.Steps {
		items = append(items, stepItem{s.Title, s.Lines})
	}
	return items
}

func table(out io.Writer, rows [][]string) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		if _, err := fmt.Fprintln(w, strings.Join(row, "\t")); err != nil {
			return err
		}
	}
	return w.Flush()
}
