package practice

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Library is the practices there are, in one language, and knows them in the others. The person's own are among
// them, in the one language they are written in. A Library is not changed once it is loaded, and may be used
// concurrently.
type Library struct {
	all      []Practice // in this library's language, with the person's own
	first    []Practice // in the language they were written in
	in       map[string][]Practice
	own      []Practice
	language string
}

// Load reads all practice files (*.toml) of a folder, in the order of their names, and of its
// subfolders, which are named after languages, such as "de", and hold some or all of the same
// practices in that language. A file that cannot be read is an error that names it.
func Load(folder fs.FS) (*Library, error) {
	first, err := loadAll(folder, ".")
	if err != nil {
		return nil, err
	}
	l := &Library{all: first, first: first, in: map[string][]Practice{}}
	entries, err := fs.ReadDir(folder, ".")
	if err != nil {
		return nil, fmt.Errorf("practices: %w", err)
	}
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		all, err := loadAll(folder, e.Name())
		if err != nil {
			return nil, err
		}
		if err := l.translated(all); err != nil {
			return nil, fmt.Errorf("practices in %s: %w", e.Name(), err)
		}
		l.in[e.Name()] = all
	}
	return l, nil
}

// loadAll reads the practice files of one folder.
func loadAll(folder fs.FS, dir string) ([]Practice, error) {
	names, err := fs.Glob(folder, path.Join(dir, "*.toml"))
	if err != nil {
		return nil, fmt.Errorf("practices: %w", err)
	}
	var all []Practice
	for _, name := range names {
		data, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, fmt.Errorf("practices: %w", err)
		}
		p, err := Parse(data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if numbered(all, p.ID) >= 0 {
			return nil, fmt.Errorf("%s: there are two practices %q", name, p.ID)
		}
		all = append(all, p)
	}
	return all, nil
}

// translated says what hinders practices from being the same as those of l in other words.
func (l *Library) translated(all []Practice) error {
	for _, q := range all {
		i := numbered(l.first, q.ID)
		if i < 0 {
			return fmt.Errorf("%s is no practice in the first language", q.ID)
		}
		p := l.first[i]
		if p.Pattern != q.Pattern || p.Turns != q.Turns {
			return fmt.Errorf("%s breathes otherwise than in the first language", q.ID)
		}
		if err := alike(p.Steps, q.Steps); err != nil {
			return fmt.Errorf("%s %w as in the first language", q.ID, err)
		}
	}
	return nil
}

// alike says where steps are built otherwise than others: a line for a line is what lets a session change
// its language under way.
func alike(a, b []Step) error {
	if len(a) != len(b) {
		return fmt.Errorf("has %d steps, not %d", len(b), len(a))
	}
	for i := range a {
		if len(a[i].Lines) != len(b[i].Lines) {
			return fmt.Errorf("has %d lines in step %d, not %d", len(b[i].Lines), i+1, len(a[i].Lines))
		}
	}
	return nil
}

// In is the library in a language, such as "de". What there is no translation of stays as it was written.
func (l *Library) In(language string) *Library {
	to := *l
	to.language = language
	to.all = l.builtIn(language)
	for _, p := range l.own {
		if i := numbered(to.all, p.ID); i >= 0 {
			to.all[i] = p
		} else {
			to.all = append(to.all, p)
		}
	}
	return &to
}

// With is the same library with the person's own practices in place of those it had: one with the id of a built-in
// practice takes its place, the others follow.
func (l *Library) With(own []Practice) *Library {
	to := *l
	to.own = slices.Clone(own)
	return to.In(l.language)
}

// builtIn are the built-in practices in a language.
func (l *Library) builtIn(language string) []Practice {
	all := slices.Clone(l.first)
	for _, q := range l.in[language] {
		if i := numbered(all, q.ID); i >= 0 {
			all[i] = q
		}
	}
	return all
}

// BuiltIn is the built-in practice of an id, in the library's language, whatever stands in its place.
func (l *Library) BuiltIn(id string) (Practice, bool) {
	all := l.builtIn(l.language)
	if i := numbered(all, id); i >= 0 {
		return all[i], true
	}
	return Practice{}, false
}

// numbered is the number of the practice of an id, -1 for none.
func numbered(all []Practice, id string) int {
	return slices.IndexFunc(all, func(p Practice) bool { return p.ID == id })
}

// All are the practices in the order in which they are offered.
func (l *Library) All() []Practice { return slices.Clone(l.all) }

// Find finds a practice by its id, or by its title in any language, in any case. The error names
// those there are.
func (l *Library) Find(name string) (Practice, error) {
	name = strings.TrimSpace(name)
	if i := numbered(l.all, l.named(name)); i >= 0 {
		return l.all[i], nil
	}
	ids := make([]string, len(l.all))
	for i, p := range l.all {
		ids[i] = p.ID
	}
	return Practice{}, fmt.Errorf("there is no practice %q; there are %s", clip(name), strings.Join(ids, ", "))
}

// named is the id of the practice that is called so, "" for none. An id goes before a title, and what is offered
// before what a title was in another language, or before it was changed.
func (l *Library) named(name string) string {
	for _, p := range l.all {
		if strings.EqualFold(name, p.ID) {
			return p.ID
		}
	}
	everywhere := [][]Practice{l.all, l.first}
	for _, all := range l.in {
		everywhere = append(everywhere, all)
	}
	for _, all := range everywhere {
		for _, p := range all {
			if strings.EqualFold(name, p.Title) {
				return p.ID
			}
		}
	}
	return ""
}

// clip keeps a quoted mistake short enough for one line.
func clip(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "..."
	}
	return s
}
