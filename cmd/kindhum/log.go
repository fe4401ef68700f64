package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"kindhum/app/choice"
	"kindhum/app/store"
)

func logCommand(out io.Writer) *cobra.Command {
	var format, since string
	c := &cobra.Command{
		Use: "log", Short: "Print the sessions there were, oldest first", Args: noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			write, ok := map[string]func(io.Writer, []logItem) error{"text": logText, "csv": logCSV, "json": logJSON}[format]
			if !ok {
				return usagef("--format is text, csv or json, not %q", format)
			}
			from, err := date(since)
			if err != nil {
				return err
			}
			return withStore(c.ErrOrStderr(), func(s *store.Store) error {
				records, err := s.Log(c.Context(), from)
				if err != nil {
					return err
				}
				items := []logItem{}
				for _, r := range records {
					items = append(items, logged(r))
				}
				return write(out, items)
			})
		},
	}
	c.Flags().StringVar(&format, "format", "text", "text, csv or json")
	c.Flags().StringVar(&since, "since", "", "from this day on, such as 2026-01-31")
	return c
}

// date reads a day, or a moment of RFC 3339.
func date(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	if day, err := time.ParseInLocation(time.DateOnly, s, time.Local); err == nil {
		return day, nil
	}
	moment, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return moment, usagef("--since is a day such as 2026-01-31, not %q", s)
	}
	return moment, nil
}

// logItem is a session as it is printed. Times are in seconds.
type logItem struct {
	ID       int64    `json:"id"`
	Start    string   `json:"start"` // RFC 3339
	Practice string   `json:"practice"`
	Pattern  string   `json:"pattern"`
	Length   *float64 `json:"length"` // as asked for; null when open
	Elapsed  float64  `json:"elapsed"`
	Breaths  int      `json:"breaths"`
	Voice    string   `json:"voice"`
	Pitch    float64  `json:"pitch"`
	Ended    string   `json:"ended"` // time, stopped, replaced, tone; "" when it was cut off or still goes on
}

func logged(r store.Record) logItem {
	item := logItem{
		ID: r.ID, Start: r.Start.Local().Format(time.RFC3339), Practice: r.Practice, Pattern: r.Pattern,
		Elapsed: round(r.Elapsed.Seconds()), Breaths: r.Breaths, Voice: r.Voice, Pitch: r.Pitch, Ended: r.How,
	}
	if r.Length != choice.Open {
		length := round(r.Length.Seconds())
		item.Length = &length
	}
	return item
}

func logText(out io.Writer, items []logItem) error {
	rows := make([][]string, 0, len(items))
	for _, i := range items {
		start, err := time.Parse(time.RFC3339, i.Start)
		if err != nil {
			return err
		}
		elapsed := time.Duration(i.Elapsed * float64(time.Second)).Round(time.Second)
		rows = append(rows, []string{start.Format("2006-01-02 15:04"), i.Practice, i.Pattern, elapsed.String()})
	}
	return table(out, rows)
}

func logCSV(out io.Writer, items []logItem) error {
	w := csv.NewWriter(out)
	rows := [][]string{{"id", "start", "practice", "pattern", "length", "elapsed", "breaths", "voice", "pitch", "ended"}}
	number := func(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
	for _, i := range items {
		length := ""
		if i.Length != nil {
			length = number(*i.Length)
		}
		rows = append(rows, []string{
			strconv.FormatInt(i.ID, 10), i.Start, i.Practice, i.Pattern, length, number(i.Elapsed),
			strconv.Itoa(i.Breaths), i.Voice, number(i.Pitch), i.Ended,
		})
	}
	return w.WriteAll(rows)
}

func logJSON(out io.Writer, items []logItem) error {
	if err := json.NewEncoder(out).Encode(items); err != nil {
		return fmt.Errorf("log: %w", err)
	}
	return nil
}
