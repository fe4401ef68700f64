package practice

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"kindhum/app/breath"
)

// Draft is a practice as it stands in its file, with the lines that are switched off, for whoever changes it.
type Draft struct {
	ID      string
	Title   string
	About   string
	Pattern breath.Pattern
	Turns   bool
	Steps   []Part
	Head    string // the remarks that the file begins with, each row with its "#"
}

// Part is a step of a draft.
type Part struct {
	Title string
	Lines []Phrase // one at least
}

// Phrase is a line of a draft. One that is switched off is kept, and not said.
type Phrase struct {
	Text string
	Off  bool
}

// DraftOf is the draft that p comes from, without what was switched off in it.
func DraftOf(p Practice) Draft {
	d := Draft{ID: p.ID, Title: p.Title, About: p.About, Pattern: p.Pattern, Turns: p.Turns}
	for _, s := range p.Steps {
		part := Part{Title: s.Title}
		for _, l := range s.Lines {
			part.Lines = append(part.Lines, Phrase{Text: l})
		}
		d.Steps = append(d.Steps, part)
	}
	return d
}

// Clone is a copy that shares nothing with d.
func (d Draft) Clone() Draft {
	d.Steps = slices.Clone(d.Steps)
	for i := range d.Steps {
		d.Steps[i].Lines = slices.Clone(d.Steps[i].Lines)
	}
	return d
}

// Practice is what is said of d: without lines that are switched off or empty, and without steps that have no
// others. Where the step whose lines come in turn has none, nothing comes in turn.
func (d Draft) Practice() Practice {
	p := Practice{ID: d.ID, Title: d.Title, About: d.About, Pattern: d.Pattern, Turns: d.Turns}
	for i, part := range d.Steps {
		s := Step{Title: part.Title}
		for _, l := range part.Lines {
			if !l.Off && strings.TrimSpace(l.Text) != "" {
				s.Lines = append(s.Lines, l.Text)
			}
		}
		if len(s.Lines) > 0 {
			p.Steps = append(p.Steps, s)
		} else if i == len(d.Steps)-1 {
			p.Turns = false
		}
	}
	return p
}

// Check says what d lacks, or has too much of. The error is a *Fault, or nil.
func (d Draft) Check() error {
	if f := d.fault(); f != nil {
		return f
	}
	return nil
}

func (d Draft) fault() *Fault {
	switch {
	case d.ID == "" || strings.Trim(d.ID, "abcdefghijklmnopqrstuvwxyz0123456789-") != "":
		return fault("id", quote(d.ID)).at(-1, "id")
	case strings.TrimSpace(d.Title) == "":
		return fault("title").at(-1, "title")
	case len(d.Steps) > MaxSteps:
		return fault("steps", strconv.Itoa(MaxSteps)).at(MaxSteps, "")
	}
	for _, short := range []struct{ key, text string }{{"id", d.ID}, {"title", d.Title}, {"about", d.About}} {
		if utf8.RuneCountInString(short.text) > MaxShort || strings.ContainsAny(short.text, "\r\n") {
			return fault("short", strconv.Itoa(MaxShort)).at(-1, short.key)
		}
		if !shown(short.text) {
			return fault("letters").at(-1, short.key)
		}
	}
	for i, s := range d.Steps {
		if f := s.fault(i); f != nil {
			return f
		}
	}
	return nil
}

// fault is what is wrong with the i-th step.
func (s Part) fault(i int) *Fault {
	number := strconv.Itoa(i + 1)
	switch {
	case len(s.Lines) == 0:
		return fault("empty", number).at(i, "lines")
	case len(s.Lines) > MaxLines:
		return fault("lines", number, strconv.Itoa(MaxLines)).at(i, "lines")
	case utf8.RuneCountInString(s.Title) > MaxText:
		return fault("long", number, strconv.Itoa(MaxText)).at(i, "title")
	case !shown(s.Title):
		return fault("letters").at(i, "title")
	}
	for _, l := range s.Lines {
		if utf8.RuneCountInString(l.Text) > MaxText {
			return fault("long", number, strconv.Itoa(MaxText)).at(i, "lines")
		}
		if !shown(l.Text) {
			return fault("letters").at(i, "lines")
		}
	}
	return nil
}

// shown reports whether all of a text can be shown: a file of somebody else's must not steer a terminal.
func shown(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool {
		return r == utf8.RuneError || unicode.IsControl(r) && !strings.ContainsRune("\n\r\t", r)
	})
}

// Settle has phrases of the same words in a step be on or off together, as the file keeps it: off, where one of
// them is.
func (s *Part) Settle() {
	for i, l := range s.Lines {
		s.Lines[i].Off = slices.ContainsFunc(s.Lines, func(other Phrase) bool { return other.Text == l.Text && other.Off })
	}
}

// Switch switches a phrase, and those of the same words, off or on.
func (s *Part) Switch(i int, off bool) {
	text := s.Lines[i].Text
	for j := range s.Lines {
		if s.Lines[j].Text == text {
			s.Lines[j].Off = off
		}
	}
}
