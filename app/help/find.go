package help

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Place is where something was found: a part of the text of a block.
type Place struct {
	Block int
	Span
}

// Find is where a text stands in blocks, in order, no two over one another. Neither case nor the marks on
// letters count, ß is ss, and an umlaut is found by its letter as well as by two: "übung" is where "Ubung" and "Uebung"
// are looked for. Of an empty text there is no place.
func Find(blocks []Block, typed string) []Place {
	var all []Place
	for i, b := range blocks {
		found := append(find(b.Text, typed, false), find(b.Text, typed, true)...)
		slices.SortStableFunc(found, func(a, b Span) int { return a.From - b.From })
		last := 0
		for _, s := range found {
			if s.From >= last {
				all = append(all, Place{i, s})
				last = s.To
			}
		}
	}
	return all
}

// find is where what was typed stands in a text.
func find(text, typed string, two bool) []Span {
	key := strings.TrimSpace(fold(strings.Join(strings.Fields(norm.NFC.String(typed)), " "), two).text)
	if key == "" {
		return nil
	}
	in := fold(text, two)
	var all []Span
	for at := 0; ; {
		next := strings.Index(in.text[at:], key)
		if next < 0 {
			return all
		}
		from := at + next
		at = from + len(key)
		all = append(all, Span{in.from[from], in.to[at-1]})
	}
}

// folded is a text in a form in which what is alike is the same; each of its bytes knows the part of the
// text it comes from.
type folded struct {
	text     string
	from, to []int
}

// fold brings a text into that form: small letters without marks. With two, an umlaut is two letters.
func fold(text string, two bool) folded {
	var f folded
	var b strings.Builder
	for at, end := 0, 0; at < len(text); at = end {
		r, long := utf8.DecodeRuneInString(text[at:])
		end = at + long
		own := letters(r, two)
		if own == "" { // a mark belongs to the letter before it
			for i := len(f.to) - 1; i >= 0 && f.to[i] == at; i-- {
				f.to[i] = end
			}
			continue
		}
		b.WriteString(own)
		for range len(own) {
			f.from, f.to = append(f.from, at), append(f.to, end)
		}
	}
	f.text = b.String()
	return f
}

// umlauts are the letters that may be written as two.
var umlauts = map[rune]string{'ä': "ae", 'ö': "oe", 'ü': "ue"}

// letters is what stands for a letter; a mark alone is nothing.
func letters(r rune, two bool) string {
	r = unicode.ToLower(r)
	switch {
	case r == 'ß' || r == 'ẞ':
		return "ss"
	case unicode.IsSpace(r):
		return " "
	case two && umlauts[r] != "":
		return umlauts[r]
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(string(r)))
}
