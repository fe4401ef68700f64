// Package shelf is the folder of the person's own practices: one file each, to be shared.
//
// A [Shelf] reads all of them, and puts, removes and brings back one at a time. A file is written whole or not at
// all; one that was removed is kept aside until that is no longer needed. A file that cannot be read is never
// written over. The package decides nothing about what a practice may be (that is app/practice), and it
// never waits for what is no ordinary file.
//
//	s := shelf.New(filepath.Join(store.Dir(), "practices"))
//	for _, f := range s.Read().Files {
//		fmt.Println(f.Draft.Title)
//	}
package shelf
