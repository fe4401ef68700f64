package breath

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestParse(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"4-6", "4-6"},
		{"4-0-6-0", "4-6"},
		{"4-7-8-0", "4-7-8-0"},
		{"4-4-4-4", "4-4-4-4"},
		{"5.5-5.5", "5.5-5.5"},
		{"04.500-6.0", "4.5-6"},
		{"1.5-4.5", "1.5-4.5"},
		{"1.501-4.499", "1.501-4.499"},
		{"30-30", "30-30"},
		{"30-15-30-15", "30-15-30-15"},
		{"3+1-8", "3+1-8"},
		{"3.0+01.0-8.0", "3+1-8"},
		{"2.5+1.25-1-6-0.5", "2.5+1.25-1-6-0.5"},
		{"3+1-0-8-0", "3+1-8"},
		{"3+0-8", "3-8"},
		{"15+15-6", "15+15-6"},
	} {
		p, err := Parse(c.in)
		if err != nil || p.String() != c.want {
			t.Errorf("Parse(%q) = %v, %v; want %s", c.in, p, err, c.want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, c := range []struct{ in, says string }{
		{"", "not in-out"},
		{"4", "not in-out"},
		{"1-2-3-4-5", "not in-out"},
		{"0-6", "in-breath lasts 1.5 to 30 s"},
		{"4-x", `"x" is not a number`},
		{"99-1", "in-breath lasts"},
		{"4-31", "out-breath lasts"},
		{"4-16-4-0", "hold lasts 0 to 15 s"},
		{"4-0-4-16", "rest lasts 0 to 15 s"},
		{"4-7-8", `"4-7-8-0"`},
		{"3+1-0-8", `"3+1-0-8-0"`},
		{"3+0.5-8", "at least 1 s and no longer than the first"},
		{"1+1.001-8", "no longer than the first"},
		{"3+x-8", `"x" is not a number`},
		{"3+-8", "a second in-breath has no length"},
		{"3+1+1-8", `"1+1" is not a number`},
		{"3-1+8", `"1+8" is not a number`},
		{"29+1.5-8", "in-breath lasts 1.5 to 30 s, not 30.5"},
		{"2-3", "at least 6 s"},
		{"4.0001-6", "three decimals"},
		{"-4-6", "has an empty part; write in-out, such as 4-6"},
		{"4--6", "has an empty part"},
		{"4-", "has an empty part"},
		{"-", "has an empty part"},
		{"4-0-6-", "has an empty part"},
		{"4-0-6-0-", "has an empty part"},
		{"+1-6", `"+1" is not a number`},
		{"+4-6", "not a number"},
		{"4e0-6", "not a number"},
		{"NaN-6", "not a number"},
		{"4,5-6", "not a number"},
		{" 4-6", "not a number"},
		{".5-6", "not a number"},
		{"4.-6", "not a number"},
		{"99999999999999999999-6", "in-breath lasts 1.5 to 30 s"},
		{"4-99999999999999999999-6-0", "the hold lasts 0 to 15 s"},
		{"4-999999-6-0", "the hold lasts 0 to 15 s"},
		{"4-9999999", "the out-breath lasts 1.5 to 30 s"},
		{"99999999999999999999+1-6", "in-breath lasts 1.5 to 30 s"},
		{"3+99999999999999999999-6", "no longer than the first"},
		{strings.Repeat("9", 5000), "not in-out"},
	} {
		p, err := Parse(c.in)
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("Parse(%q) = %v, %v; want an error that says %q", c.in, p, err, c.says)
			continue
		}
		if strings.Contains(err.Error(), "\n") || len(err.Error()) > 200 {
			t.Errorf("Parse(%.20q): the error is no short line: %v", c.in, err)
		}
	}
}

// Patterns draws any pattern that can be breathed.
func patterns() *rapid.Generator[Pattern] {
	ms := func(t *rapid.T, name string, from, to time.Duration) time.Duration {
		return time.Duration(rapid.Int64Range(from.Milliseconds(), to.Milliseconds()).Draw(t, name)) * time.Millisecond
	}
	return rapid.Custom(func(t *rapid.T) Pattern {
		p := Pattern{
			In: ms(t, "in", MinMove, MaxMove), Hold: ms(t, "hold", 0, MaxStill),
			Out: ms(t, "out", MinMove, MaxMove), Rest: ms(t, "rest", 0, MaxStill),
		}
		if p.In >= 2*MinSigh && rapid.Bool().Draw(t, "sighs") {
			p.Sigh = ms(t, "sigh", MinSigh, p.In/2)
		}
		return p
	}).Filter(func(p Pattern) bool { return p.Validate() == nil })
}

func TestParsePrints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := patterns().Draw(t, "pattern")
		back, err := Parse(p.String())
		if err != nil || back != p {
			t.Fatalf("Parse(%q) = %v, %v", p.String(), back, err)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"4-6", "4-7-8", "5.5-5.5", "4-0-6-0", "0-6", "99-1", "4-x", "--", "1.5-4.5", "٤-٦", "3+1-8", "3+1-0-8-2", "+4-6"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := Parse(s)
		if err != nil {
			if err.Error() == "" {
				t.Error("an error without words")
			}
			return
		}
		if err := p.Validate(); err != nil {
			t.Errorf("Parse(%q) let through %v: %v", s, p, err)
		}
		if back, err := Parse(p.String()); err != nil || back != p {
			t.Errorf("%q is printed as %q, which reads as %v, %v", s, p, back, err)
		}
	})
}
