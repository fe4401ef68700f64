package help

// Page is a page of help. It is not changed once it is parsed, and may be used concurrently.
type Page struct {
	Title  string
	Blocks []Block // in the order in which they are read; what stands before the first heading belongs to the title
}

// Sections are the places of the headings in Blocks, in order.
func (p Page) Sections() []int {
	var at []int
	for i, b := range p.Blocks {
		if b.Kind == Heading {
			at = append(at, i)
		}
	}
	return at
}

// Kind is what a block is.
type Kind uint8

// The kinds of block.
const (
	Paragraph Kind = iota
	Heading        // of a section
	Item           // of a list
)

// Block is a text of its own, on one line, without spaces around it or more than one in a row.
type Block struct {
	Kind   Kind
	Text   string
	Strong []Span // what is set apart in it, in order; no two of them touch
}

// Span is a part of a text, in bytes. From is before To.
type Span struct{ From, To int }
