package journal

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Query is what a person looks for: words that must all be there, in any order and any case. All texts
// are taken as they are; nothing in them has a meaning of its own. A word without marks on its letters finds those
// with marks, too: "warme" and "waerme" find "Wärme". Where a mark was typed it is meant, but an umlaut finds the two
// letters that stand for it. The zero value finds everything. A Query may be used concurrently.
type Query struct{ words []word }

// word is a word that is looked for, folded.
type word struct {
	is     string
	bare   bool // it has no marks
	spelt  string
	umlaut bool // spelt may find what is does not: an umlaut, or the letters that stand for one
}

// Look makes a query of what was typed.
func Look(typed string) Query {
	var q Query
	for _, is := range strings.Fields(fold(typed)) {
		w := word{is: is, bare: plainly(is) == is, spelt: spelt.Replace(is)}
		w.umlaut = w.spelt != is || strings.Contains(is, "ae") || strings.Contains(is, "oe") || strings.Contains(is, "ue")
		q.words = append(q.words, w)
	}
	return q
}

// Empty says that everything is found.
func (q Query) Empty() bool { return len(q.words) == 0 }

// Finds says whether each word is somewhere in the texts.
func (q Query) Finds(texts ...string) bool {
	if q.Empty() {
		return true
	}
	forms := make([]forms, len(texts))
	for i, text := range texts {
		forms[i].is, forms[i].bare = fold(text), ascii(text)
	}
	for _, word := range q.words {
		found := false
		for i := range forms {
			found = found || forms[i].have(word)
		}
		if !found {
			return false
		}
	}
	return true
}

// forms are a text folded, and what of its other forms was asked for.
type forms struct {
	is               string
	bare             bool // it has no marks: there are no other forms
	plain, inLetters string
}

// have says whether a word is in the text.
func (f *forms) have(w word) bool {
	if strings.Contains(f.is, w.is) {
		return true
	}
	if w.umlaut && strings.Contains(f.letters(), w.spelt) {
		return true
	}
	return w.bare && !f.bare && strings.Contains(f.unmarked(), w.is)
}

// letters is the text with two letters for each umlaut.
func (f *forms) letters() string {
	if f.bare {
		return f.is
	}
	if f.inLetters == "" {
		f.inLetters = spelt.Replace(f.is)
	}
	return f.inLetters
}

// unmarked is the text without marks.
func (f *forms) unmarked() string {
	if f.plain == "" {
		f.plain = plainly(f.is)
	}
	return f.plain
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

// spelt writes the umlauts with two letters.
var spelt = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue")

// plainly is a folded text without the marks on its letters.
func plainly(s string) string {
	if ascii(s) {
		return s
	}
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s)))
}

// leastOf is the one that stands for all letters that differ from r in case: the small one of ASCII, else the first.
// A mark stands for none: the Greek iota below a letter would, for iota.
func leastOf(r rune) rune {
	least := r
	for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
		if least == iotaBelow || next < least && next != iotaBelow {
			least = next
		}
	}
	return unicode.ToLower(least)
}

const iotaBelow = '\u0345'

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
