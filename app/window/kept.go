package window

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"kindhum/app/practice"
)

// notKept is what is said where something could not be written down.
func (s *shell) notKept(err error) string {
	var fault *practice.Fault
	why := err.Error()
	switch {
	case errors.As(err, &fault):
		why = s.whyBad(fault)
	case errors.Is(err, syscall.ENOSPC):
		why = s.text.Text("words_full")
	case errors.Is(err, syscall.EROFS), errors.Is(err, fs.ErrPermission):
		why = s.text.Text("words_refused")
	}
	return strings.ReplaceAll(s.text.Text("words_not_kept"), "{why}", why)
}

// newID is an id that no practice has, after a title.
func (s *shell) newID(title string) string {
	taken := func(id string) bool {
		_, being := s.shown.book.edits[id]
		for _, p := range s.opts.Library.All() {
			being = being || p.ID == id
		}
		return being
	}
	base := slug(title)
	id := base
	for i := 2; taken(id); i++ {
		id = fmt.Sprintf("%s-%d", base, i)
	}
	return id
}

// newTitle is a title that no practice has, after another.
func (s *shell) newTitle(title string) string {
	base := title
	if r := []rune(title); len(r) > practice.MaxShort-5 {
		base = string(r[:practice.MaxShort-5]) // there is to be room for a number
	}
	for i := 2; ; i++ {
		if _, err := s.opts.Library.Find(title); err != nil {
			return title
		}
		title = fmt.Sprintf("%s %d", base, i)
	}
}

// slug is a title in the letters of an id.
func slug(title string) string {
	title = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss").Replace(strings.ToLower(title))
	bare := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)))
	if s, _, err := transform.String(bare, title); err == nil {
		title = s
	}
	words := strings.FieldsFunc(title, func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
	id := strings.Join(words, "-")
	if id = strings.Trim(id[:min(len(id), 40)], "-"); id == "" {
		return "own"
	}
	return id
}
