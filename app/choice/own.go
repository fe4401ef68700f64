package choice

import (
	"slices"
	"strings"
	"unicode"

	"kindhum/app/breath"
)

// The bounds of a person's own patterns.
const (
	MaxPatterns    = 50
	MaxPatternName = 40 // letters
)

// OwnPattern is a pattern of the person's own.
type OwnPattern struct {
	Name    string `json:"name"`
	Pattern string `json:"pattern"` // as breath.Parse reads it, in its shortest form
}

// NewOwnPattern is a pattern by a name: one line, without spaces around it, and not too long. One without a name is
// called as it is written.
func NewOwnPattern(name string, p breath.Pattern) OwnPattern {
	name = strings.Join(strings.FieldsFunc(strings.ToValidUTF8(name, ""), func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r)
	}), " ")
	if r := []rune(name); len(r) > MaxPatternName {
		name = strings.TrimSpace(string(r[:MaxPatternName]))
	}
	if name == "" {
		name = p.String()
	}
	return OwnPattern{Name: name, Pattern: p.String()}
}

// Careful reports whether it holds the breath, as Pattern.Careful does.
func (o OwnPattern) Careful() bool {
	p, err := breath.Parse(o.Pattern)
	return err == nil && p.Hold+p.Rest > 0
}

// ClampPatterns returns those of all that can be breathed, each once, and no more than MaxPatterns.
func ClampPatterns(all []OwnPattern) []OwnPattern {
	var kept []OwnPattern
	for _, o := range all {
		p, err := breath.Parse(o.Pattern)
		if err != nil {
			continue
		}
		if o = NewOwnPattern(o.Name, p); !slices.Contains(kept, o) && len(kept) < MaxPatterns {
			kept = append(kept, o)
		}
	}
	return kept
}
