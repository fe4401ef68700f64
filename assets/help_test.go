package assets

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kindhum/app/help"
)

// sections are what a page of help is about, in order, by what they are called in English.
var sections = []string{
	"How to begin", "Why kindness", "What compassion is not", "When it feels hard", "If I feel nothing", "After a mistake",
	"Safety", "What is known and what is not", "Places to go on",
}

// evidence is the section of what is known.
const evidence = 7

// findings are what each paragraph of the evidence must hold: who found it, where that is to be read, and its
// numbers. They are compared with every language, whose decimals may have a comma.
var findings = [][]string{
	{"5.5", "6", "5", "n = 47", "Lin 2014", "Laborde 2022", "223", "10.1016/j.neubiorev.2022.104711"},
	{"n = 30", "Van Diest 2014", "PubMed 25156003"},
	{"12", "n = 100", "Birdee 2023", "10.1016/j.ctim.2023.102937"},
	{"g = -0.35", "12", "n = 785", "Fincham 2023", "PMC9828383"},
	{"5.5", "12", "400", "4", "10.1038/s41598-023-49279-8"},
	{"110", "Balban 2023", "10.1016/j.xcrm.2022.100895"},
	{"5", "58", "Bentley 2023", "PMC10741869"},
	{"CO2", "n = 46", "Szulczewski 2019", "10.1007/s10484-019-09438-y"},
	{"15", "n = 10", "Weitzberg & Lundberg 2002", "10.1164/rccm.200202-138BC"},
	{"528 Hz", "n = 9", "Akimoto 2018"},
	{"20", "n = 135", "Susman 2024", "PubMed 38412573"},
	{"g = 0.67", "27", "Ferrari 2019", "10.1007/s12671-019-01134-6"},
	{"Wood 2009"},
	{"8 %", "Farias 2020"},
}

// pages are the pages of help by their languages.
func pages(t *testing.T) map[string]help.Page {
	t.Helper()
	all := map[string]help.Page{}
	for _, name := range under(t, helpFiles, "help/*.md") {
		source, err := Help(name)
		if err != nil {
			t.Fatal(err)
		}
		page, err := help.Parse(source)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		all[name] = page
	}
	if len(all) < 2 {
		t.Fatalf("only %d languages have a page of help", len(all))
	}
	return all
}

// under are the names of files, without what they end with.
func under(t *testing.T, in fs.FS, pattern string) []string {
	t.Helper()
	found, err := fs.Glob(in, pattern)
	if err != nil {
		t.Fatal(err)
	}
	for i, name := range found {
		found[i] = strings.TrimSuffix(path.Base(name), path.Ext(name))
	}
	return found
}

// within is a section without its heading.
func within(page help.Page, section int) []help.Block {
	at := append(page.Sections(), len(page.Blocks))
	return page.Blocks[at[section]+1 : at[section+1]]
}

func TestEveryLanguageHasAPageOfHelp(t *testing.T) {
	all := pages(t)
	for _, language := range under(t, files, "words/*.toml") {
		if _, there := all[language]; !there {
			t.Errorf("there are words in %s, and no help", language)
		}
	}
	if _, err := Help("tlh"); err == nil || !strings.Contains(err.Error(), "tlh") {
		t.Error(err)
	}
}

func TestHelpIsTheSameInEveryLanguage(t *testing.T) {
	all := pages(t)
	english := all["en"]
	var titles []string
	for _, at := range english.Sections() {
		titles = append(titles, english.Blocks[at].Text)
	}
	if !slices.Equal(titles, sections) {
		t.Fatalf("the sections are %q", titles)
	}
	for language, page := range all {
		if len(page.Sections()) != len(sections) {
			t.Fatalf("%s has %d sections", language, len(page.Sections()))
		}
		for i, title := range sections {
			own, first := within(page, i), within(english, i)
			if len(own) != len(first) {
				t.Fatalf("%s, %s: %d paragraphs, and %d in English", language, title, len(own), len(first))
			}
			for j := range own {
				if own[j].Kind != first[j].Kind || len(own[j].Strong) != len(first[j].Strong) {
					t.Errorf("%s, %s: not made like its English: %q", language, title, own[j].Text)
				}
				if got, want := numbers(own[j].Text), numbers(first[j].Text); !slices.Equal(got, want) {
					t.Errorf("%s, %s: the numbers are %q, and in English %q", language, title, got, want)
				}
			}
		}
	}
}

var (
	number  = regexp.MustCompile(`-?\d+([.,/]\d+)*`)
	decimal = regexp.MustCompile(`(\d),(\d)`)
)

// numbers are all the numbers in a text, whatever their order.
func numbers(text string) []string {
	all := number.FindAllString(decimal.ReplaceAllString(text, "$1.$2"), -1)
	slices.Sort(all)
	return all
}

func TestEveryFindingIsThereWithItsSource(t *testing.T) {
	for language, page := range pages(t) {
		all := within(page, evidence)
		all = all[1 : len(all)-1] // what the letters mean, and what follows from it
		if len(all) != len(findings) {
			t.Fatalf("%s: %d findings", language, len(all))
		}
		for i, must := range findings {
			text := decimal.ReplaceAllString(all[i].Text, "$1.$2")
			for _, what := range must {
				if !strings.Contains(text, what) {
					t.Errorf("%s: %q lacks %q", language, text, what)
				}
			}
			source := all[i].Strong
			if len(source) != 1 || source[0].To != len(all[i].Text) {
				t.Errorf("%s: %q does not end with its source", language, text)
			} else if last := must[len(must)-1]; !strings.HasSuffix(text, last) {
				t.Errorf("%s: %q does not end with %q", language, text, last)
			}
		}
	}
}

// Three minutes are enough for all but the evidence.
func TestHelpIsReadInThreeMinutes(t *testing.T) {
	for language, page := range pages(t) {
		words := 0
		for i, b := range page.Blocks {
			at := page.Sections()
			if b.Kind != help.Heading && (i < at[evidence] || i > at[evidence+1]) {
				words += len(strings.Fields(b.Text))
			}
		}
		t.Logf("%s: %d words", language, words)
		if words < 550 || words > 715 {
			t.Errorf("%s: %d words, besides the evidence", language, words)
		}
		for i := range sections {
			for _, b := range within(page, i) {
				if n := len(strings.Fields(b.Text)); n > 75 {
					t.Errorf("%s: a paragraph of %d words: %q", language, n, b.Text)
				}
			}
		}
	}
}

// It calls out nothing, and gives no number to call: numbers go stale, and differ by country.
func TestHelpKeepsItsVoice(t *testing.T) {
	call := regexp.MustCompile(`(?i)tel:|\d{3}`)
	for language, page := range pages(t) {
		at := page.Sections()
		for i, b := range page.Blocks {
			if strings.ContainsAny(b.Text, "!¡…") {
				t.Errorf("%s: it calls out: %q", language, b.Text)
			}
			known := i > at[evidence] && i < at[evidence+1]
			if !known && call.MatchString(b.Text) {
				t.Errorf("%s: this may be a number to call: %q", language, b.Text)
			}
		}
		source, err := Help(language)
		if err != nil || strings.Contains(source, "tel:") {
			t.Errorf("%s: %v, or a number to call", language, err)
		}
	}
}
