package help

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	"golang.org/x/text/unicode/norm"
)

// Parse reads a page. Its error names the line and what is wrong with it.
func Parse(source string) (Page, error) {
	if !utf8.ValidString(source) {
		return Page{}, errors.New("help: this is no text in UTF-8")
	}
	p := parser{source: []byte(source)}
	root := goldmark.DefaultParser().Parse(text.NewReader(p.source))
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		p.block(n)
	}
	switch {
	case p.err != nil:
		return Page{}, p.err
	case p.page.Title == "":
		return Page{}, errors.New("help: there is no title; begin with a line such as \"# Help\"")
	case len(p.page.Sections()) == 0:
		return Page{}, errors.New("help: there is no section; it begins with a line such as \"## How to begin\"")
	}
	return p.page, nil
}

// parser gathers a page from what goldmark found. It keeps the first error.
type parser struct {
	source []byte
	page   Page
	err    error
}

func (p *parser) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		p.heading(n)
	case *ast.Paragraph:
		p.add(Paragraph, n)
	case *ast.List:
		if n.IsOrdered() {
			p.refuse(n, "a list here has no numbers")
			return
		}
		for item := n.FirstChild(); item != nil; item = item.NextSibling() {
			p.item(item)
		}
	case *ast.LinkReferenceDefinition:
		p.refuse(n, "links have no place here")
	default:
		p.refuse(n, "there are only #, ##, paragraphs and lists here")
	}
}

func (p *parser) heading(n *ast.Heading) {
	switch {
	case n.Level == 1 && p.page.Title == "" && len(p.page.Blocks) == 0:
		p.page.Title = p.read(n).Text
	case n.Level == 1:
		p.refuse(n, "there is one title (#), and it comes first")
	case n.Level == 2:
		p.add(Heading, n)
	default:
		p.refuse(n, "there are no headings under a section (##)")
	}
}

func (p *parser) item(item ast.Node) {
	body := item.FirstChild()
	if body == nil || body != item.LastChild() || (body.Kind() != ast.KindTextBlock && body.Kind() != ast.KindParagraph) {
		p.refuse(item, "a line of a list is one paragraph")
		return
	}
	p.add(Item, body)
}

func (p *parser) add(kind Kind, n ast.Node) {
	b := p.read(n)
	b.Kind = kind
	p.page.Blocks = append(p.page.Blocks, b)
}

// read is the text within a node, on one line.
func (p *parser) read(n ast.Node) Block {
	var b Block
	var text strings.Builder
	p.inline(n, &text, &b)
	b.Text = text.String()
	if strings.TrimSpace(b.Text) != b.Text || strings.Contains(b.Text, "  ") || b.Text == "" {
		p.refuse(n, "there is nothing, or a space too many")
	}
	return b
}

// inline writes what is within a node, and notes what is set apart in it.
func (p *parser) inline(n ast.Node, text *strings.Builder, b *Block) {
	for n := n.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			text.Write(plain(n.Segment.Value(p.source)))
			if n.SoftLineBreak() && n.NextSibling() != nil {
				text.WriteByte(' ')
			}
			if n.HardLineBreak() {
				p.refuse(n, "a paragraph has no line breaks of its own")
			}
		case *ast.Emphasis:
			from := text.Len()
			p.inline(n, text, b)
			p.strong(n, b, Span{from, text.Len()})
		default:
			p.refuse(n, "within a text there is only *emphasis*")
		}
	}
}

func (p *parser) strong(n *ast.Emphasis, b *Block, s Span) {
	last := len(b.Strong) - 1
	if n.Level != 1 || s.From >= s.To || (last >= 0 && b.Strong[last].To >= s.From) {
		p.refuse(n, "emphasis is one star on each side, and not within another")
		return
	}
	b.Strong = append(b.Strong, s)
}

// plain is a text whose entities and backslashes are resolved, whose letters and their marks are composed,
// and in which every space is one.
func plain(source []byte) []byte {
	b := util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(source)))
	return norm.NFC.Bytes([]byte(strings.Map(func(r rune) rune {
		if r < ' ' || r == 0xa0 {
			return ' '
		}
		return r
	}, string(b))))
}

// refuse notes what is wrong with a node, if nothing was before.
func (p *parser) refuse(n ast.Node, why string) {
	if p.err == nil {
		p.err = fmt.Errorf("help, line %d: %s", p.line(n), why)
	}
}

// line is where a node begins, or what it is within.
func (p *parser) line(n ast.Node) int {
	for ; n != nil; n = n.Parent() {
		if at := start(n); at >= 0 {
			return strings.Count(string(p.source[:at]), "\n") + 1
		}
	}
	return 1
}

// start is where in the source the first text of a node stands, or -1.
func start(n ast.Node) int {
	if t, is := n.(*ast.Text); is {
		return t.Segment.Start
	}
	if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
		return n.Lines().At(0).Start
	}
	for n := n.FirstChild(); n != nil; n = n.NextSibling() {
		if at := start(n); at >= 0 {
			return at
		}
	}
	return -1
}
