// Command metainfo completes the AppStream metainfo, by which software centres know Kindhum: it
// puts the releases of the changelog into the project's own text.
//
//	metainfo -text app.metainfo.xml -changelog CHANGELOG.md -version 0.1.0 -date 2026-01-31 -site https://kindhum.example
//
// Homepage and pictures are only there with a site, since software centres take them from one.
//
// It prints the result, and it asks neither a clock nor the network: the same arguments
// give the same bytes. It is used while Kindhum is built, and is not part of it.
package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			_, _ = fmt.Fprintf(os.Stderr, "metainfo: %v\n", err) // there is nowhere else to say it
		}
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	flags := flag.NewFlagSet("metainfo", flag.ContinueOnError)
	text := flags.String("text", "", "the metainfo without releases")
	changelog := flags.String("changelog", "", "the changelog, in the format of keepachangelog.com")
	version := flags.String("version", "", "the version that is built")
	date := flags.String("date", "", "the day of what is built, such as 2026-01-31, should it be no release yet")
	site := flags.String("site", "", "where homepage and pictures are, such as https://kindhum.example; without one they are left out")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if _, err := time.Parse(time.DateOnly, *date); err != nil {
		return fmt.Errorf("-date is a day such as 2026-01-31, not %q", *date)
	}
	before, err := os.ReadFile(*text)
	if err != nil {
		return err
	}
	changes, err := os.ReadFile(*changelog)
	if err != nil {
		return err
	}
	all, err := releases(string(changes), *version, *date)
	if err != nil {
		return fmt.Errorf("%s: %w", *changelog, err)
	}
	sited, err := withSite(string(before), *site)
	if err != nil {
		return err
	}
	done, err := completed(sited, all)
	if err != nil {
		return fmt.Errorf("%s: %w", *text, err)
	}
	_, err = io.WriteString(out, done)
	return err
}

// place begins the line that the releases take the place of.
const place = "  <!-- RELEASES:"

// completed is the text with the releases in their place.
func completed(text string, all []release) (string, error) {
	before, rest, found := strings.Cut(text, place)
	_, after, ended := strings.Cut(rest, "-->\n")
	if !found || !ended {
		return "", fmt.Errorf("there is no line that begins with %q", place)
	}
	var b strings.Builder
	b.WriteString(before + "  <releases>\n")
	for _, r := range all {
		r.print(&b)
	}
	b.WriteString("  </releases>\n" + after)
	return b.String(), wellFormed(b.String())
}

func wellFormed(text string) error {
	for decoder := xml.NewDecoder(strings.NewReader(text)); ; {
		if _, err := decoder.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// print writes a release as AppStream has it
// (https://www.freedesktop.org/software/appstream/docs/chap-Metadata.html#tag-releases).
func (r release) print(b *strings.Builder) {
	kind := "stable"
	if r.development {
		kind = "development"
	}
	fmt.Fprintf(b, "    <release version=\"%s\" date=\"%s\" type=\"%s\">\n", escaped(r.version), r.date, kind)
	if len(r.groups) > 0 {
		b.WriteString("      <description>\n")
		for _, g := range r.groups {
			fmt.Fprintf(b, "        <p>%s</p>\n        <ul>\n", escaped(g.title))
			for _, item := range g.items {
				fmt.Fprintf(b, "          <li>%s</li>\n", escaped(item))
			}
			b.WriteString("        </ul>\n")
		}
		b.WriteString("      </description>\n")
	}
	b.WriteString("    </release>\n")
}

// escaped is text for XML. The changelog's marks for words of the command line have no place there.
func escaped(text string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(strings.ReplaceAll(text, "`", ""))) // a buffer takes everything
	return b.String()
}
