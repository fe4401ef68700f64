package choice

import (
	"slices"
	"strings"
	"testing"
)

var english = []string{"en", "de"}

func TestTheLanguageFollowsTheSystem(t *testing.T) {
	for _, c := range []struct{ env, want string }{
		{"", "en"},
		{"LANG=de_DE.UTF-8", "de"},
		{"LANG=de_AT.UTF-8@euro", "de"},
		{"LANG=de", "de"},
		{"LANG=de-CH", "de"},
		{"LANG=gsw_CH.UTF-8", "de"}, // Swiss German is close enough
		{"LANG=en_GB.UTF-8", "en"},
		{"LANG=fr_FR.UTF-8", "en"},
		{"LANG=nl_NL.UTF-8", "en"},
		{"LANG=C.UTF-8", "en"},
		{"LANG=C", "en"},
		{"LANG=deutsch", "en"},
		{"LANG=xx_YY", "en"},
		{"LANG=" + strings.Repeat("d", 5000), "en"},
		{"LANG=en_US.UTF-8 LC_MESSAGES=de_DE.UTF-8", "de"},
		{"LANG=en_US.UTF-8 LC_MESSAGES=de_DE.UTF-8 LC_ALL=en_US.UTF-8", "en"},
		{"LANG=de_DE.UTF-8 LC_ALL=C", "en"},
		{"LANG=de_DE.UTF-8 LC_ALL=C LANGUAGE=de", "en"},
		{"LANG=C.UTF-8 LANGUAGE=de", "de"},
		{"LANGUAGE=de", "de"},
		{"LANG=en_US.UTF-8 LANGUAGE=fr:de:en", "de"},
		{"LANG=de_DE.UTF-8 LANGUAGE=en:de", "en"},
		{"LANG=de_DE.UTF-8 LANGUAGE=fr::nl", "de"},
		{"LANG=de_DE.UTF-8 LANGUAGE=:", "de"},
		{"LANG=de_DE.UTF-8 LANGUAGE=kn:de", "de"}, // what is understood comes after what is wanted
	} {
		getenv := func(name string) string {
			for _, v := range strings.Fields(c.env) {
				if value, is := strings.CutPrefix(v, name+"="); is {
					return value
				}
			}
			return ""
		}
		if got := Language(english, Locales(getenv)...); got != c.want {
			t.Errorf("%.80s: %s, want %s", c.env, got, c.want)
		}
	}
}

func TestWhatWasAskedForGoesFirst(t *testing.T) {
	for _, c := range []struct {
		wanted []string
		want   string
	}{
		{[]string{"", "", "de"}, "de"},
		{[]string{"", "en", "de"}, "en"},
		{[]string{"de", "en"}, "de"},
		{[]string{"tlh", "de", "en"}, "de"}, // remembered, and its words are gone
	} {
		if got := Language(english, c.wanted...); got != c.want {
			t.Errorf("%q: %s, want %s", c.wanted, got, c.want)
		}
	}
}

func TestALanguageIsReadOrRefused(t *testing.T) {
	for in, want := range map[string]string{"de": "de", "DE": "de", "de-AT": "de", "de_DE.UTF-8": "de", "en": "en", "en-GB": "en"} {
		if got, err := ParseLanguage(in, english); err != nil || got != want {
			t.Errorf("%q: %s, %v", in, got, err)
		}
	}
	for _, bad := range []string{"", "tlh", "fr", "german", "..", "de de", "und", "C", strings.Repeat("x", 3000)} {
		got, err := ParseLanguage(bad, english)
		if err == nil || !strings.Contains(err.Error(), "no words") || !strings.Contains(err.Error(), "en, de") {
			t.Errorf("%.20q: %q, %v", bad, got, err)
		} else if len(err.Error()) > 120 {
			t.Errorf("%.20q: the error is no short line", bad)
		}
	}
}

func FuzzParseLanguage(f *testing.F) {
	for _, s := range []string{"de", "de_DE.UTF-8@euro", "en-US-u-co-phonebk", "x-klingon", "i-lux", "\xff", "--"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, err := ParseLanguage(s, english); err == nil && !slices.Contains(english, got) {
			t.Errorf("%q is %q", s, got)
		}
		if got := Language(english, s); !slices.Contains(english, got) {
			t.Errorf("%q is %q", s, got)
		}
	})
}
