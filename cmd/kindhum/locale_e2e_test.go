//go:build e2e

package main_test

import (
	"strings"
	"testing"
)

// Whatever the locale is called, a command says what it has to say, and nothing else.
func TestProgramSaysNothingOfLocales(t *testing.T) {
	t.Parallel()
	d := sit(t, with{})
	for _, locale := range []string{"de_DE@euro", "sr_RS@latin", "xx_YY", "tlh_Latn_QO.UTF-8@x", "..", "C"} {
		d.env = append(d.env, "LANG="+locale)
		if s := d.run("version"); s.code != 0 || s.err != "" || s.out == "" {
			t.Errorf("%s: version: exit %d, %q, %q", locale, s.code, s.out, s.err)
		}
		if s := d.run("pause"); s.code != 1 || s.out != "" || s.err != "kindhum: nothing is playing\n" {
			t.Errorf("%s: pause: exit %d, %q, %q", locale, s.code, s.out, s.err)
		}
	}
	d.env = append(d.env, "LANG=de_DE@euro")
	if out := d.must("list", "voices"); !strings.Contains(out, "Schale") {
		t.Errorf("de_DE@euro is not German: %s", out)
	}
}
