package practice

import (
	"maps"
	"strconv"
	"strings"
	"unicode"
)

// Fault is what is wrong with a practice file. It is an error of one line in English; Key and What let
// others say the same in another language.
type Fault struct {
	Line int      // where, from 1; 0 where it is no one line
	Key  string   // which of Faults
	What []string // what stands for {1}, {2} in its sentence
	step int      // where in a draft: a step, or -1
	key  string   // and a key of it
}

// faults are the sentences of all faults, by their keys.
var faults = map[string]string{
	"size":       "the file is larger than {1} KiB",
	"encoding":   "the file is no text in UTF-8",
	"syntax":     "this cannot be read: {1}",
	"nested":     "this is nested too deeply for a practice",
	"unknown":    "a practice has no word {1}",
	"text":       "{1} is no text in quotation marks",
	"texts":      "{1} is no list of texts in quotation marks",
	"bool":       "{1} is neither true nor false",
	"tables":     "{1} is no list of steps, each under [[step]]",
	"pattern":    "{1}",
	"id":         "the id {1} is not made of small letters, digits and hyphens",
	"title":      "the title is missing",
	"short":      "the title or the line about it is no short line: at most {1} letters",
	"letters":    "a character cannot be shown",
	"steps":      "more than {1} steps",
	"empty":      "step {1} has no lines",
	"lines":      "step {1} has more than {2} lines",
	"long":       "a line of step {1} is longer than {2} letters",
	"folder":     "it is a folder, not a file",
	"special":    "it is no ordinary file",
	"unreadable": "it cannot be read: {1}",
	"twice":      "the id {1} is that of {2} already",
	"many":       "there are more practices than can be kept in mind; this one and those after it are left out",
}

// Faults are the sentences of all faults in English, by their keys. {1} and {2} in them stand for what is
// particular.
func Faults() map[string]string { return maps.Clone(faults) }

// Error implements error: "line 3: step 2 has no lines".
func (f *Fault) Error() string {
	text := f.Fill(faults[f.Key])
	if f.Line > 0 {
		return "line " + strconv.Itoa(f.Line) + ": " + text
	}
	return text
}

// Fill puts what is particular into a sentence for the fault.
func (f *Fault) Fill(sentence string) string {
	for i, what := range f.What {
		sentence = strings.ReplaceAll(sentence, "{"+strconv.Itoa(i+1)+"}", what)
	}
	return sentence
}

// fault is one of a whole file, or of what stands before its steps.
func fault(key string, what ...string) *Fault { return &Fault{Key: key, What: what, step: -1} }

// at says where in a draft a fault is.
func (f *Fault) at(step int, key string) *Fault {
	f.step, f.key = step, key
	return f
}

// brief is a sentence that is no longer than can be read: a reader of TOML quotes a mistake of any length.
func brief(s string) string {
	const most = 160
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "..."
	}
	return s
}

// quote is a word as it stands in a sentence: short, and without what cannot be shown.
func quote(s string) string { return strconv.Quote(clip(s)) }

// printable is a text without what cannot be shown, on one line.
func printable(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToValidUTF8(s, "?"), func(r rune) bool {
		return unicode.IsControl(r) || unicode.IsSpace(r)
	}), " ")
}
