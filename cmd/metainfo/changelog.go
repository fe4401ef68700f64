package main

import (
	"fmt"
	"regexp"
	"strings"
)

// release is what a version brought.
type release struct {
	version     string
	date        string // such as 2026-01-31
	development bool   // it is not released yet
	groups      []group
}

// group is changes of one kind, such as "Added".
type group struct {
	title string
	items []string
}

var heading = regexp.MustCompile(`^## \[([^\]]+)\](?: - (\d{4}-\d{2}-\d{2}))?$`)

// releases are those of a changelog, the newest first. A version that it does not have yet is the
// one under way: it gets what is unreleased, and the date. What is unreleased otherwise is left out.
func releases(changelog, version, date string) ([]release, error) {
	var all []release
	known := false
	for n, line := range strings.Split(changelog, "\n") {
		line = strings.TrimRight(line, " \r")
		if strings.HasPrefix(line, "## ") {
			match := heading.FindStringSubmatch(line)
			if match == nil || (match[1] == "Unreleased") != (match[2] == "") {
				return nil, fmt.Errorf("line %d is not \"## [Unreleased]\" or \"## [1.2.3] - 2026-01-31\": %q", n+1, line)
			}
			all = append(all, release{version: match[1], date: match[2]})
			known = known || match[1] == version
			continue
		}
		if len(all) > 0 {
			all[len(all)-1].take(line)
		}
	}
	if len(all) > 0 && all[0].version == "Unreleased" {
		if known {
			return all[1:], nil
		}
		all[0].version, all[0].date, all[0].development = version, date, true
		return all, nil
	}
	if !known {
		return nil, fmt.Errorf("it has neither %s nor anything unreleased", version)
	}
	return all, nil
}

// take takes a line of the release's own: a kind of change, a change, or more of the last one.
func (r *release) take(line string) {
	if title, is := strings.CutPrefix(line, "### "); is {
		r.groups = append(r.groups, group{title: title})
		return
	}
	if len(r.groups) == 0 {
		return
	}
	g := &r.groups[len(r.groups)-1]
	if item, is := strings.CutPrefix(line, "- "); is {
		g.items = append(g.items, item)
	} else if more := strings.TrimSpace(line); more != "" && len(g.items) > 0 {
		g.items[len(g.items)-1] += " " + more
	}
}
