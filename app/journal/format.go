package journal

import (
	"fmt"
	"io"
	"iter"
	"time"
)

// Format is a kind of file that a journal can be exported to.
type Format uint8

// The formats. Markdown is to be read, CSV is for a spreadsheet, JSON for other programs; the latter two hold all there is.
const (
	Markdown Format = iota
	CSV
	JSON
)

// Extension is how the name of such a file ends, with its dot.
func (f Format) Extension() string {
	return [...]string{".md", ".csv", ".json"}[f]
}

// Write writes entries in the order in which they come. Words are those of the Markdown. An error is that of
// the entries or of out; what was written by then is not whole.
func (f Format) Write(out io.Writer, entries iter.Seq2[Entry, error], w Words) error {
	var err error
	switch f {
	case CSV:
		err = writeCSV(out, entries)
	case JSON:
		err = writeJSON(out, entries)
	default:
		err = writeMarkdown(out, entries, w)
	}
	if err != nil {
		return fmt.Errorf("journal: %w", err)
	}
	return nil
}

// exact is RFC 3339 to the millisecond, with the offset of the zone.
const exact = "2006-01-02T15:04:05.000Z07:00"

func moment(at time.Time) string { return at.Format(exact) }
