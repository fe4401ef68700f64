package main

import (
	"fmt"
	"net/url"
	"strings"
)

// What needs a site stands in the text as a comment between these, with sitePlace for the site's address.
const (
	siteBegins = "  <!-- SITE:\n"
	siteEnds   = "  :SITE -->\n"
	sitePlace  = "@SITE@"
)

// withSite is the text with what needs a site: left out where there is none. A text need not have any.
func withSite(text, site string) (string, error) {
	before, rest, found := strings.Cut(text, siteBegins)
	if !found {
		return text, nil
	}
	inside, after, ended := strings.Cut(rest, siteEnds)
	if !ended {
		return "", fmt.Errorf("what begins with %q does not end with %q", siteBegins, siteEnds)
	}
	if site == "" {
		return before + after, nil
	}
	if at, err := url.Parse(site); err != nil || at.Scheme != "https" || at.Host == "" {
		return "", fmt.Errorf("-site is an address such as https://kindhum.example, not %q", site)
	}
	return before + strings.ReplaceAll(inside, sitePlace, escaped(strings.TrimSuffix(site, "/"))) + after, nil
}
