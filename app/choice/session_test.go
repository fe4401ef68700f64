package choice

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestParseLength(t *testing.T) {
	for _, c := range []struct {
		in   string
		want time.Duration
	}{
		{"20s", 20 * time.Second},
		{"5m", 5 * time.Minute},
		{"1.5m", 90 * time.Second},
		{"1h30m", 90 * time.Minute},
		{"24h", 24 * time.Hour},
		{"open", Open},
		{"Open", Open},
	} {
		if got, err := ParseLength(c.in); err != nil || got != c.want {
			t.Errorf("ParseLength(%q) = %v, %v; want %v", c.in, got, err, c.want)
		}
	}
	for _, bad := range []string{"", "-5m", "1s", "19.999s", "5 parsecs", "5", "24h1s", "0", "m", "1e9h", strings.Repeat("9", 3000) + "h"} {
		d, err := ParseLength(bad)
		if err == nil {
			t.Errorf("ParseLength(%q) = %v", bad, d)
		} else if len(err.Error()) > 150 || strings.Contains(err.Error(), "\n") {
			t.Errorf("ParseLength(%.20q): the error is no short line: %v", bad, err)
		}
	}
}

func TestParseLeadIn(t *testing.T) {
	for in, want := range map[string]time.Duration{"0": 0, "3": 3 * time.Second, "3s": 3 * time.Second, "60s": MaxLeadIn, "1m": MaxLeadIn, "0.5": time.Second / 2} {
		if got, err := ParseLeadIn(in); err != nil || got != want {
			t.Errorf("ParseLeadIn(%q) = %v, %v; want %v", in, got, err, want)
		}
	}
	for _, bad := range []string{"", "-1", "61s", "x", "NaN", "Inf"} {
		if got, err := ParseLeadIn(bad); err == nil {
			t.Errorf("ParseLeadIn(%q) = %v", bad, got)
		}
	}
}

func TestWhatFormatLengthPrintsIsReadBack(t *testing.T) {
	for d, want := range map[time.Duration]string{
		Open: "open", 20 * time.Second: "20s", 5 * time.Minute: "5m", 10 * time.Minute: "10m", 90 * time.Second: "1m30s",
		time.Hour: "1h", 90 * time.Minute: "1h30m", 24 * time.Hour: "24h", 70 * time.Second: "1m10s", time.Hour + 20*time.Second: "1h0m20s",
	} {
		if got := FormatLength(d); got != want {
			t.Errorf("FormatLength(%v) = %q, want %q", d, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		d := time.Duration(rapid.Int64Range(20, 24*3600).Draw(t, "seconds")) * time.Second
		if back, err := ParseLength(FormatLength(d)); err != nil || back != d {
			t.Fatalf("%v is printed as %q, which reads as %v, %v", d, FormatLength(d), back, err)
		}
	})
}

func TestASessionIsClampedOrRefused(t *testing.T) {
	s := Session{Length: time.Second, LeadIn: -1}.Clamp()
	if s.Length != MinLength || s.LeadIn != 0 || s.Practice == "" || s.Talk != "every" {
		t.Errorf("%+v", s)
	}
	if open := (Session{Length: Open}).Clamp(); open.Length != Open {
		t.Errorf("%+v", open)
	}
	short, long, much := time.Second, 61*time.Second, "ceaselessly"
	for _, c := range []SessionChange{{Length: &short}, {LeadIn: &long}, {Talk: &much}} {
		if got, err := c.Apply(DefaultSession()); err == nil || got != DefaultSession() {
			t.Errorf("%+v, %v", got, err)
		}
	}
}

func FuzzParseLength(f *testing.F) {
	for _, s := range []string{"20s", "open", "5 parsecs", "-5m", "1h30m", "١s"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseLength(s)
		if err != nil {
			return
		}
		if d != Open && (d < MinLength || d > MaxLength) {
			t.Errorf("ParseLength(%q) let through %v", s, d)
		}
		if back, err := ParseLength(FormatLength(d)); err != nil || back != d {
			t.Errorf("%q is printed as %q, which reads as %v, %v", s, FormatLength(d), back, err)
		}
	})
}
