package journal

import (
	"bufio"
	"io"
	"iter"
	"strings"
	"time"
)

// writeMarkdown writes a heading for each entry, what the session was or what was asked, and each note as
// a quotation.
func writeMarkdown(out io.Writer, entries iter.Seq2[Entry, error], w Words) error {
	to := bufio.NewWriter(out)
	paragraph := func(text string) {
		to.WriteString("\n" + escaped(Line(text, len(text)))[0] + "\n") //nolint:errcheck // Flush tells
	}
	to.WriteString("# " + escaped(w.Text("journal"))[0] + "\n") //nolint:errcheck // Flush tells
	for e, err := range entries {
		if err != nil {
			return err
		}
		to.WriteString("\n## " + escaped(dated(e.At(), w))[0] + "\n") //nolint:errcheck // Flush tells
		if e.Session != nil {
			paragraph(What(*e.Session, w))
		}
		for _, n := range e.Notes {
			if strings.TrimSpace(n.Question) != "" {
				paragraph(n.Question)
			}
			to.WriteString(quoted(n.Text)) //nolint:errcheck // Flush tells
		}
	}
	return to.Flush()
}

// dated is a moment in words, with its year, and as a clock shows it, with the offset of its zone.
func dated(at time.Time, w Words) string {
	return When(at, at.AddDate(-1, 0, 0), w) + at.Format(" (15:04 -07:00)")
}

// quoted is a text as a quotation that keeps its rows. What is blank is nothing.
func quoted(text string) string {
	lines := escaped(strings.Trim(strings.TrimRight(rows(text), " \t"), "\n"))
	var b strings.Builder
	for i, line := range lines {
		switch {
		case strings.TrimSpace(line) == "":
			b.WriteString(">\n")
		case i+1 < len(lines) && strings.TrimSpace(lines[i+1]) != "":
			b.WriteString("> " + line + "  \n") // the row ends here
		default:
			b.WriteString("> " + line + "\n")
		}
	}
	if strings.Trim(b.String(), ">\n") == "" {
		return ""
	}
	return "\n" + b.String()
}
