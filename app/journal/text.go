package journal

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Line is the beginning of a text as one row: rows are joined, what cannot be shown is left out, and what
// is longer than most characters ends in "…".
func Line(text string, most int) string {
	var b strings.Builder
	n, gap := 0, false
	for _, r := range text {
		switch {
		case unicode.IsSpace(r) || r == 0:
			gap = b.Len() > 0
			continue
		case unicode.IsControl(r):
			continue
		}
		if gap {
			b.WriteByte(' ')
			n++
			gap = false
		}
		b.WriteRune(r)
		if n++; n > most {
			return Cut(b.String(), most)
		}
	}
	return b.String()
}

// Cut is the first most characters of a text with "…" after them. No mark is taken from its letter,
// and nothing that is joined is taken apart.
func Cut(text string, most int) string {
	runes := []rune(text)
	if len(runes) > most {
		runes = runes[:whole(runes, max(most, 0))]
	}
	return strings.TrimRight(string(runes), " ") + "…"
}

// whole is n, or less where runes n would be the mark or the joined part of what is before it.
func whole(runes []rune, n int) int {
	const joiner = '\u200d' // joins emoji into one
	for n > 0 && n < len(runes) && (clings(runes[n]) || runes[n] == joiner || runes[n-1] == joiner) {
		n--
	}
	return n
}

// clings says of a rune that it is drawn on or with the one before it.
func clings(r rune) bool {
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc) || // marks, and variation selectors
		r >= '\U0001f3fb' && r <= '\U0001f3ff' // skin tones
}

// Parts are a text in pieces of at most most characters (at least 64), each ending where a row or a word
// does if it can. Joined, they are the text. A text that is short, or empty, is one part.
func Parts(text string, most int) []string {
	if !utf8.ValidString(text) {
		return []string{text} // its bytes would not survive
	}
	most = max(most, 64)
	runes := []rune(text)
	var parts []string
	for len(runes) > most {
		n := breakAt(runes, most)
		parts = append(parts, string(runes[:n]))
		runes = runes[n:]
	}
	return append(parts, string(runes))
}

// breakAt is where the first part ends: after the last row's end in its second half, or the last
// space there, or where it must.
func breakAt(runes []rune, most int) int {
	for _, good := range []func(rune) bool{func(r rune) bool { return r == '\n' }, unicode.IsSpace} {
		for n := most; n > most/2; n-- {
			if good(runes[n-1]) {
				return n
			}
		}
	}
	if n := whole(runes, most); n > most/2 {
		return n
	}
	return most
}
