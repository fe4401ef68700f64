package help

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestParse(t *testing.T) {
	got, err := Parse("# Help\n\nRead on,\nor not.\n\n## How *to* begin\n\nPress *Begin*, a\\*b &amp; c\n\n- one\n  more\n- *two*\n")
	if err != nil {
		t.Fatal(err)
	}
	want := Page{Title: "Help", Blocks: []Block{
		{Text: "Read on, or not."},
		{Kind: Heading, Text: "How to begin", Strong: []Span{{4, 6}}},
		{Text: "Press Begin, a*b & c", Strong: []Span{{6, 11}}},
		{Kind: Item, Text: "one more"},
		{Kind: Item, Text: "two", Strong: []Span{{0, 3}}},
	}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if at := got.Sections(); len(at) != 1 || at[0] != 1 {
		t.Errorf("sections at %v", at)
	}
}

func TestWhatIsRefusedIsSaidWithItsLine(t *testing.T) {
	const head = "# Help\n\n## Begin\n\n"
	for _, c := range []struct{ source, want string }{
		{"", "no title"},
		{"text\n", "no title"},
		{"# Help\n\ntext\n", "no section"},
		{"## Begin\n\n# Help\n", "line 3: there is one title"},
		{"# Help\n\n# Help\n", "line 3: there is one title"},
		{head + "### More\n", "line 5: there are no headings under"},
		{head + "text\n\n1. one\n", "line 7: a list here has no numbers"},
		{head + "- one\n\n  two\n", "line 5: a line of a list is one paragraph"},
		{head + "- one\n  - two\n", "line 5: a line of a list is one paragraph"},
		{head + "-\n", "a line of a list is one paragraph"},
		{head + "> text\n", "there are only #"},
		{head + "    text\n", "line 5: there are only #"},
		{head + "---\n", "there are only #"},
		{head + "<p>text</p>\n", "line 5: there are only #"},
		{head + "a\n**text**\n", "line 6: emphasis is one star"},
		{head + "*a _b_*\n", "line 5: emphasis is one star"},
		{head + "[a](b)\n", "line 5: within a text"},
		{head + "<https://example.org>\n", "line 5: within a text"},
		{head + "`text`\n", "line 5: within a text"},
		{head + "a  \nb\n", "line 5: a paragraph has no line breaks"},
		{head + "a  b\n", "line 5: there is nothing, or a space too many"},
		{head + "a &nbsp;\n", "line 5: there is nothing, or a space too many"},
		{head + "##\n", "there is nothing"},
		{head + "\xff\n", "UTF-8"},
	} {
		switch _, err := Parse(c.source); {
		case err == nil:
			t.Errorf("%q was taken", c.source)
		case !strings.Contains(err.Error(), c.want):
			t.Errorf("%q: %v, want %q", c.source, err, c.want)
		}
	}
}

// Whatever a page is written like, it is refused or it is sound, and what is written in it is found.
func FuzzParse(f *testing.F) {
	f.Add("# Help\n\nRead.\n\n## How to begin\n\n- a *b* c\n- Übung, Straße\n\n## On\n\n&amp; *d*\n")
	f.Add("# *a*\n\n## \\# b\n\na\nb\n1) c\n")
	f.Fuzz(func(t *testing.T, source string) {
		page, err := Parse(source)
		if err != nil {
			return
		}
		if page.Title == "" || len(page.Sections()) == 0 {
			t.Errorf("no title, or no section: %+v", page)
		}
		for i, b := range page.Blocks {
			if !utf8.ValidString(b.Text) || b.Text == "" || strings.ContainsAny(b.Text, "\n\t") || strings.TrimSpace(b.Text) != b.Text {
				t.Errorf("%q is no text of one line", b.Text)
			}
			last := -1
			for _, s := range b.Strong {
				if s.From <= last || s.From >= s.To || s.To > len(b.Text) {
					t.Errorf("%q: set apart: %v", b.Text, b.Strong)
				}
				last = s.To
			}
			if key := fold(b.Text, false).text; strings.TrimSpace(key) != "" && !stands(page.Blocks, i, b.Text) {
				t.Errorf("%q does not find itself", b.Text)
			}
		}
	})
}

// stands reports whether a text is found in the block at i, and every place is within a text.
func stands(blocks []Block, i int, typed string) bool {
	found := false
	for _, p := range Find(blocks, typed) {
		text := blocks[p.Block].Text
		if p.From >= p.To || p.To > len(text) || !utf8.ValidString(text[p.From:p.To]) {
			return false
		}
		found = found || p.Block == i
	}
	return found
}
