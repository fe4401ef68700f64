package journal

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// escaped are the rows of a text such that Markdown (CommonMark, with GitHub's tables and strikethrough)
// shows them as they were typed. A backslash is put only before what would mean something otherwise.
func escaped(text string) []string {
	text = strings.ReplaceAll(text, "\x00", "\ufffd") // as CommonMark has it
	marks := map[int]bool{}                           // the bytes that get a backslash
	inline(text, marks)
	lines := strings.Split(text, "\n")
	at := 0
	for i, line := range lines {
		block(line, at, marks)
		lines[i] = marked(line, at, marks)
		at += len(line) + 1
	}
	return lines
}

// marked is a row with its backslashes. What is indented so far that it would be code begins with a
// space that does not count as one.
func marked(line string, at int, marks map[int]bool) string {
	var b strings.Builder
	if indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]; len(indent) < len(line) &&
		(len(indent) > 3 || strings.Contains(indent, "\t")) {
		b.WriteString(map[byte]string{' ': "&#32;", '\t': "&#9;"}[line[0]])
		line, at = line[1:], at+1
	}
	for i := range len(line) {
		if marks[at+i] {
			b.WriteByte('\\')
		}
		b.WriteByte(line[i])
	}
	return b.String()
}

var (
	entity   = regexp.MustCompile(`^&(#[0-9]|#[xX][0-9a-fA-F]|[A-Za-z])[0-9A-Za-z]*;`)
	tag      = regexp.MustCompile(`^<[A-Za-z/!?]`)
	heading  = regexp.MustCompile(`^#{1,6}([ \t]|$)`)
	bullet   = regexp.MustCompile(`^[-+*]([ \t]|$)`)
	numbered = regexp.MustCompile(`^[0-9]{1,9}[.)]([ \t]|$)`)
	fence    = regexp.MustCompile("^(`{3,}|~{3,})")
	ruled    = regexp.MustCompile(`^[-=_*:| \t]*[-=_*][-=_*:| \t]*$`) // a line across, under a heading, or in a table
)

// block marks what would make of a row that begins at a byte something else than a row of text.
func block(line string, at int, marks map[int]bool) {
	text := strings.TrimLeft(line, " \t")
	at += len(line) - len(text)
	switch {
	case heading.MatchString(text), strings.HasPrefix(text, ">"), bullet.MatchString(text):
		marks[at] = true
	case numbered.MatchString(text):
		marks[at+strings.IndexAny(text, ".)")] = true
	case fence.MatchString(text):
		for i := range fence.FindString(text) {
			marks[at+i] = true
		}
	case ruled.MatchString(text):
		first := strings.IndexAny(text, "-=_*")
		for i := range len(text) { // of a run that can begin something, none may be left alone
			marks[at+i] = marks[at+i] || i == first || text[i] == '*' || text[i] == '_'
		}
	}
}

// inline marks what would make something of a part of a text.
func inline(text string, marks map[int]bool) {
	for _, of := range "*_~`" {
		if found := runs(text, byte(of)); len(found) > 1 { // one alone begins nothing that ends
			for _, run := range found {
				for i := run[0]; i < run[1]; i++ {
					marks[i] = true
				}
			}
		}
	}
	link := max(strings.LastIndex(text, "]("), strings.LastIndex(text, "]:"))
	for i := range len(text) {
		switch text[i] {
		case '\\':
			rest, _, _ := strings.Cut(text[i+1:], "\n")
			marks[i] = strings.TrimSpace(rest) == "" || sign(rest[0])
		case '[':
			marks[i] = i < link
		case '<':
			marks[i] = tag.MatchString(text[i:])
		case '&':
			marks[i] = entity.MatchString(text[i:])
		}
	}
}

// runs are where a character stands, once or more in a row, so that it could begin or end something: not between
// spaces, and an underscore not within a word.
func runs(text string, of byte) [][2]int {
	var all [][2]int
	for i := 0; i < len(text); i++ {
		if text[i] != of {
			continue
		}
		end := i
		for end < len(text) && text[end] == of {
			end++
		}
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[end:])
		switch {
		case of != '`' && blank(before) && blank(after):
		case of == '_' && wordly(before) && wordly(after):
		default:
			all = append(all, [2]int{i, end})
		}
		i = end
	}
	return all
}

// sign says of a byte that a backslash before it takes its meaning away.
func sign(b byte) bool {
	return b < utf8.RuneSelf && (unicode.IsPunct(rune(b)) || unicode.IsSymbol(rune(b)))
}

// blank says of a neighbour that it is a space, or no character at all.
func blank(r rune) bool { return r == utf8.RuneError || unicode.IsSpace(r) }

func wordly(r rune) bool { return !blank(r) && !unicode.IsPunct(r) && !unicode.IsSymbol(r) }
