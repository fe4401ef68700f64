package practice

import (
	"regexp"
	"strings"
)

// What a file may hold outside of its texts. A practice needs far less; whatever holds more was never one, and
// the reader of TOML would take minutes over it.
const (
	maxNested = 8  // brackets in brackets
	maxDots   = 32 // of one key
)

// outline is on which line of a file things stand, from 1.
type outline struct {
	keys  map[string]int   // before the first step
	steps []map[string]int // of each step, by key; "" is the step itself
}

var entry = regexp.MustCompile(`^[ \t]*(?:(\[\[[ \t]*["']?step["']?[ \t]*\]\])|["']?([A-Za-z0-9_-]+)["']?[ \t]*=)`)

// outlined walks through a file, over the texts in it, without reading what they say.
func outlined(text string) (outline, *Fault) {
	o := outline{keys: map[string]int{}}
	line, depth, dots, fresh := 1, 0, 0, true
	for i := 0; i < len(text); i++ {
		if fresh && depth == 0 {
			o.note(text[i:], line)
		}
		fresh = false
		switch c := text[i]; c {
		case '\n':
			line++
			dots, fresh = 0, true
		case '#':
			i += strings.IndexByte(text[i:]+"\n", '\n') - 1
		case '"', '\'':
			long := quoted(text[i:])
			line += strings.Count(text[i:i+long], "\n")
			i += long - 1
		case '[', '{':
			depth++
		case ']', '}':
			depth = max(0, depth-1)
		case '.':
			dots++
		case '=', ',':
			dots = 0
		}
		if depth > maxNested || dots > maxDots {
			return o, &Fault{Line: line, Key: "nested"}
		}
	}
	return o, nil
}

// note takes down what begins on a line.
func (o *outline) note(text string, line int) {
	if end := strings.IndexByte(text, '\n'); end >= 0 {
		text = text[:end]
	}
	found := entry.FindStringSubmatch(text)
	switch {
	case found == nil:
	case found[1] != "":
		o.steps = append(o.steps, map[string]int{"": line})
	case len(o.steps) > 0:
		o.steps[len(o.steps)-1][found[2]] = line
	default:
		o.keys[found[2]] = line
	}
}

// quoted is how long the text is that s begins with, its quotes among it. One that does not end on its line ends
// there: the reader of TOML will say so.
func quoted(s string) int {
	quote, plain := s[:1], s[0] == '\''
	if long := strings.Repeat(quote, 3); strings.HasPrefix(s, long) {
		quote = long
	}
	for i := len(quote); i < len(s); i++ {
		switch {
		case s[i] == '\\' && !plain:
			i++
		case strings.HasPrefix(s[i:], quote):
			return i + len(quote)
		case s[i] == '\n' && len(quote) == 1:
			return i
		}
	}
	return len(s)
}

// line is where a key of a step stands, or the step where it has none; 0 where the file is built otherwise.
func (o outline) line(step int, key string) int {
	if step < 0 {
		return o.keys[key]
	}
	if step >= len(o.steps) {
		return o.keys["step"]
	}
	if at, ok := o.steps[step][key]; ok {
		return at
	}
	return o.steps[step][""]
}
