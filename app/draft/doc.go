// Package draft writes files that are whole or not there: what is written has another name until
// all of it is on the disk.
//
// It leaves nothing behind when something goes wrong, and then what was there is as it was. [New] never writes over
// a file that is there; [Replace] does, and follows no link.
//
//	path, err := draft.New(folder, "journal", ".md", func(w io.Writer) error { ... })
//	err = draft.Replace(path, 0o600, draft.Bytes(data))
package draft
