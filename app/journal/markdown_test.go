package journal

import (
	"html"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
	"pgregory.net/rapid"
)

// seen reads Markdown as GitHub does, and gives the text of each quotation as it is shown. What is neither
// heading, paragraph nor quotation, or is not plain within them, is an error.
func seen(t *rapid.T, source []byte) (quotes []string) {
	markdown := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList))
	root := markdown.Parser().Parse(text.NewReader(source))
	err := ast.Walk(root, func(n ast.Node, _ bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Document, *ast.Paragraph, *ast.Blockquote, *ast.Text:
		case *ast.Heading:
			if n.Level > 2 || n.Parent().Kind() != ast.KindDocument {
				t.Fatalf("a heading that is not the journal's in\n%s", source)
			}
		default:
			t.Fatalf("%s in\n%s", n.Kind(), source)
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var page strings.Builder
	if err := markdown.Renderer().Render(&page, source, root); err != nil {
		t.Fatal(err)
	}
	for _, quote := range strings.Split(page.String(), "<blockquote>")[1:] {
		quote, _, _ = strings.Cut(quote, "</blockquote>")
		quote = strings.NewReplacer("<p>", "", "</p>", "\n", "<br>\n", "\n").Replace(quote)
		quotes = append(quotes, html.UnescapeString(quote))
	}
	return quotes
}

// settled is a text without what Markdown cannot tell: space around rows, and how many rows are empty.
func settled(s string) string {
	var to []string
	for line := range strings.SplitSeq(rows(s), "\n") {
		line = strings.TrimFunc(line, unicode.IsSpace)
		if line != "" || len(to) > 0 && to[len(to)-1] != "" {
			to = append(to, line)
		}
	}
	return strings.TrimSpace(strings.Join(to, "\n"))
}

// What a note is made of here is what Markdown is made of.
var awkward = rapid.Custom(func(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{
		"a", "b ", "1", " ", "\n", "\n\n", "\t", "    ", "#", "# ", ">", "> ", "-", "- ", "* ", "*", "**", "_", "__", "~", "~~", "`", "```", "\n```\n",
		"+ ", "1. ", "2) ", "---", "===", "|", "| --- |", "|-|", ":-:", "[", "]", "(", ")", "]:", "](", "!", "<", ">", "<b>", "<!--", "-->", "</p>", "<http://a.b>",
		"&", "&amp;", "&#65;", "&#x41;", "\\", "\\\\", "[a]: http://b.c", "[a](b)", "[ ] ", "[x] ", "é", "שלום", "🌿", ".", ",", "=", "x_y", "x*y", "\r\n",
	}), 0, 24).Draw(t, "pieces"), "")
})

func TestNoNoteBreaksTheMarkdown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		notes := rapid.SliceOfN(awkward, 1, 3).Draw(t, "notes")
		e := Entry{Session: &Session{Title: awkward.Draw(t, "title")}}
		var want []string
		for _, n := range notes {
			e.Notes = append(e.Notes, Note{Question: awkward.Draw(t, "question"), Text: n})
			if s := settled(n); s != "" {
				want = append(want, s)
			}
		}
		source := written(t, Markdown, []Entry{e, e})
		want = append(want, want...)
		got := seen(t, source)
		if len(got) != len(want) {
			t.Fatalf("%d notes are %d quotations in\n%s", len(want), len(got), source)
		}
		for i := range got {
			if settled(got[i]) != want[i] {
				t.Fatalf("written %q, shown %q, in\n%s", want[i], settled(got[i]), source)
			}
		}
	})
}

func TestNothingIsEscapedWithoutNeed(t *testing.T) {
	for _, line := range []string{
		"It's a soft moment - really; (yes) and \"so\" on.", "2 * 3 = 6", "5*", "snake_case_words", "a_b and c_d", "#hashtag", "3.5 minutes", "1.", "a < b & c > d",
		"R&D", "what [is] it", "wait...", "-5 degrees", "half-asleep", "10:30", "C:\\Users\\me", "a | b", "a ~ b", "~5 minutes", "(:", "+49 30", "=)", "!", "e = mc^2",
		"one `tick", "https://example.org/a_b?c=d&e", "¡olé!", "$5",
	} {
		switch got := escaped(line)[0]; line {
		case "1.":
			if got != "1\\." {
				t.Errorf("%q is %q", line, got)
			}
		default:
			if got != line {
				t.Errorf("%q is %q", line, got)
			}
		}
	}
}

func TestMarkdownIsAsOneWouldWriteIt(t *testing.T) {
	at := time.Date(2026, 11, 24, 18, 5, 0, 0, berlin)
	got := string(written(t, Markdown, []Entry{
		{
			Session: &Session{Start: at, Title: "Hum breath", Elapsed: 5 * time.Minute},
			Notes:   []Note{{Text: "softer now"}, {Text: "and *later*\n# still\n\nso\n"}},
		},
		{Notes: []Note{{Written: at.AddDate(-1, 0, 0), Question: "What was kind?", Text: "the light"}}},
		{Session: &Session{Start: at, Title: "A kind moment", Elapsed: 20 * time.Second}},
	}))
	want := `# Journal

## Tuesday 24 November 2026, evening (18:05 +01:00)

Hum breath, 5 minutes.

> softer now

> and \*later\*  
> \# still
>
> so

## Monday 24 November 2025, evening (18:05 +01:00)

What was kind?

> the light

## Tuesday 24 November 2026, evening (18:05 +01:00)

A kind moment, 20 seconds.
`
	if got != want {
		t.Errorf("%s", got)
	}
}
