package journal

import (
	"encoding/csv"
	"io"
	"iter"
	"strconv"
	"strings"
)

// columns are what the CSV holds: a row for each session, and one for each note, which names its session by
// id where it has one. Times are of RFC 3339, lengths in seconds; length is empty for an open session.
var columns = []string{
	"kind", "id", "session", "time", "practice", "pattern", "length", "elapsed", "breaths",
	"voice", "pitch", "ended", "question", "text",
}

func writeCSV(out io.Writer, entries iter.Seq2[Entry, error]) error {
	to := csv.NewWriter(out)
	if err := to.Write(columns); err != nil {
		return err
	}
	for e, err := range entries {
		if err != nil {
			return err
		}
		for _, row := range asRows(e) {
			for i, cell := range row {
				row[i] = guard(rows(cell))
			}
			if err := to.Write(row); err != nil {
				return err
			}
		}
	}
	to.Flush()
	return to.Error()
}

func asRows(e Entry) [][]string {
	var all [][]string
	session := ""
	if s := e.Session; s != nil {
		session = strconv.FormatInt(s.ID, 10)
		length := ""
		if s.Length != 0 {
			length = number(s.Length.Seconds())
		}
		all = append(all, []string{
			"session", session, "", moment(s.Start), s.Practice, s.Pattern, length, number(s.Elapsed.Seconds()),
			strconv.Itoa(s.Breaths), s.Voice, number(s.Pitch), s.Ended, "", "",
		})
	}
	for _, n := range e.Notes {
		all = append(all, []string{
			"note", strconv.FormatInt(n.ID, 10), session, moment(n.Written), "", "", "", "", "", "", "", "", n.Question, n.Text,
		})
	}
	return all
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// rows gives a text the one end of a row that every reader of CSV leaves as it is.
func rows(text string) string {
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}

// formula is what a spreadsheet may take for the beginning of a formula (owasp.org, CSV Injection).
const formula = "=+-@\t\n＝＋－＠"

// guard puts an apostrophe before what a spreadsheet would reckon instead of showing. What begins with
// apostrophes and then such a sign gets one more, so that taking one away is always right.
func guard(cell string) string {
	if rest := strings.TrimLeft(cell, "'"); rest != "" && strings.ContainsAny(firstRune(rest), formula) {
		return "'" + cell
	}
	return cell
}

func firstRune(s string) string {
	for i := range s {
		if i > 0 {
			return s[:i]
		}
	}
	return s
}
