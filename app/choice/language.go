package choice

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"
)

// Language is the first of the wanted languages that there are words in; where there is none, the first that
// people who want it mostly understand; and else the first there is. What is wanted may be empty, and is
// otherwise a code such as "de" or "pt-BR", or a system's locale such as "de_AT.UTF-8". there must not be empty.
func Language(there []string, wanted ...string) string {
	for _, itself := range []bool{true, false} {
		for _, w := range wanted {
			if code, ok := match(there, w, itself); ok {
				return code
			}
		}
	}
	return there[0]
}

// Locales are the languages that a system is set to, the most wanted first, from its environment, as gettext reads
// it: LANGUAGE is a list with colons, and counts unless the locale itself, the first of LC_ALL,
// LC_MESSAGES and LANG that is set, is the plain one of computers.
func Locales(getenv func(string) string) []string {
	locale := ""
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if locale = getenv(name); locale != "" {
			break
		}
	}
	if locale == "C" || locale == "POSIX" {
		return nil
	}
	return append(strings.Split(getenv("LANGUAGE"), ":"), locale)
}

// ParseLanguage reads a language that was asked for by its code, such as "de" or "de-AT". The error
// names those there are.
func ParseLanguage(s string, there []string) (string, error) {
	if code, ok := match(there, s, true); ok {
		return code, nil
	}
	return "", fmt.Errorf("there are no words in %q; there are in %s", clip(s), strings.Join(there, ", "))
}

// match finds the language that serves whoever wants another: the same one, perhaps of another country, or one
// that is understood as well.
func match(there []string, wanted string, itself bool) (string, bool) {
	wanted, _, _ = strings.Cut(wanted, ".") // the encoding of a locale
	wanted, _, _ = strings.Cut(wanted, "@")
	tag, err := language.Parse(wanted)
	if err != nil || tag == language.Und {
		return "", false
	}
	tags := make([]language.Tag, len(there))
	for i, t := range there {
		tags[i] = language.Make(t)
	}
	_, i, confidence := language.NewMatcher(tags).Match(tag)
	is, _ := tags[i].Base()
	was, _ := tag.Base()
	return there[i], confidence > language.No && (is == was || !itself)
}
