package practice

import (
	"fmt"
	"strings"
)

// Encode is the file of d, as ParseDraft reads it.
func (d Draft) Encode() []byte {
	var b strings.Builder
	if d.Head != "" {
		b.WriteString(d.Head + "\n")
	}
	put := func(key, text string) { fmt.Fprintf(&b, "%s = %s\n", key, quoteText(text)) }
	put("id", d.ID)
	put("title", d.Title)
	if d.About != "" {
		put("about", d.About)
	}
	put("pattern", d.Pattern.String())
	if d.Turns {
		b.WriteString("turns = true\n")
	}
	for _, s := range d.Steps {
		b.WriteString("\n[[step]]\n")
		if s.Title != "" {
			put("title", s.Title)
		}
		var all, off []string
		told := map[string]bool{}
		for _, l := range s.Lines {
			all = append(all, l.Text)
			if l.Off && !told[l.Text] {
				told[l.Text] = true
				off = append(off, l.Text)
			}
		}
		list(&b, "lines", all)
		if len(off) > 0 {
			list(&b, "off", off)
		}
	}
	return []byte(b.String())
}

// list writes texts a row each.
func list(b *strings.Builder, key string, texts []string) {
	b.WriteString(key + " = [\n")
	for _, t := range texts {
		b.WriteString("  " + quoteText(t) + ",\n")
	}
	b.WriteString("]\n")
}

// quoteText is a basic string of TOML (toml.io/en/v1.0.0#string).
func quoteText(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, "\\u%04X", r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
