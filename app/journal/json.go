package journal

import (
	"encoding/json"
	"io"
	"iter"
)

// jsonEntry is an entry as it is exported. Times are of RFC 3339, lengths in seconds. A note of its own has
// the fields of the second half alone, a session those of the first, with its notes in it.
type jsonEntry struct {
	Kind string `json:"kind"` // session or note
	ID   int64  `json:"id"`
	Time string `json:"time"`
	*jsonSession
	*jsonText
}

type jsonSession struct {
	Practice string     `json:"practice"`
	Pattern  string     `json:"pattern"`
	Length   *float64   `json:"length"` // null when open
	Elapsed  float64    `json:"elapsed"`
	Breaths  int        `json:"breaths"`
	Voice    string     `json:"voice"`
	Pitch    float64    `json:"pitch"`
	Ended    string     `json:"ended"`
	Notes    []jsonNote `json:"notes"`
}

type jsonText struct {
	Question string `json:"question"` // "" where nothing was asked
	Text     string `json:"text"`
}

type jsonNote struct {
	ID   int64  `json:"id"`
	Time string `json:"time"`
	jsonText
}

func asJSON(e Entry) jsonEntry {
	if e.Session == nil {
		n := asJSONNote(e.Notes[0])
		return jsonEntry{Kind: "note", ID: n.ID, Time: n.Time, jsonText: &n.jsonText}
	}
	s := e.Session
	to := &jsonSession{
		Practice: s.Practice, Pattern: s.Pattern, Elapsed: s.Elapsed.Seconds(), Breaths: s.Breaths,
		Voice: s.Voice, Pitch: s.Pitch, Ended: s.Ended, Notes: []jsonNote{},
	}
	if s.Length != 0 {
		length := s.Length.Seconds()
		to.Length = &length
	}
	for _, n := range e.Notes {
		to.Notes = append(to.Notes, asJSONNote(n))
	}
	return jsonEntry{Kind: "session", ID: s.ID, Time: moment(s.Start), jsonSession: to}
}

func asJSONNote(n Note) jsonNote {
	return jsonNote{n.ID, moment(n.Written), jsonText{n.Question, n.Text}}
}

// writeJSON writes an array with a line for each entry.
func writeJSON(out io.Writer, entries iter.Seq2[Entry, error]) error {
	before := "["
	for e, err := range entries {
		if err != nil {
			return err
		}
		if e.Session == nil && len(e.Notes) == 0 {
			continue
		}
		if _, err := io.WriteString(out, before+"\n"); err != nil {
			return err
		}
		before = ","
		line := &oneLine{to: out}
		encoder := json.NewEncoder(line)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(asJSON(e)); err != nil {
			return err
		}
	}
	if before == "[" {
		_, err := io.WriteString(out, "[]\n")
		return err
	}
	_, err := io.WriteString(out, "\n]\n")
	return err
}

// oneLine leaves out the newline that an encoder ends with, so that the comma stands beside what it follows.
type oneLine struct{ to io.Writer }

func (l *oneLine) Write(p []byte) (int, error) {
	n := len(p)
	if n > 0 && p[n-1] == '\n' {
		p = p[:n-1]
	}
	if _, err := l.to.Write(p); err != nil {
		return 0, err
	}
	return n, nil
}
