package practice

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"kindhum/app/breath"
)

// The bounds of a practice file. They are far beyond any practice that can be
// breathed, and keep a mistake from becoming a burden.
const (
	MaxFile  = 256 << 10 // bytes
	maxSteps = 64
	maxLines = 256 // of a step
	maxText  = 2000
	maxShort = 200 // of a title, or the line about a practice
)

// KindMoment is the id of the practice of twenty seconds.
const KindMoment = "kind-moment"

// Practice is a guided practice.
type Practice struct {
	ID      string
	Title   string
	About   string // one line
	Pattern breath.Pattern
	Steps   []Step // none is a practice without words
	// Turns says that the lines of the last step come in turn, again and again, with more silence
	// between them the longer the session lasts. Otherwise each line is said once.
	Turns bool
}

// Step is a part of a practice.
type Step struct {
	Title string
	Lines []string // the first is the heart of the step: it is kept when time is short
}

// file is a practice as it stands in a file.
type file struct {
	ID      string `toml:"id"`
	Title   string `toml:"title"`
	About   string `toml:"about"`
	Pattern string `toml:"pattern"`
	Turns   bool   `toml:"turns"`
	Step    []struct {
		Title string   `toml:"title"`
		Lines []string `toml:"lines"`
	} `toml:"step"`
}

// Parse reads a practice file. The error says in one line what is wrong with it,
// and where as far as that is known.
func Parse(data []byte) (Practice, error) {
	if len(data) > MaxFile {
		return Practice{}, fmt.Errorf("practice: larger than %d KiB", MaxFile>>10)
	}
	if !utf8.Valid(data) {
		return Practice{}, errors.New("practice: not a text in UTF-8")
	}
	var f file
	meta, err := toml.Decode(string(data), &f)
	if err != nil {
		return Practice{}, fmt.Errorf("practice: %w", err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return Practice{}, fmt.Errorf("practice: does not know the word %q", unknown[0].String())
	}
	p := Practice{ID: f.ID, Title: f.Title, About: f.About, Turns: f.Turns, Pattern: breath.Default}
	if f.Pattern != "" {
		if p.Pattern, err = breath.Parse(f.Pattern); err != nil {
			return Practice{}, fmt.Errorf("practice: %w", err)
		}
	}
	for _, s := range f.Step {
		p.Steps = append(p.Steps, Step{s.Title, s.Lines})
	}
	return p, p.check()
}

// check says what a practice lacks, or has too much of.
func (p Practice) check() error {
	switch {
	case p.ID == "" || strings.Trim(p.ID, "abcdefghijklmnopqrstuvwxyz0123456789-") != "":
		return fmt.Errorf("practice: the id %q is not made of small letters, digits and hyphens", p.ID)
	case p.Title == "":
		return fmt.Errorf("practice %s: has no title", p.ID)
	case len(p.Steps) > maxSteps:
		return fmt.Errorf("practice %s: more than %d steps", p.ID, maxSteps)
	}
	for _, short := range []string{p.ID, p.Title, p.About} {
		if utf8.RuneCountInString(short) > maxShort || strings.ContainsAny(short, "\r\n") {
			return fmt.Errorf("practice %s: the title or the line about it is no short line", p.ID)
		}
	}
	for i, s := range p.Steps {
		if len(s.Lines) == 0 {
			return fmt.Errorf("practice %s: step %d has no lines", p.ID, i+1)
		}
		if len(s.Lines) > maxLines {
			return fmt.Errorf("practice %s: step %d has more than %d lines", p.ID, i+1, maxLines)
		}
		for _, l := range append([]string{s.Title}, s.Lines...) {
			if utf8.RuneCountInString(l) > maxText {
				return fmt.Errorf("practice %s: a line of step %d is longer than %d letters", p.ID, i+1, maxText)
			}
		}
	}
	return nil
}
