package practice

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// Library is the practices there are. It is not changed once it is loaded.
type Library struct{ all []Practice }

// Load reads all practice files (*.toml) of a folder, in the order of their names. A file
// that cannot be read is an error that names it.
func Load(folder fs.FS) (*Library, error) {
	names, err := fs.Glob(folder, "*.toml")
	if err != nil {
		return nil, fmt.Errorf("practices: %w", err)
	}
	l := &Library{}
	for _, name := range names {
		data, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, fmt.Errorf("practices: %w", err)
		}
		p, err := Parse(data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if slices.ContainsFunc(l.all, func(q Practice) bool { return q.ID == p.ID }) {
			return nil, fmt.Errorf("%s: there are two practices %q", name, p.ID)
		}
		l.all = append(l.all, p)
	}
	return l, nil
}

// All are the practices in the order in which they are offered.
func (l *Library) All() []Practice { return slices.Clone(l.all) }

// Find finds a practice by id or title, in any case. The error names those there are.
func (l *Library) Find(name string) (Practice, error) {
	name = strings.TrimSpace(name)
	ids := make([]string, 0, len(l.all))
	for _, p := range l.all {
		if strings.EqualFold(name, p.ID) || strings.EqualFold(name, p.Title) {
			return p, nil
		}
		ids = append(ids, p.ID)
	}
	return Practice{}, fmt.Errorf("there is no practice %q; there are %s", clip(name), strings.Join(ids, ", "))
}

// clip keeps a quoted mistake short enough for one line.
func clip(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "..."
	}
	return s
}
