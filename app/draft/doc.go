// Package draft writes files that are whole or not there: what is written has another name until
// all of it is on the disk.
//
// It never writes over a file that is there, and leaves nothing behind when something goes wrong. The files are
// readable by their owner only.
//
//	path, err := draft.New(folder, "journal", ".md", func(w io.Writer) error { ... })
package draft
