package main

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

const changes = `# Changelog

Words before. [Keep](https://keepachangelog.com)

## [Unreleased]

### Added

- A thing, with
  a second line.

## [1.1.0] - 2026-02-01

### Fixed

- ` + "`a`" + ` < b

## [1.0.0] - 2026-01-31
`

func TestReleasesOfAChangelog(t *testing.T) {
	next := release{"1.2.0", "2026-03-01", true, []group{{"Added", []string{"A thing, with a second line."}}}}
	newer := release{"1.1.0", "2026-02-01", false, []group{{"Fixed", []string{"`a` < b"}}}}
	older := release{"1.0.0", "2026-01-31", false, nil}
	for _, c := range []struct {
		name, changelog, version string
		want                     []release
		says                     string
	}{
		{"one under way", changes, "1.2.0", []release{next, newer, older}, ""},
		{"the newest itself", changes, "1.1.0", []release{newer, older}, ""},
		{"nothing unreleased", changes[strings.Index(changes, "## [1.1.0]"):], "1.1.0", []release{newer, older}, ""},
		{"an unknown version", changes[strings.Index(changes, "## [1.1.0]"):], "2.0.0", nil, "neither 2.0.0"},
		{"no changelog", "", "1.0.0", nil, "neither 1.0.0"},
		{"no date", "## [1.0.0]\n", "1.0.0", nil, "line 1"},
		{"a bad heading", "\n## 1.0.0 - 2026-01-31\n", "1.0.0", nil, "line 2"},
	} {
		got, err := releases(c.changelog, c.version, "2026-03-01")
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
		if (err != nil) != (c.says != "") || err != nil && !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want %q", c.name, err, c.says)
		}
	}
}

func TestMetainfoIsCompleted(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	log := file("CHANGELOG.md", changes)
	for _, c := range []struct{ name, text, date, want, says string }{
		{"whole", "<a>\n  <!-- RELEASES: here. -->\n</a>\n", "2026-03-01", `<a>
  <releases>
    <release version="1.1.0" date="2026-02-01" type="stable">
      <description>
        <p>Fixed</p>
        <ul>
          <li>a &lt; b</li>
        </ul>
      </description>
    </release>
    <release version="1.0.0" date="2026-01-31" type="stable">
    </release>
  </releases>
</a>
`, ""},
		{"without a place", "<a></a>\n", "2026-03-01", "", "RELEASES"},
		{"no XML", "<a>\n  <!-- RELEASES: here. -->\n</b>\n", "2026-03-01", "", "</b>"},
		{"no day", "<a>\n  <!-- RELEASES: here. -->\n</a>\n", "today", "", "today"},
	} {
		var out strings.Builder
		err := run([]string{"-text", file("text", c.text), "-changelog", log, "-version", "1.1.0", "-date", c.date}, &out)
		if out.String() != c.want {
			t.Errorf("%s: %s", c.name, out.String())
		}
		if (err != nil) != (c.says != "") || err != nil && !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want %q", c.name, err, c.says)
		}
	}
}

func TestWhatNeedsASite(t *testing.T) {
	const text = "<a>\n  <!-- SITE:\n  <url>@SITE@</url>\n  <image>@SITE@/rest.png</image>\n  :SITE -->\n  <b/>\n</a>\n"
	for _, c := range []struct{ name, text, site, want, says string }{
		{"none", text, "", "<a>\n  <b/>\n</a>\n", ""},
		{"one", text, "https://a.example/?b&c/", "<a>\n  <url>https://a.example/?b&amp;c</url>\n  <image>https://a.example/?b&amp;c/rest.png</image>\n  <b/>\n</a>\n", ""},
		{"nothing needs it", "<a/>\n", "https://a.example", "<a/>\n", ""},
		{"not safe", text, "http://a.example", "", "https://kindhum.example"},
		{"no address", text, "https://", "", "https://kindhum.example"},
		{"without an end", "  <!-- SITE:\n", "", "", "does not end"},
	} {
		got, err := withSite(c.text, c.site)
		if got != c.want {
			t.Errorf("%s: %s", c.name, got)
		}
		if (err != nil) != (c.says != "") || err != nil && !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want %q", c.name, err, c.says)
		}
	}
}
