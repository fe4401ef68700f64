package journal

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Query is what a person looks for: words that must all be there, in any order and any case. All texts
// are taken as they are; nothing in them has a meaning of its own. The zero value finds everything.
// A Query may be used concurrently.
type Query struct{ words []string }

// Look makes a query of what was typed.
func Look(typed string) Query { return Query{strings.Fields(fold(typed))} }

// Empty says that everything is found.
func (q Query) Empty() bool { return len(q.words) == 0 }

// Finds says whether each word is somewhere in the texts.
func (q Query) Finds(texts ...string) bool {
	if q.Empty() {
		return true
	}
	folded := make([]string, len(texts))
	for i, text := range texts {
		folded[i] = fold(text)
	}
	for _, word := range q.words {
		found := false
		for _, text := range folded {
			found = found || strings.Contains(text, word)
		}
		if !found {
			return false
		}
	}
	return true
}

// FindsEntry says whether an entry holds all the words, in what is shown of it or in its notes. when is
// its moment in words.
func (q Query) FindsEntry(e Entry, when string, w Words) bool {
	if q.Empty() {
		return true
	}
	texts := make([]string, 0, 2+2*len(e.Notes))
	texts = append(texts, when)
	if e.Session != nil {
		texts = append(texts, What(*e.Session, w))
	}
	for _, n := range e.Notes {
		texts = append(texts, n.Question, n.Text)
	}
	return q.Finds(texts...)
}

// fold brings texts that differ in case alone, or in how their letters are composed, to the same form
// (Unicode 3.13, canonical caseless matching; of the foldings that lengthen a text, that of ß).
func fold(s string) string {
	if ascii(s) {
		return strings.ToLower(s)
	}
	s = strings.Map(leastOf, norm.NFD.String(s))
	return norm.NFC.String(strings.ReplaceAll(s, "ß", "ss"))
}

// leastOf is the one that stands for all letters that differ from r in case: the small one of ASCII, else the first.
func leastOf(r rune) rune {
	least := r
	for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
		least = min(least, next)
	}
	return unicode.ToLower(least)
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
