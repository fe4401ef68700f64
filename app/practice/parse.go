package practice

import (
	"errors"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"kindhum/app/breath"
)

// Parse reads a practice file. The error is a *Fault: it says in one line what is wrong with the file, and
// on which of its lines as far as that is known.
func Parse(data []byte) (Practice, error) {
	d, err := ParseDraft(data)
	if err != nil {
		return Practice{}, err
	}
	return d.Practice(), nil
}

// ParseDraft reads a practice file for whoever changes it. The error is that of Parse.
func ParseDraft(data []byte) (Draft, error) {
	if len(data) > MaxFile {
		return Draft{}, fault("size", strconv.Itoa(MaxFile>>10))
	}
	if !utf8.Valid(data) || slices.Contains(data, 0) {
		return Draft{}, fault("encoding")
	}
	text := strings.TrimPrefix(string(data), "\ufeff") // some editors begin a file with it
	where, f := outlined(text)
	if f != nil {
		return Draft{}, f
	}
	var all map[string]any
	if _, err := toml.Decode(text, &all); err != nil {
		return Draft{}, syntax(err)
	}
	r := reader{}
	d := r.draft(all)
	if r.wrong == nil {
		r.wrong = d.fault()
	}
	if r.wrong != nil {
		r.wrong.Line = where.line(r.wrong.step, r.wrong.key)
		return Draft{}, r.wrong
	}
	d.Head = head(text)
	return d, nil
}

// syntax is what the reader of TOML complains of.
func syntax(err error) *Fault {
	var at toml.ParseError
	if !errors.As(err, &at) {
		return fault("syntax", brief(printable(err.Error())))
	}
	f := fault("syntax", brief(printable(at.Message)))
	f.Line = at.Position.Line
	return f
}

// head is the remarks that a file begins with.
func head(text string) string {
	var rows []string
	for row := range strings.Lines(text) {
		row = strings.TrimRight(row, " \t\r\n")
		if !strings.HasPrefix(row, "#") {
			break
		}
		rows = append(rows, row)
	}
	return strings.Join(rows, "\n")
}

// reader takes a practice out of what TOML makes of a file. It notes the first thing that is wrong.
type reader struct{ wrong *Fault }

func (r *reader) fail(step int, key string, f *Fault) {
	if r.wrong == nil {
		r.wrong = f.at(step, key)
	}
}

// known complains of a word that a practice, or a step, does not have.
func (r *reader) known(step int, all map[string]any, words ...string) {
	var unknown []string
	for key := range all {
		if !slices.Contains(words, key) {
			unknown = append(unknown, key)
		}
	}
	sort.Strings(unknown) // the same file, the same complaint
	for _, key := range unknown {
		r.fail(step, key, fault("unknown", quote(key)))
	}
}

func (r *reader) draft(all map[string]any) Draft {
	r.known(-1, all, "id", "title", "about", "pattern", "turns", "step")
	d := Draft{
		ID: r.text(-1, all, "id"), Title: r.text(-1, all, "title"), About: r.text(-1, all, "about"),
		Pattern: breath.Default, Steps: nil,
	}
	if turns, there := all["turns"]; there {
		is, ok := turns.(bool)
		if !ok {
			r.fail(-1, "turns", fault("bool", "turns"))
		}
		d.Turns = is
	}
	if pattern := r.text(-1, all, "pattern"); pattern != "" {
		p, err := breath.Parse(pattern)
		if err != nil {
			r.fail(-1, "pattern", fault("pattern", err.Error(), clip(pattern)))
		}
		d.Pattern = p
	}
	if step, there := all["step"]; there {
		steps, ok := tables(step)
		if !ok {
			r.fail(-1, "step", fault("tables", "step"))
		}
		for i, s := range steps {
			d.Steps = append(d.Steps, r.part(i, s))
		}
	}
	return d
}

// tables is a list of tables, in either of the ways that TOML writes it.
func tables(v any) ([]map[string]any, bool) {
	switch v := v.(type) {
	case []map[string]any:
		return v, true
	case []any:
		all := make([]map[string]any, len(v))
		for i := range v {
			t, ok := v[i].(map[string]any)
			if !ok {
				return nil, false
			}
			all[i] = t
		}
		return all, true
	}
	return nil, false
}

// part reads a step. A line that only stands among those that are off is one too.
func (r *reader) part(i int, all map[string]any) Part {
	r.known(i, all, "title", "lines", "off")
	s := Part{Title: r.text(i, all, "title")}
	lines, off := r.texts(i, all, "lines"), r.texts(i, all, "off")
	for _, l := range lines {
		s.Lines = append(s.Lines, Phrase{l, slices.Contains(off, l)})
	}
	for n, l := range off {
		if !slices.Contains(lines, l) && !slices.Contains(off[:n], l) {
			s.Lines = append(s.Lines, Phrase{l, true})
		}
	}
	return s
}

func (r *reader) text(step int, all map[string]any, key string) string {
	v, there := all[key]
	s, ok := v.(string)
	if there && !ok {
		r.fail(step, key, fault("text", key))
	}
	return s
}

func (r *reader) texts(step int, all map[string]any, key string) []string {
	v, there := all[key]
	if !there {
		return nil
	}
	list, ok := v.([]any)
	texts := make([]string, len(list))
	for i := range list {
		s, is := list[i].(string)
		texts[i], ok = s, ok && is
	}
	if !ok {
		r.fail(step, key, fault("texts", key))
		return nil
	}
	return texts
}
