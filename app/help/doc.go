// Package help is what the page of help says, as blocks of text, and what a search finds in them. It is
// pure: it reads no file and draws nothing.
//
// A text is written in a small part of Markdown: one title (#), sections (##), paragraphs, lists that are
// not numbered, and *emphasis*. Anything else is refused, so that nothing is shown as it is not meant.
//
//	page, err := help.Parse("# Help\n\n## How to begin\n\nPress *Begin*.\n")
//	places := help.Find(page.Blocks, "begin")
package help
